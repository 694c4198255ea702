"""Make the generated parts of the documentation anew: tables between markers, and what the examples give.

    python -m docs.generate            write them
    python -m docs.generate --check    say which pages are stale, and exit with 1 if any is

A table stands between ``<!-- name -->`` and ``<!-- /name -->``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence

from cleanarticle.cleaner import PRESETS
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import name_of, summary_of
from cleanarticle.heuristics.phrases import PHRASES
from cleanarticle.kinds import KINDS
from cleanarticle.lexicon.entry import PARTIAL_PLACES, PLACES
from cleanarticle.lexicon.load import languages
from cleanarticle.lexicon.slots import SLOTS
from cleanarticle.records import COLUMNS
from docs.examples import PAGES, ROOT, refreshed

_PRESETS = {
    "careful": "only what is nearly certain goes",
    "balanced": "the default",
    "thorough": "what is in doubt goes too",
}
_PLACES = {
    "whole": "the phrase is all of the line",
    "start": "the line begins with it",
    "end": "the line ends with it",
    "inside": "it stands anywhere in the line",
    "lead": "the line begins with it, and only the phrase goes",
    "tail": "the line ends with it, after the end of a sentence, and only the phrase goes",
}
_SLOTS = {
    "NAME": "one name: a person, a desk, a paper; capitalised where the script has capitals",
    "NAMES": "one or several names, parted by commas or a word for *and*",
    "DATE": "a date, a time or both; months and weekdays of many languages",
    "TIME": "a time of day",
    "NUMBER": "a number, with separators, and `k` or `m`",
    "URL": "a web address, with or without `https://`",
    "EMAIL": "an e-mail address",
    "HANDLE": "a name on a network, such as `@courier`",
    "WORD": "one word",
    "WORDS": "one to about six words, no end of a sentence among them",
    "ANY": "anything, of at most 300 characters",
}


def presets() -> str:
    """Presets and their thresholds."""
    rows = [(f"`{name}`", f"{value:g}", _PRESETS[name]) for name, value in PRESETS.items()]
    return _table(("preset", "threshold", "what goes"), rows)


def kinds() -> str:
    """The kinds of residue."""
    rows = [(f"`{kind.name}`", kind.meaning, f"`{kind.example}`") for kind in KINDS]
    return _table(("kind", "what it is", "for example"), rows)


def heuristics() -> str:
    """The built-in heuristics; those of phrases in one row."""
    rows = [("`KIND-phrases`", "phrases of a lexicon, one heuristic for each kind", "`phrases.py`")]
    for each in BUILTIN:
        if each not in PHRASES:
            module = each.__module__.rpartition(".")[2]
            rows.append((f"`{name_of(each)}`", summary_of(each).replace("``", "`"), f"`{module}.py`"))
    return _table(("name", "what it looks for", "file"), rows)


def places() -> str:
    """The places of a phrase in its line."""
    goes = {name: "that part" if name in PARTIAL_PLACES else "the line" for name in PLACES}
    rows = [(f"`{name}`", _PLACES[name], goes[name]) for name in PLACES]
    return _table(("place", "meaning", "what goes"), rows)


def slots() -> str:
    """The slots of phrases."""
    return _table(("slot", "what may stand there"), [(f"`{{{name}}}`", _SLOTS[name]) for name in SLOTS])


def lexicons() -> str:
    """The languages that have a lexicon."""
    return ", ".join(f"`{code}`" for code in languages()) + "\n"


def columns() -> str:
    """The columns of a record."""
    words = {"string": "string", "strings": "list of strings", "share": "number, 0 to 1"}
    return _table(("column", "type", "what"), [(f"`{item.name}`", words[item.type], item.meaning) for item in COLUMNS])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


TABLES: dict[str, Callable[[], str]] = {
    function.__name__: function for function in (presets, kinds, heuristics, places, slots, lexicons, columns)
}


def generated(page: str) -> str:
    """A page with its tables made anew and its examples run anew."""
    for name, make in TABLES.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        table = make()
        page = between.sub(lambda match, table=table: f"{match[1]}{table}{match[2]}", page)
    return refreshed(page)


def main() -> int:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description="Make the generated parts anew.")
    parser.add_argument("--check", action="store_true", help="only say which pages are stale")
    check = parser.parse_args().check
    stale = []
    for path in PAGES:
        page = path.read_text("utf-8")
        fresh = generated(page)
        if fresh != page:
            stale.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.write_text(fresh, "utf-8")
    for name in stale:
        print(f"{name}: {'stale; run python -m docs.generate' if check else 'made anew'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
