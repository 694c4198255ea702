"""Runs of lines that are lists of links: other stories, menus, topics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.place import run
from cleanarticle.features.shape import Shape, shapes
from cleanarticle.heuristics.base import finding
from cleanarticle.result import Finding

_SEPARATED = re.compile(r"\s*[|›»>/•·→▸]\s*|\s[-–]\s")
_ARROW = re.compile(r"(?:>{1,3}|»{1,2}|→|➡️?|►|▶️?|⏩|☞|👉|->|=>)\s*\w")
_HASHTAG = re.compile(r"#\w+")
_LONGEST_TITLE = 22


def headline_list(document: Document) -> Iterator[Finding]:
    """Two or more title-like lines in a row after the story, as a block of other stories has them."""
    every = document.once(shapes)
    last = document.once(run).last
    titles = [_is_title(shape) for shape in every]
    for block in document.blocks:
        i = block.index
        if titles[i] and ((i > 0 and titles[i - 1]) or (i + 1 < len(titles) and titles[i + 1])):
            where = "after" if i > last else "inside"
            yield finding(block, "related", f"list.titles.{where}", "one of several title-like lines in a row")


def arrow_line(document: Document) -> Iterator[Finding]:
    """A line that an arrow opens, as inline pointers to other stories have it."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.words <= 2 * _LONGEST_TITLE and _ARROW.match(block.text):
            yield finding(block, "related", "list.arrow", "an arrow points to another story")


def _is_title(shape: Shape) -> bool:
    return (
        4 <= shape.words <= _LONGEST_TITLE
        and (not shape.terminal or shape.last == "?")
        and not shape.lower_start
        and not shape.bullet
    )


def breadcrumb(document: Document) -> Iterator[Finding]:
    """Short names between separators: a breadcrumb above the story, a menu or a list of sections elsewhere."""
    first = document.once(run).first
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.separators == 0 or shape.words > 24 or shape.terminal:
            continue
        parts = [part for part in _SEPARATED.split(block.text) if part.strip()]
        if len(parts) >= 2 and all(len(part.split()) <= 4 for part in parts):
            kind = "section" if block.index < first else "navigation"
            yield finding(block, kind, "list.separated", "short names between separators")


def keyword_list(document: Document) -> Iterator[Finding]:
    """Hashtags, or short keywords between commas."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.terminal or shape.words > 60:
            continue
        tags = _HASHTAG.findall(block.text)
        if tags and len(tags) >= shape.words - 1:
            yield finding(block, "tags", "list.hashtags", "nothing but hashtags")
            continue
        items = block.text.split(",")
        if len(items) >= 4 and all(0 < len(item.split()) <= 3 for item in items):
            yield finding(block, "tags", "list.keywords", "short keywords between commas")
