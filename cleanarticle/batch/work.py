"""What a worker does with records: parse, clean, count, encode. What fails with one does not touch the others."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from cleanarticle.batch.chunks import Item
from cleanarticle.batch.encode import encode, line
from cleanarticle.batch.formats import story
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import Story, UnfitError
from cleanarticle.batch.tally import Tally, add_to
from cleanarticle.cleaner import Cleaner
from cleanarticle.errors import HeuristicWarning
from cleanarticle.records import record_of
from cleanarticle.result import Result

# The longest reason that an error file takes; a parser may quote half a page.
_LONGEST = 500
NOWHERE = "(no address)"


@dataclass
class Done:
    """What became of some records.

    Attributes:
        output: What to append to the output.
        errors: What to append to the error file.
        tally: What to add to the counts.
        broken: Inputs that broke off, and why.
    """

    output: bytes = b""
    errors: bytes = b""
    tally: Tally = field(default_factory=Tally)
    broken: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Done) -> None:
        """Append what became of the records that follow."""
        self.output += other.output
        self.errors += other.errors
        self.tally.add(other.tally)
        self.broken += other.broken


def failed(item: Item, reason: str, url: str | None = None) -> Done:
    """What becomes of a record that cannot be cleaned."""
    is_final = item.raw.final
    return Done(
        errors=_entry(item, "error", reason, url),
        tally=Tally(failed=int(not is_final), broken=int(is_final)),
        broken=[(item.file, reason)] if is_final else [],
    )


def _entry(item: Item, what: str, reason: str, url: str | None) -> bytes:
    reason = " ".join(reason.split())[:_LONGEST]
    return line({"file": item.file, "record": item.raw.number, "url": url, what: reason})


class Worker:
    """Cleans records as the options say; the one thing that a worker process holds."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._cleaner: Cleaner = options.cleaner()

    def __call__(self, items: Sequence[Item]) -> Done:
        """Clean some records."""
        done = Done()
        rows: list[dict[str, Any]] = []
        for item in items:
            if item.raw.skipped:
                done.tally.skipped += 1
            elif item.raw.flaw:
                done.add(failed(item, item.raw.flaw))
            else:
                self._one(item, rows, done)
        done.output = encode(rows, self._options)
        return done

    def _one(self, item: Item, rows: list[dict[str, Any]], done: Done) -> None:
        url = None
        try:
            found = story(item.format, item.raw.payload, self._options)
            url = found.url
            result, caught = self._analyze(found)
            row = {"file": item.file, "record": item.raw.number, **found.carried}
            row |= record_of(result, self._options.removals)
        except UnfitError as error:
            done.add(failed(item, str(error), url))
            return
        except Exception as error:  # whatever a parser or a plug-in does to this record, the others go on
            done.add(failed(item, f"{type(error).__name__}: {error}", url))
            return
        rows.append(row)
        _count(done.tally, result, row["url"])
        for message in caught:
            done.errors += _entry(item, "warning", message, url)
            done.tally.warnings += 1

    def _analyze(self, found: Story) -> tuple[Result, list[str]]:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("ignore")
            warnings.simplefilter("always", HeuristicWarning)
            if found.is_page:
                result = self._cleaner.analyze_html(found.source, url=found.url, lang=found.lang)
            else:
                text = str(found.source)
                result = self._cleaner.analyze(text, title=found.title, url=found.url, lang=found.lang)
        return result, [str(warning.message) for warning in caught]


def _count(tally: Tally, result: Result, url: str | None) -> None:
    before, after = len(result.source_text), len(result.text)
    tally.cleaned += 1
    tally.source += before
    tally.clean += after
    add_to(tally.sites, _site(url), (1, before, after))
    seen = set()
    for removal in result.removed:
        is_first = removal.kind not in seen
        seen.add(removal.kind)
        add_to(tally.kinds, removal.kind, (1, int(is_first), len(removal.text)))


def _site(url: str | None) -> str:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # such as a bracket that is not closed
        host = None
    return host.removeprefix("www.") if host else NOWHERE
