"""What a batch run is asked to do. Plain frozen data: it goes to the worker processes."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cleanarticle.cleaner import Cleaner
from cleanarticle.errors import BatchError

MAX_RECORD_SIZE = 10_000_000
TIMEOUT = 60.0

# Suffix -> the form of the output.
_OUTPUTS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl.gz",
    ".jsonl.zst": "jsonl.zst",
    ".parquet": "parquet",
}


@dataclass(frozen=True)
class Fields:
    """Which fields of JSON, CSV and Parquet records hold what; for an object inside another ``"outer.inner"``.

    Attributes:
        text: The plain text. None: ``"text"``, unless ``html`` is given.
        html: The page. None: ``"html"``, unless ``text`` is given.
        url: Where it is from. None: ``"url"``, where there is one.
        title: The title that goes with a plain text. None: ``"title"``, where there is one.
        lang: Its language; None: told from the text or the page.
        carry: Fields that go into the output as they are.
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    carry: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[tuple[str, bool], ...]:
        """The fields to clean, the first that a record has; and for each whether it is a page."""
        if self.text is None and self.html is None:
            return (("text", False), ("html", True))
        both = ((self.text, False), (self.html, True))
        return tuple((name, is_page) for name, is_page in both if name is not None)

    @property
    def named(self) -> tuple[str, ...]:
        """The fields besides the sources that were asked for by name."""
        return tuple(name for name in (self.url, self.title, self.lang, *self.carry) if name is not None)


@dataclass(frozen=True)
class Options:
    """A batch run.

    Attributes:
        inputs: Files and folders, in order; ``"-"`` is standard input.
        output: The file to make: ``.jsonl``, ``.jsonl.gz``, ``.jsonl.zst`` or ``.parquet``.
        errors: The file for what fails, as JSON Lines; None: beside the output.
        format: What all inputs are: ``jsonl``, ``csv``, ``parquet``, ``warc`` or ``files``; None: told by their names.
        fields: Which fields hold what.
        lang: The language of every record.
        removals: Whether the output says what was taken out.
        cleaning: Arguments of ``Cleaner``.
        jobs: Number of worker processes.
        timeout: Seconds that one record may take.
        max_record_size: Bytes that one record may have.
    """

    inputs: tuple[str, ...]
    output: Path
    errors: Path | None = None
    format: str | None = None
    fields: Fields = Fields()
    lang: str | None = None
    removals: bool = False
    cleaning: Mapping[str, Any] = field(default_factory=dict)
    jobs: int = 1
    timeout: float = TIMEOUT
    max_record_size: int = MAX_RECORD_SIZE

    @property
    def form(self) -> str:
        """The form of the output: ``jsonl``, ``jsonl.gz``, ``jsonl.zst`` or ``parquet``; else raises BatchError."""
        name = self.output.name.lower()
        for suffix, form in _OUTPUTS.items():
            if name.endswith(suffix):
                return form
        raise BatchError(f"-o {self.output}: its name must end in {', '.join(_OUTPUTS)}")

    @property
    def errors_path(self) -> Path:
        """The file for what fails."""
        return self.errors or self.output.with_name(f"{self.output.name}.errors.jsonl")

    def cleaner(self) -> Cleaner:
        """The cleaner that all records go through; raises what ``Cleaner`` does."""
        return Cleaner(**self.cleaning)

    def decisive(self) -> dict[str, Any]:
        """All that decides what the output will be: a run goes on only if none of it has changed."""
        rules = [_digest(Path(path)) for path in self.cleaning.get("rules", ())]
        return {
            "version": importlib.metadata.version("cleanarticle"),
            "inputs": list(self.inputs),
            "format": self.format,
            "fields": {**asdict(self.fields), "carry": list(self.fields.carry)},
            "lang": self.lang,
            "removals": self.removals,
            "max-record-size": self.max_record_size,
            **{name: value for name, value in _plain(self.cleaning).items() if name != "rules"},
            "rules": rules,
        }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _plain(cleaning: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, (list, tuple)) else value for name, value in cleaning.items()}
