"""In what the library deviates from the pages, and the list of what is known of it, made anew and written.

    lost   lines of the story that do not come out       left   lines that come out and are no line of the story
    meta   metadata that differ: field, wanted, got

each by engine. A line that comes out in another place, or with more or less than it should have, is lost and left.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.golden.cases import CORPUS
from tests.golden.known import Deviation, quoted
from tests.pages.cases import ENGINES, Page, analyzed, lines, pages, told

FILE = "known_failures_pages.toml"
ASPECTS = tuple(f"{engine}_{aspect}" for engine in ENGINES for aspect in ("lost", "left", "meta"))
_HEAD = """\
# What the library is known to get wrong on the pages of the corpus, a table per page; all else of a page is held.
# `python -m tests.golden known` writes the list anew; tests/pages/known.py tells what stands where.
"""

Known = dict[str, dict[str, list[Deviation]]]


@cache
def deviations(page: Page) -> dict[str, list[Deviation]]:
    """The deviations of each engine and aspect, in the order of the text."""
    found: dict[str, list[Deviation]] = {}
    for engine in ENGINES:
        result = analyzed(page, engine)
        compared = [*compare(page.expected, lines(result.text))]
        found[f"{engine}_lost"] = [line for sign, line in compared if sign == "-"]
        found[f"{engine}_left"] = [line for sign, line in compared if sign == "+"]
        got = dict(told(result))
        found[f"{engine}_meta"] = [
            (field, _plain(wanted), _plain(got[field])) for field, wanted in page.metadata if wanted != got[field]
        ]
    return found


def compare(expected: tuple[str, ...], got: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The lines that differ, each with "-" where it is expected and "+" where it came."""
    matcher = difflib.SequenceMatcher(None, expected, got, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from (("-", line) for line in expected[a:b])
            yield from (("+", line) for line in got[c:d])


def known(corpus: Path = CORPUS) -> Known:
    """The list as its file has it."""
    path = corpus / FILE
    tables = tomllib.loads(path.read_text("utf8")) if path.exists() else {}
    return {
        name: {aspect: [tuple(i) if isinstance(i, list) else i for i in items] for aspect, items in table.items()}
        for name, table in tables.items()
    }


def now(every: Iterable[Page]) -> Known:
    """The failures of now."""
    found = {page.name: {aspect: items for aspect, items in deviations(page).items() if items} for page in every}
    return {name: table for name, table in found.items() if table}


def as_toml(failures: Known) -> str:
    """The list as its file has it."""
    parts = [_HEAD]
    for name, table in failures.items():
        parts.append(f"\n[{quoted(name)}]\n")
        for aspect in ASPECTS:
            if items := table.get(aspect):
                parts += [f"{aspect} = [\n", *(f"  {quoted(item)},\n" for item in items), "]\n"]
    return "".join(parts)


def renew(corpus: Path = CORPUS) -> None:
    """Write the list anew, of a corpus that has pages."""
    if every := pages(corpus):
        (corpus / FILE).write_text(as_toml(now(every.values())), "utf8", newline="\n")


def _plain(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)
