"""Two heuristics of a plug-in: one that cuts parts out of lines, and one with a kind of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle import Document, Finding, heuristic

_SHORTCODE = re.compile(r"\s*\[/?(?:gallery|embed|poll|slideshow)\b[^\[\]\n]*\]")
_SOLUTION = re.compile(r"solution to (?:yesterday|last week)['’]s (?:puzzle|crossword)\b", re.IGNORECASE)


@heuristic("shortcodes")
def shortcodes(document: Document) -> Iterator[Finding]:
    """Shortcodes that were never filled in, as in ``[gallery ids="3,4"]``."""
    for block in document.blocks:
        for match in _SHORTCODE.finditer(block.text):
            start, end = block.start + match.start(), block.start + match.end()
            yield Finding(start, end, "widget", 0.98, "is a shortcode of the publishing system")


@heuristic("puzzle-solution")
def puzzle_solution(document: Document) -> Iterator[Finding]:
    """The solution of an earlier puzzle."""
    for block in document.blocks:
        if _SOLUTION.match(block.text):
            yield Finding(block.start, block.end, "puzzle", 0.97, "is the solution of an earlier puzzle")
