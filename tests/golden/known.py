"""The list of known failures, every deviation of every case: read, made anew from the current state, written."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.golden.cases import CORPUS
from tests.golden.deviations import ASPECTS, Deviation, Deviations

FILE = "known_failures.toml"
WHY = "why"
_HEAD = f"""\
# What the library is known to get wrong on the corpus, a table per case; all else of a case is held.
# `python -m tests.golden known` writes the list anew and keeps each case's `{WHY}`, for people to write.
#   missed  what should go and stays          wrong  what goes and should stay
#   kinds   what goes as another kind: piece, wanted, got
#   text    lines that differ ("-" expected, "+" got) though the right pieces go
#   twice   what goes on cleaning again       clean  what goes from the expected text
"""


@dataclass(frozen=True)
class Failing:
    """The deviations known of one case, and why."""

    known: Deviations = field(default_factory=dict)
    why: str = ""

    def of(self, aspect: str) -> tuple[Deviation, ...]:
        return self.known.get(aspect, ())


Known = Mapping[str, Failing]


@cache
def tables(corpus: Path = CORPUS) -> dict[str, dict]:
    """The file as it is."""
    path = corpus / FILE
    return tomllib.loads(path.read_text("utf8")) if path.exists() else {}


def known(corpus: Path = CORPUS) -> dict[str, Failing]:
    """The known failures by case."""
    return {
        case: Failing({aspect: _hashable(table.get(aspect, ())) for aspect in ASPECTS}, table.get(WHY, ""))
        for case, table in tables(corpus).items()
    }


def renewed(found: Mapping[str, Deviations], before: Known) -> dict[str, Failing]:
    """The failures of now, with the reasons of those that were known."""
    return {
        case: Failing(deviations, before.get(case, Failing()).why)
        for case, deviations in sorted(found.items())
        if any(deviations.values())
    }


def changes(before: Known, after: Known) -> Iterator[str]:
    """What is fixed and what is broken since the list was last written, a line each."""
    for case in sorted({*before, *after}):
        for aspect in ASPECTS:
            old, new = (side.get(case, Failing()).of(aspect) for side in (before, after))
            yield from (f"fixed   {aspect:6} {case}: {shown(item)}" for item in less(old, new))
            yield from (f"failing {aspect:6} {case}: {shown(item)}" for item in less(new, old))


def less(these: Iterable[Deviation], those: Iterable[Deviation]) -> list[Deviation]:
    """These without those, each as often as it is there."""
    return list((Counter(these) - Counter(those)).elements())


def shown(item: Deviation) -> str:
    """A deviation, on one line."""
    return quoted(item) if isinstance(item, str) else " | ".join(map(quoted, item))


def counts(known: Known) -> str:
    """How many deviations of each aspect there are, in how many cases."""
    numbers = (f"{sum(len(case.of(aspect)) for case in known.values())} {aspect}" for aspect in ASPECTS)
    return f"known: {', '.join(numbers)} in {len(known)} cases"


def as_toml(known: Known) -> str:
    """The list as its file has it."""
    parts = [_HEAD]
    for case, failing in known.items():
        parts.append(f"\n[{quoted(case)}]\n")
        if failing.why:
            parts.append(f"{WHY} = {quoted(failing.why)}\n")
        for aspect in ASPECTS:
            if items := failing.of(aspect):
                parts += [f"{aspect} = [\n", *(f"  {quoted(item)},\n" for item in items), "]\n"]
    return "".join(parts)


def quoted(value: Deviation) -> str:
    """A string, or an array of them; JSON's are TOML's too, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _hashable(items: Iterable[str | list[str]]) -> tuple[Deviation, ...]:
    return tuple(item if isinstance(item, str) else tuple(item) for item in items)
