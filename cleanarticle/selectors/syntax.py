"""What a selector says, read from its text."""

from __future__ import annotations

import re
from typing import NamedTuple


class SelectorError(ValueError):
    """A selector has a mistake, or something that is not known here; the message says what."""


class Attribute(NamedTuple):
    """What an attribute must be: a class and an id are attributes too.

    Attributes:
        name: Its name.
        operator: ``""`` for any value, or one of CSS: ``=``, ``~=``, ``|=``, ``^=``, ``$=``, ``*=``.
        value: What it is compared with.
        fold: Whether capitals make no difference.
    """

    name: str
    operator: str = ""
    value: str = ""
    fold: bool = False


class Step(NamedTuple):
    """One element of a way: how it stands to the one before, its name (empty: any), and its attributes."""

    combinator: str
    name: str
    attributes: tuple[Attribute, ...]


class Selector(NamedTuple):
    """A selector: its text, and the ways to an element that it allows, a way for each part between commas."""

    text: str
    ways: tuple[tuple[Step, ...], ...]


_WORD = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
_TOKEN = re.compile(
    rf"""(?P<combinator>\s*[>+~,]\s*|\s+)
    |(?P<name>\*|{_WORD})
    |\.(?P<class>{_WORD})
    |\#(?P<id>{_WORD})
    |\[\s*(?P<attribute>{_WORD})\s*
        (?:(?P<operator>[~|^$*]?=)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>{_WORD}))\s*(?P<fold>[iI])?\s*)?\]
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(.)")


def read_selector(text: str) -> Selector:
    """Read a selector; raises SelectorError where it cannot be."""
    ways: list[tuple[Step, ...]] = []
    steps: list[Step] = []
    combinator, step = "", None  # what joins the step that comes, and the step that is being read
    source = text.strip()
    at = 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise SelectorError(_unknown(source, at))
        if found["combinator"]:
            if step is None:
                raise SelectorError(f"nothing stands before {source[at:]!r}")
            steps.append(step)
            combinator, step = found["combinator"].strip() or " ", None
            if combinator == ",":
                ways.append(tuple(steps))
                steps, combinator = [], ""
        elif found["name"]:
            if step is not None:
                raise SelectorError(f"the name {found['name']!r} stands behind a class, an id or an attribute")
            step = Step(combinator, "" if found["name"] == "*" else _plain(found["name"]).lower(), ())
        else:
            step = step or Step(combinator, "", ())
            step = step._replace(attributes=(*step.attributes, _attribute(found)))
        at = found.end()
    if step is None:
        raise SelectorError("it ends where an element should stand")
    return Selector(text, (*ways, (*steps, step)))


def _attribute(found: re.Match[str]) -> Attribute:
    if found["class"]:
        return Attribute("class", "~=", _plain(found["class"]))
    if found["id"]:
        return Attribute("id", "=", _plain(found["id"]))
    value = next((found[name] for name in ("double", "single", "plain") if found[name] is not None), "")
    return Attribute(_plain(found["attribute"]).lower(), found["operator"] or "", _plain(value), bool(found["fold"]))


def _plain(word: str) -> str:
    return _ESCAPE.sub(r"\1", word)


def _unknown(source: str, at: int) -> str:
    rest = source[at:]
    if rest.startswith(":"):
        return f"{rest!r}: pseudo-classes are not known here"
    return f"{rest!r} is not understood"
