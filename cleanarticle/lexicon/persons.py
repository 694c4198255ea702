"""The names of people in a byline or an author's field, without what stands around them (``persons.toml``).

``"By Jane Doe and John Roe, Staff Writers"`` names two people. Labels, roles, titles, addresses and the names of
agencies are no names of people; a desk such as ``"Sports Desk"`` is kept apart, since it may be all that a page names.
Names stay as they are written: in capitals where they are printed in capitals.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cleanarticle.lexicon.agencies import agency_called
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import IS_UNSPACED

# A field longer than this, in characters, is no list of names; nor is a name of more words or characters one.
_LONGEST_FIELD = 3_000
_MOST_WORDS = 6
_LONGEST = 60
_NO_NAME = re.compile(r"(?<!\S)\S*@\S+|https?://\S+|www\.\S+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|（([^（）]*)）")
_EDGES = " \t\n\r,;:.|/&•·*-–—_'\"“”„«»<>()[]"
_HARD = re.compile(r"\s*[,;、，；|•/]\s*|\s+[-–—·&+~]\s+|\s*&\s*")
_PARTICLES = frozenset("al bin da dal de del della der di dos du e el ibn la le ten ter van von y zu zum".split())
_SPLIT = re.compile(r"[\s\-.,]+")
_SPACES = re.compile(r"\s+")


class Named(NamedTuple):
    """Who a text names: people, agencies, and what is neither, such as desks."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def names_in(text: str) -> Named:
    """Whom a byline or an author's field names, in order, each once."""
    if len(text) > _LONGEST_FIELD:
        return Named()
    text = _NO_NAME.sub(" ", text)
    if text[:1] in "([（" and text[-1:] in ")]）":
        text = text[1:-1]
    asides = [aside for found in _BRACKETS.findall(text) for aside in found if aside]
    people: list[str] = []
    agencies = [agency for agency in map(agency_called, asides) if agency]
    others: list[str] = []
    for part in _parts(_SPACES.sub(" ", _BRACKETS.sub(" ", text)).strip()):
        folded = fold(part)
        if people and folded in _words("suffixes"):
            people[-1] += f" {part}"
        elif people and _is_credential(part, folded):
            continue
        elif agency := agency_called(part):
            agencies.append(agency)
        else:
            name, agency = _without_agency(_without_credentials(_without_tail(part)))
            agencies += [agency] * bool(agency)
            # Behind a name a role with words before it is its own: "Jane Doe, Home Security Expert".
            name = name if people else _without_role(name)
            if looks_like_person(name):
                people.append(name)
            else:
                others.append(part)
    return Named(*(tuple(dict.fromkeys(item for item in items if item)) for items in (people, agencies, others)))


def looks_like_person(name: str) -> bool:
    """Whether a name may be a person's: letters, few words, capitals where the script has them, no role."""
    words = name.split()
    if not words or len(words) > _MOST_WORDS or len(name) > _LONGEST or any(char.isdigit() for char in name):
        return False
    if words[0].lower() == "the" or _roles_in(name) or not any(map(str.isalpha, name)):
        return False
    if not all(char.isalpha() or char in " .'’‘`´-‐‑–·•ʼ\u200c\u200d" or not char.isascii() for char in name):
        return False
    capital = [word for word in words if not word[0].islower()]
    small = [word for word in words if word[0].islower()]
    return bool(capital) and all(word.lower() in _PARTICLES or "'" in word or "-" in word for word in small)


def is_full(name: str) -> bool:
    """Whether a name is more than one word, or of a script that parts no words: else it may be a user's name."""
    return len(name.split()) > 1 or (IS_UNSPACED.search(name) is not None and len(name) > 1)


def labelled(text: str) -> bool:
    """Whether a text begins with a label such as ``By`` or ``Text:`` and goes on."""
    bare = text.strip()
    return len(_without_labels(bare)) < len(bare)


def is_label(text: str) -> bool:
    """Whether a text is nothing but such a label."""
    return _without_labels(f"{text.strip()} X") == "X"


def names_another(text: str) -> bool:
    """Whether a text ends in a label of somebody who did not write it, such as ``Reviewed by`` or ``Photo:``."""
    return _others_at_end().search(fold(text.strip(_EDGES))) is not None


def is_author_label(text: str) -> bool:
    """Whether a text is what pages label an author's field with, such as ``Written by``."""
    return fold(text).strip(_EDGES) in _words("written_by")


def _parts(text: str) -> Iterator[str]:
    """The parts of a byline that separators and words such as ``and`` leave, without labels."""
    for piece in _HARD.split(_without_labels(text)):
        for part in _split_words(piece):
            part = _without_labels(part.strip(" ")).strip(_EDGES.replace(".", ""))
            if part.endswith(".") and not re.search(r"\b\w{1,2}\.$", part):
                part = part[:-1]
            if any(map(str.isalnum, part)) and not _others().match(fold(part)) and fold(part) not in _words("labels"):
                yield part


