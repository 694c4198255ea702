"""Text that Markdown would take for its own marks, escaped: CommonMark's and GitHub's."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
# What opens a block where it begins a line: headings, quotations, lists, rules, underlines, and rows of a table's rule.
_OPENING = re.compile(r"#{1,6}(?=\s|\Z)|>|[-+](?=\s|\Z)|[-=:|+][-=:|+ ]*\Z")
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=\s|\Z)")


def escaped(text: str) -> str:
    """A text that stays as it is within a line. An underscore inside a word means nothing and is left alone."""
    return _ALWAYS.sub(r"\\\g<0>", text)


def begun(line: str) -> str:
    """A line of a paragraph, already escaped within, that opens no block."""
    if _OPENING.match(line):
        return "\\" + line
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def fence(text: str, least: int) -> str:
    """So many backticks that none of the text's runs of them is as long."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
