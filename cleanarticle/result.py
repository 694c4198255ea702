"""What heuristics say and what comes out: findings, removals, metadata, the result. Plain frozen data, all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, NamedTuple

from cleanarticle.document import Facts


class Finding(NamedTuple):
    """A heuristic's word that a span may be residue.

    Attributes:
        start: Where the span starts in the document's text, in code points.
        end: Where it ends, half-open.
        kind: Which kind of residue it would be.
        confidence: How sure the heuristic is by itself, 0 to 1. At or over the cleaner's threshold it settles the span,
            guards aside; below, it is evidence that is weighed with the rest.
        reason: Why, for a person to read.
        heuristic: The heuristic's name; filled in by the cleaner.
        signal: The name under which learnt weights know this sort of finding; empty for a plug-in's.
        captures: What was read in passing, such as ``("author", "Jane Doe")``, for the metadata.
    """

    start: int
    end: int
    kind: str
    confidence: float
    reason: str
    heuristic: str = ""
    signal: str = ""
    captures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A span that was taken out, and why.

    Attributes:
        start: Where it starts in the source text, in code points.
        end: Where it ends, half-open. Removals of one result are disjoint and sorted.
        kind: What it was.
        confidence: The probability, 0 to 1, that it is residue.
        heuristic: The heuristic whose finding counted most.
        reason: Why it went, for a person to read.
        text: The source text of the span, with the white space that went with it.
        path: Where the element stands in the page, for HTML; empty for text.
    """

    start: int
    end: int
    kind: str
    confidence: float
    heuristic: str
    reason: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """A span that looked like residue and was kept: by a guard, by the threshold, or because its kind is kept.

    ``guard`` names what turned the removal down and ``reason`` says why; the other fields are a removal's.
    """

    start: int
    end: int
    kind: str
    confidence: float
    heuristic: str
    reason: str
    text: str
    guard: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article: from the page's facts first, then from what was removed.

    Attributes:
        title: Its title, without the site's name.
        description: What it is about, in a sentence or two.
        authors: The names of the people who wrote it; where none is named, the desk, agency or site that is.
        published: When it was published: ISO 8601 with as much as is told, from ``2024-05-17`` to
            ``2024-05-17T10:04:30+02:00``; as it is written where it cannot be read.
        modified: When it was changed last, in the same form.
        agency: The agency that supplied it.
        site_name: What the site is called.
        section: The section it stands in.
        url: Its canonical address.
        lang: The language that it is said to be in, as a code such as ``de-AT``.
        captions: The captions of its pictures.
        tags: Its topics and keywords.
        sources: Where each of these was read, as pairs such as ``("published", "json-ld")``; ``docs/metadata.md`` lists
            the sources.
    """

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    agency: str = ""
    site_name: str = ""
    section: str = ""
    url: str = ""
    lang: str = ""
    captions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_facts(cls, facts: Facts) -> Metadata:
        """The metadata that a page states itself."""
        told = {field.name for field in fields(cls)} & {field.name for field in fields(facts)}
        return cls(**{name: getattr(facts, name) for name in told})

    def source(self, name: str) -> str:
        """Where a field was read, such as ``"json-ld"``; empty where nothing is known of it."""
        return dict(self.sources).get(name, "")


@dataclass(frozen=True, slots=True)
class Result:
    """An article, cleaned and explained.

    Attributes:
        text: The clean text.
        source_text: The text it was made from; for a page, its main text in reading order.
        removed: What was taken out, in order.
        declined: What was considered and kept, in order.
        metadata: Title, authors, dates and more.
        rendered: The article as Markdown or HTML, where that was asked for; its words are those of ``text``.
    """

    text: str
    source_text: str
    removed: tuple[Removal, ...] = ()
    declined: tuple[Declined, ...] = ()
    metadata: Metadata = Metadata()
    rendered: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The result as plain dicts, lists, strings and numbers, ready for ``json.dumps``."""
        plain: dict[str, Any] = _plain(asdict(self))
        plain["metadata"]["sources"] = dict(self.metadata.sources)
        if not self.rendered:  # only who asks for Markdown or HTML gets a field of it
            del plain["rendered"]
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Result:
        """The result that ``to_dict`` gave, again; raises KeyError or TypeError where it is not one."""
        known = {field.name: field.type for field in fields(Metadata)}
        metadata: dict[str, Any] = {
            name: tuple(value) if isinstance(value, (list, tuple)) else value
            for name, value in data["metadata"].items()
            if name in known
        }
        metadata["sources"] = tuple(data["metadata"].get("sources", {}).items())
        return cls(
            text=data["text"],
            source_text=data["source_text"],
            removed=tuple(Removal(**item) for item in data["removed"]),
            declined=tuple(Declined(**item) for item in data["declined"]),
            metadata=Metadata(**metadata),
            rendered=data.get("rendered", ""),
        )


def replay(source_text: str, removed: tuple[Removal, ...]) -> str:
    """Take removals out of a source text: gives ``result.text`` again for a result's own two fields."""
    kept: list[str] = []
    at = 0
    for removal in removed:
        kept.append(source_text[at : removal.start])
        at = removal.end
    kept.append(source_text[at:])
    return "".join(kept)


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
