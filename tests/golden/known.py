"""The list of known failures: made from the current state, with the reasons that people wrote kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

Known = Mapping[str, Mapping[str, str]]

UNTOLD = "not yet told apart"
_HEAD = """\
# What the library is known to get wrong on the corpus: case -> why. Each is a test that must fail until it is fixed;
# `python -m tests.golden known` writes the list anew and keeps the reasons.
"""


def renewed(failing: Mapping[str, frozenset[str]], before: Known) -> dict[str, dict[str, str]]:
    """The failures of now (case -> aspects), with the reasons of those that were known."""
    return {
        aspect: {
            case: reasons.get(case, UNTOLD) for case, aspects in sorted(failing.items()) if aspect in aspects
        }
        for aspect, reasons in before.items()
    }


def changes(before: Known, after: Known) -> Iterator[str]:
    """What is fixed and what is broken since the list was last written, a line each."""
    for aspect in after:
        for case in sorted(before[aspect].keys() - after[aspect].keys()):
            yield f"fixed   {aspect:6} {case}"
        for case in sorted(after[aspect].keys() - before[aspect].keys()):
            yield f"failing {aspect:6} {case}"


def as_toml(known: Known) -> str:
    """The list as its file has it; JSON's strings are TOML's too."""
    parts = [_HEAD]
    for aspect, reasons in known.items():
        parts.append(f"\n[{aspect}]\n")
        parts += [
            f"{json.dumps(case)} = {json.dumps(why, ensure_ascii=False)}\n" for case, why in reasons.items()
        ]
    return "".join(parts)