def _split_words(piece: str) -> Iterator[str]:
    """Split at ``and`` and its like; at a word of one letter only between full names (``Ramón y Cajal`` is one)."""
    start = 0
    for found in _between().finditer(piece):
        before, after = piece[start : found.start()], piece[found.end() :]
        if len(found.group(1)) == 1 and (len(before.split()) < 2 or len(after.split()) < 2):
            continue
        yield before
        start = found.end()
    yield piece[start:]


def _without_labels(text: str) -> str:
    if fold(text) in _roles():
        return text
    for _ in range(3):
        found = _labels().match(fold(text))
        if found is None or found.end() >= len(text):
            return text
        label, mark = found["label"].rstrip(), found["mark"]
        wants_mark = len(label) == 1 or (label in _words("bare") and not text[0].islower())
        if not mark and (wants_mark or (text[found.end()].islower() and not _particle(text[found.end() :]))):
            return text
        text = text[found.end() :].lstrip()
    return text


def _particle(text: str) -> bool:
    return text.partition(" ")[0] in _PARTICLES


def _without_tail(part: str) -> str:
    # Tails are told from names by their small letters, labels of others are not.
    found = _tails().search(part) or _others_within().search(fold(part))
    return part[: found.start()].rstrip() if found else part


def _without_credentials(name: str) -> str:
    words = name.split()
    while len(words) > 2 and fold(words[-1]) in _words("credentials"):
        words.pop()
    return " ".join(words)


def _without_agency(name: str) -> tuple[str, str]:
    """A name without the agency behind it, and the agency."""
    words = name.split()
    for at in range(2, len(words)):
        rest = " ".join(words[at:])
        if agency := agency_called(rest):
            return " ".join(words[:at]).rstrip(_EDGES), agency
    return name, ""


def _without_role(name: str) -> str:
    """A name without roles at its end; empty where no name of two words is left."""
    if not _roles_in(name):
        return name
    words = name.split()
    if fold(words[-1]).strip(_EDGES) in _words("desks"):
        return ""
    if len(words) == 1:
        return _without_unspaced_role(name)
    while words and _roles_in(words[-1]):
        words.pop()
    rest = " ".join(words).rstrip(_EDGES)
    gone = len(name.split()) - len(words)
    # Of "Jane Doe Health Correspondent" nothing tells where the name ends.
    told = (is_full(rest) and len(words) <= 2) or (len(words) == 3 and (gone > 1 or words[1].endswith(".")))
    return rest if gone and told and not _roles_in(rest) else ""


def _roles_in(name: str) -> bool:
    folded = fold(name)
    if IS_UNSPACED.search(folded) and any(role in folded for role in _unspaced_roles()):
        return True
    return any(word in _roles() for word in _SPLIT.split(folded))


def _without_unspaced_role(name: str) -> str:
    return next((name.removesuffix(role) for role in _unspaced_roles() if name.endswith(role) and name != role), "")


@cache
def _roles() -> frozenset[str]:
    return _words("roles") | _words("desks")


@cache
def _unspaced_roles() -> tuple[str, ...]:
    return tuple(role for role in _roles() if IS_UNSPACED.search(role))


def _is_credential(part: str, folded: str) -> bool:
    # In capitals and short: of the many that there are no list is whole.
    return folded in _words("credentials") or (part.isupper() and len(part) <= 6 and part.isascii() and " " not in part)


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files("cleanarticle.lexicon").joinpath("persons.toml").read_text("utf8"))


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _data()[table])


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _labels() -> re.Pattern[str]:
    # Labels of scripts that part no words stand right before the name.
    spaced = [label for label in _words("labels") if not IS_UNSPACED.search(label)]
    glued = _words("labels") - set(spaced)
    return re.compile(
        rf"(?P<label>(?:{_either(spaced)})(?=[\s:：/|])|{_either(glued)})(?P<mark>\s*[:：/|]|\s-(?=\s))?\s*"
    )


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(_words('others'))})(?:\s*[:：/]|\s|$)")


@cache
def _others_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s.,;|])(?:{_either(_words('others'))})$")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s+({_either(_data()['between'])})\s+")


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"(?<=\S\s)(?:{_either(_data()['tails'])})\b(?=\s|$)")


@cache
def _others_within() -> re.Pattern[str]:
    labels = [label for label in _words("others") if " " in label]
    return re.compile(rf"(?<=\S\s)(?:{_either(labels)})(?=\s|$)")
