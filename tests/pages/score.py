"""How well the engines do on the pages, in numbers: ``python -m tests.pages``.

Letters of the story that come out, of all of its letters, are the recall; of all that come out, the precision. A line
counts as come out where it stands in its place as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.pages.cases import ENGINES, Page, analyzed, lines
from tests.pages.known import compare, deviations


def table(every: Iterable[Page]) -> str:
    """Exact texts, precision and recall of letters, and fields of metadata that are right, by engine."""
    every = list(every)
    return "\n".join([f"{'':10} pages  exact  prec.   rec.   meta", *(_row(engine, every) for engine in ENGINES)])


def _row(engine: str, every: list[Page]) -> str:
    kept = expected = came = exact = right = fields = 0
    for page in every:
        got = lines(analyzed(page, engine).text)
        lost = [line for sign, line in compare(page.expected, got) if sign == "-"]
        kept += _size(page.expected) - _size(lost)
        expected += _size(page.expected)
        came += _size(got)
        exact += got == page.expected
        fields += len(page.metadata)
        right += len(page.metadata) - len(deviations(page)[f"{engine}_meta"])
    shares = [(exact, len(every)), (kept, came), (kept, expected), (right, fields)]
    return f"{engine:10} {len(every):5} " + " ".join(f"{part / whole:6.3f}" for part, whole in shares)


def each(every: Iterable[Page]) -> Iterator[str]:
    """A line for each page and engine that has lost or left anything."""
    for page in every:
        counts = {aspect: len(items) for aspect, items in deviations(page).items() if items}
        if counts:
            yield f"{page.name:32} " + ", ".join(f"{aspect} {count}" for aspect, count in counts.items())


def _size(texts: Iterable[str]) -> int:
    return sum(not char.isspace() for text in texts for char in text)
