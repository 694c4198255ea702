"""Label the lines of an extracted text by its page's reference: body where the reference has them, residue where not.

Cheap labels for thousands of texts, and noisy: references drop sections, keep decks, and short lines stand in them by
chance. So a line counts as body or residue only where it is clear, and is left open otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"\w+")
_N = 4


def align(lines: Sequence[str], reference: str) -> list[bool | None]:
    """For each line: True residue, False body, None where it cannot be told."""
    tokens = WORD.findall(reference)
    grams = {n: {tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)} for n in range(1, _N + 1)}
    reference_lines = {" ".join(WORD.findall(line)) for line in reference.splitlines()}
    return [_judge(WORD.findall(line), grams, reference_lines) for line in lines]


def _judge(words: list[str], grams: dict[int, set[tuple[str, ...]]], reference_lines: set[str]) -> bool | None:
    if not words:
        return None
    if " ".join(words) in reference_lines:
        return False
    n = min(_N, len(words))
    found = [tuple(words[i : i + n]) in grams[n] for i in range(len(words) - n + 1)]
    share = sum(found) / len(found)
    if share <= 0.1:
        return True
    if len(words) < _N + 2:
        return None
    return False if share >= 0.8 else None
