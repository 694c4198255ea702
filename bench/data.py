"""Read a bench folder: texts labelled by hand, and pages whose references label more of them by alignment."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Labelled:
    """A text whose lines were judged: for each line a kind, or empty for body; unsure ones listed.

    ``partial`` has the parts of lines that are residue, each with the number of its line.
    """

    id: str
    site: str
    extractor: str
    lang: str
    lines: tuple[str, ...]
    kinds: tuple[str, ...]
    unsure: frozenset[int]
    partial: tuple[tuple[int, str], ...] = ()


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def pages(folder: Path) -> dict[str, dict[str, Any]]:
    """The pages of a bench folder by id, without their HTML."""
    found = {}
    for path in sorted(folder.glob("pages.*.gz")):
        for row in read(path):
            row.pop("html")
            found[row["id"]] = row
    return found


def host(row: dict[str, Any]) -> str:
    """The site of a page, for splitting: its registered name, more or less."""
    parts = urlsplit(row.get("url") or "").hostname or row.get("site") or row["id"]
    return parts.removeprefix("www.")


def invented(name: str) -> list[Labelled]:
    """Read one of the two sets of invented texts with labels.

    ``structures`` are bodies of a form that scraped texts hold too little of to learn from (recipes, interviews, data
    sheets); ``residue`` are short stories amid many lines of residue, in many wordings.
    """
    return [
        Labelled(row["id"], row["id"], "", row["lang"], tuple(row["lines"]),
                 tuple(row["labels"].get(str(i), "") for i in range(len(row["lines"]))), frozenset())
        for row in read(Path(__file__).parent / "invented" / f"{name}.jsonl")
    ]  # fmt: skip


def labelled(folder: Path, known: dict[str, dict[str, Any]] | None = None) -> list[Labelled]:
    """The hand-labelled texts of a bench folder."""
    known = known if known is not None else pages(folder)
    out = []
    for row in read(folder / "labels.jsonl"):
        page = known.get(row["id"], {"id": row["id"]})
        kinds = tuple(row["labels"].get(str(i), "") for i in range(len(row["lines"])))
        partial = tuple((int(line), part) for line, parts in row["partial"].items() for part, _ in parts)
        out.append(Labelled(row["id"], host(page), row["extractor"], page.get("lang") or "", tuple(row["lines"]), kinds,
                            frozenset(row["unsure"]), partial))  # fmt: skip
    return out


def annotated(folder: Path, known: dict[str, dict[str, Any]]) -> list[Labelled]:
    """The texts of a bench folder whose labels stand in ``bench/labels``: line numbers and kinds, no text.

    A text that the folder does not hold, or holds in another version, is left out.
    """
    marks = {
        (row["id"], row["extractor"]): row
        for path in sorted((Path(__file__).parent / "labels").glob("*.jsonl"))
        for row in read(path)
    }
    out = []
    for row in read(folder / "texts.jsonl.gz"):
        mark = marks.get((row["id"], row["extractor"]))
        if mark is None or mark["text"] != hashlib.sha256(row["text"].encode()).hexdigest()[:16]:
            continue
        lines, page = tuple(row["text"].split("\n")), known[row["id"]]
        kinds = tuple(mark["labels"].get(str(i), "") for i in range(len(lines)))
        out.append(Labelled(row["id"], host(page), row["extractor"], page.get("lang") or "", lines, kinds,
                            frozenset(mark["unsure"])))  # fmt: skip
    return out
