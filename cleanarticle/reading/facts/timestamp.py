"""The day of publication that a page shows its readers, by its heading, where its head does not tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from itertools import islice

from lxml.html import HtmlElement

from cleanarticle.lexicon.calendar import iso_date
from cleanarticle.lexicon.slots import is_date
from cleanarticle.reading.facts import zone
from cleanarticle.reading.facts.values import one_line, texts

_LONGEST = 100
_DATE_WORDS = frozenset(
    "date dates dateline datetime time timestamp published publish pubdate posted datum fecha data zeit uhrzeit"
    " created publication dato dt".split()
)
_LATER = frozenset("updated update modified modify aktualisiert edited lastmod".split())
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last edited|aktualisiert|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt"
    r"|oppdatert|uppdaterad|opdateret|päivitetty|zaktualizowano|aktualizováno|обновлено|оновлено|güncelleme|更新|수정)",
    re.IGNORECASE,
)
_MOST_TIMES = 60
# Only the first of them are the article's for sure.
_FIRST_TIMES = 3


def published(times: Sequence[HtmlElement], header: zone.Header, lang: str) -> Iterator[tuple[str, str]]:
    """The dates that the page shows, the likeliest first, in ISO form, each with its source."""
    shown = list(_shown([*header.behind, *header.before], lang))
    for wanted in ("time", "class", "text"):
        yield from ((_source(sign), told) for sign, later, told in shown if sign == wanted and not later)
    yield from (("time", told) for told in _marked(times, lang))
    # A date of an update is better than none, if it is the only one that stands by the heading.
    yield from ((_source(sign), told) for sign, later, told in shown if later)


def _source(sign: str) -> str:
    return "time" if sign == "time" else "timestamp"


def _shown(header: Sequence[HtmlElement], lang: str) -> Iterator[tuple[str, bool, str]]:
    """The dates by the heading: by what sort of sign, whether it tells an update, and the date."""
    for element in header:
        text = " ".join(texts(element, _LONGEST))
        if element.tag == "time":
            if told := iso_date(element.get("datetime") or "", lang) or iso_date(text, lang):
                yield "time", _is_later(element, text), told
        elif len(text) > 5:
            by_class = not _DATE_WORDS.isdisjoint(zone.words(f"{element.get('class') or ''} {element.get('id') or ''}"))
            for piece in (text,) if by_class or is_date(text) else filter(is_date, _own_texts(element)):
                # "Published on Monday, updated on Tuesday": what stands before the word is the first date.
                first = _UPDATED.split(piece)[0]
                if told := iso_date(first, lang):
                    yield ("class" if by_class else "text"), _is_later(element, first), told
                elif told := iso_date(piece, lang):
                    yield ("class" if by_class else "text"), True, told


def _own_texts(element: HtmlElement) -> Iterator[str]:
    """The texts right in an element, those of the elements within it left out."""
    yield one_line(element.text or "")
    yield from (one_line(child.tail or "") for child in islice(element, 6))


def _is_later(element: HtmlElement, text: str) -> bool:
    told = zone.words(f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('aria-label') or ''}")
    if "published" in told:
        return False
    return not told.isdisjoint(_LATER) or bool(_UPDATED.search(text)) or bool(_UPDATED.search(_before(element)))


def _before(element: HtmlElement) -> str:
    """The text right before an element: its label, if it has one."""
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return f"{(sibling.text or '')[-40:] if len(sibling) == 0 else ''} {(sibling.tail or '')[-40:]}"
    return (parent.text or "")[-40:] if parent is not None else ""


def _marked(times: Sequence[HtmlElement], lang: str) -> Iterator[str]:
    """The dates of ``<time>`` elements that are marked as the day of publication, anywhere outside of other stories."""
    for element in times[:_MOST_TIMES]:
        told = zone.words(f"{element.get('class') or ''} {element.get('itemprop') or ''}")
        if (element.get("pubdate") is None and "published" not in told) or zone.stands_apart(element):
            continue
        if date := iso_date(element.get("datetime") or " ".join(texts(element, _LONGEST)), lang):
            yield date


def in_local_time(told: str, times: Sequence[HtmlElement]) -> str:
    """A time in UTC as the page shows the same moment in its own zone, where a ``<time>`` does so.

    One that shows no zone tells it by the hours between: ``17:06`` beside ``2024-05-18T00:06Z`` is seven hours behind.
    """
    if not told.endswith(("Z", "+00:00")):
        return told
    moment = datetime.fromisoformat(told)
    for at, element in enumerate(times[:_MOST_TIMES]):
        stated = iso_date(element.get("datetime") or "")
        other = _moment(stated)
        if other and other.tzinfo:
            if other == moment and other.utcoffset():
                return stated
        elif at < _FIRST_TIMES:
            shown = _moment(stated or iso_date(" ".join(texts(element, _LONGEST))))
            zone_of = _zone_between(moment, shown) if shown and not shown.tzinfo else None
            if zone_of:
                return moment.astimezone(zone_of).isoformat()
    return told


def _moment(told: str) -> datetime | None:
    """The moment that a date tells; None where it tells no time."""
    return datetime.fromisoformat(told) if len(told) > len("2024-05-17") else None


def _zone_between(moment: datetime, shown: datetime) -> timezone | None:
    """The zone in which a moment is shown so, if there is one but UTC."""
    minutes = round((shown - moment.replace(tzinfo=None, second=shown.second)).total_seconds() / 60)
    is_zone = minutes % 30 == 0 and -12 * 60 <= minutes <= 14 * 60 and shown.second in (0, moment.second)
    return timezone(timedelta(minutes=minutes)) if minutes and is_zone else None
