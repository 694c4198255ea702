"""The pages of the corpus as they lie on disk, and what each engine makes of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cleanarticle
from cleanarticle import Result
from tests.golden.cases import CORPUS

FOLDER = "pages"
ENGINES = ("thorough", "fast")
FIELDS = ("title", "authors", "published")


@dataclass(frozen=True)
class Page:
    """One page: its bytes, the article's lines without those that are blank, and what its metadata should be."""

    name: str
    lang: str
    about: str
    source: bytes
    expected: tuple[str, ...]
    metadata: tuple[tuple[str, str | tuple[str, ...]], ...]


@cache
def pages(corpus: Path = CORPUS) -> dict[str, Page]:
    """All pages by name, such as "de/typo3-bruecke", in order."""
    return {page.name: page for page in map(read, sorted((corpus / FOLDER).glob("*/*/")))}


def read(folder: Path) -> Page:
    """Read the page in a folder: source.html, expected.txt and case.json."""
    data = json.loads((folder / "case.json").read_text("utf8"))
    values = ((field, tuple(told) if isinstance(told := data[field], list) else told) for field in FIELDS)
    expected = lines((folder / "expected.txt").read_text("utf8"))
    name = f"{folder.parent.name}/{folder.name}"
    return Page(name, data["lang"], data["about"], (folder / "source.html").read_bytes(), expected, tuple(values))


@cache
def analyzed(page: Page, engine: str) -> Result:
    """What an engine makes of a page; once, for all who ask."""
    return cleanarticle.analyze_html(page.source, engine=engine)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold anything: blank ones are a matter of looks."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def told(result: Result) -> Sequence[tuple[str, str | tuple[str, ...]]]:
    """What is held of a result's metadata; of dates the day."""
    values = {field: getattr(result.metadata, field) for field in FIELDS}
    return [*{**values, "published": values["published"][:10]}.items()]
