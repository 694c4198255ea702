"""What its page says of each text that may be of the article: the numbers that its words alone do not hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cleanarticle.document import Facts
from cleanarticle.outline import Outline
from cleanarticle.reading.layout import Layout
from cleanarticle.reading.region import COLUMNS as REGION
from cleanarticle.reading.roles import role_names

# A text this long, in words, is worth counting where the extractor's voice is heard.
_HEARD = 8
_NEAR = 5
_AROUND = (-3, -2, -1, 1, 2, 3)
_OWN = ("links", "emphasis", "breaks", "markup", "prose_frame", "in_description", "is_title", "in_title")
_CHANCES = ("chance", *(f"chance@{offset:+d}" for offset in _AROUND), "chances_before", "chances_after")
_VOICE = ("voice", "voice@-1", "voice@+1", "voice_near_before", "voice_near_after", "voice_before", "voice_after")
# How near a frame with a role is: the text's own inline element, its frame, the one around it, any.
_INLINE, _FRAME, _PARENT, _ANY = 3.0, 2.0, 1.5, 1.0


def columns(engine: str) -> tuple[str, ...]:
    """The names of the numbers, in their order."""
    voice = _VOICE if engine == "thorough" else ()
    return (*REGION, *_OWN, *(f"near.{role}" for role in role_names()), *_CHANCES, *voice)


def evidence(
    page: Outline,
    placed: Layout,
    facts: Facts,
    rows: Sequence[tuple[float, ...]],
    chances: Sequence[float],
    chosen: Sequence[int],
    voice: Sequence[float] | None,
) -> tuple[tuple[float, ...], ...]:
    """The numbers on each of the ``chosen`` elements.

    ``rows`` and ``chances`` are those of the region, on all elements; ``voice`` tells of each element whether the
    extractor gave it, where one was asked.
    """
    title, description = _told(facts.title), _told(facts.description)
    longest = 2 * max(len(facts.title), len(facts.description))
    total = max(1, sum(placed.prose))
    bits = [1 << place for place in range(len(role_names()))]
    picked = [chances[i] for i in chosen]
    summed = [0.0, *accumulate(picked)]
    padded = [-1.0] * 3 + picked + [-1.0] * 3
    heard = [] if voice is None else _heard(voice, placed.words)
    out: list[tuple[float, ...]] = []
    for place, i in enumerate(chosen):
        element = page.elements[i]
        own = element.text[:longest].lower()
        out.append((
            *rows[i],
            element.links, element.emphasis, element.breaks, "</" in element.text or "<a " in element.text,
            placed.direct_prose[element.frame] / total,
            bool(own and description) and (own in description or description in own),
            own == title != "", bool(own and title) and (own in title or title in own),
            *_nearness(page, placed, element.frame, element.roles, bits),
            picked[place], *(padded[place + 3 + offset] for offset in _AROUND),
            summed[place], summed[-1] - summed[place + 1],
            *(heard[i] if heard else ()),
        ))  # fmt: skip
    return tuple(out)


def _told(fact: str) -> str:
    """A fact as an element would print it, in lower case."""
    return " ".join(fact.lower().split())


def _nearness(page: Outline, placed: Layout, frame: int, inline: int, bits: Sequence[int]) -> list[float]:
    own, around = page.tags[frame].roles, page.tags[max(0, page.parents[frame])].roles
    every = placed.roles[frame] | inline
    return [
        0.0 if not every & role
        else _INLINE if inline & role else _FRAME if own & role else _PARENT if around & role else _ANY
        for role in bits
    ]  # fmt: skip


def _heard(voice: Sequence[float], words: Sequence[int]) -> list[tuple[float, ...]]:
    """What the extractor's voice says of each element and around it."""
    counted = [0.0, *accumulate(said if long >= _HEARD else 0.0 for said, long in zip(voice, words, strict=True))]
    last = len(voice) - 1
    return [
        (
            said, voice[i - 1] if i else 0.0, voice[i + 1] if i < last else 0.0,
            counted[i] - counted[max(0, i - _NEAR)], counted[min(last + 1, i + _NEAR + 1)] - counted[i + 1],
            counted[i], counted[-1] - counted[i + 1],
        )
        for i, said in enumerate(voice)
    ]  # fmt: skip
