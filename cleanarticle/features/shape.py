"""The shape of each block: length, closing punctuation, capitals, digits, separators."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleanarticle.document import Document

_CLOSERS = "\"'’”»›)]）】」』“*_ "
_TERMINAL = frozenset(".!?。！？।؟…｡۔։")
_SEPARATOR = re.compile(r"[|•·›»→▸／>│]|\s[-–—/]\s|::")
# An expression that begins with one set of characters finds the places to look at fast.
_SENTENCE_END = re.compile(r"[.!?؟।。！？](?:(?<=[。！？])|[\"'’”»)\]]*\s)")
_MAY_SEPARATE = re.compile(r"[|•·›»→▸／>│–—/:-]")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_BULLET = re.compile(r"[-–—•·▪◦‣●○■□*+>»›→✓✔▶]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\[email.protected\]|(?<!\w)@\w{2,}")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|co|de|fr|ru|io|info|tv)\b")
_QUOTES = frozenset("\"“”„«»‘'「『—–-")
_THAI = re.compile("[\u0e00-\u0eff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")

# A longer block is a paragraph, whatever else it is: only its beginning is looked at, in characters.
_LONG = 240
# Capitals, digits and separators tell lines apart; a line is shorter than this, in characters.
_LINE = 130
# A sentence this long, in words, is prose wherever it stands.
PROSE_WORDS = 12
# Two characters of a script without spaces carry about what a word does elsewhere.
_CHARS_A_WORD = 2


class Shape(NamedTuple):
    """The shape of one block.

    Attributes:
        words: Words, or half the characters where a script has no spaces.
        sentences: Ends of sentences inside the block, and at its end.
        terminal: Whether the block ends as a sentence does.
        last: Its last character, closing quotes and brackets aside.
        capitals: Share of the words that start with a capital, 0 to 1; of a script without case, 0.
        upper: Whether all its letters are capitals.
        lower_start: Whether it starts with a small letter.
        digits: Share of its characters that are digits.
        separators: Signs such as ``|`` and ``·`` between its parts.
        bullet: Whether it starts as a list item.
        quoted: Whether it starts with a quotation mark or a dash of dialogue.
        link: Whether it shows a URL, an e-mail address or a handle.
        bracketed: Whether brackets enclose it.
        prose: Whether it reads as running text: long enough, and with a finished sentence in it.
    """

    words: int
    sentences: int
    terminal: bool
    last: str
    capitals: float
    upper: bool
    lower_start: bool
    digits: float
    separators: int
    bullet: bool
    quoted: bool
    link: bool
    bracketed: bool
    prose: bool


def shapes(document: Document) -> tuple[Shape, ...]:
    """The shape of every block."""
    return tuple(shape_of(block.text) for block in document.blocks)


def shape_of(text: str) -> Shape:
    """The shape of one line or paragraph."""
    parts = text.split() if len(text) < _LINE else ()
    words = len(parts) or text.count(" ") + 1
    unstopped = False
    if not text.isascii():
        head = text[:_LONG]
        share = len(_UNSPACED.findall(head)) / len(head) if _UNSPACED.search(head) else 0.0
        if share > 1 / 3:
            words = max(words, int(share * len(text)) // _CHARS_A_WORD)
            # Thai sentences end in a space.
            unstopped = words > 2 * PROSE_WORDS and _THAI.search(head) is not None
    bare = text.rstrip(_CLOSERS)
    last = bare[-1] if bare else text[-1]
    terminal = last in _TERMINAL
    head = text if len(text) < _LONG else text[:_LONG]
    short = len(text) < _LINE
    first = text[0]
    capitals = sum(map(str.istitle, parts)) + sum(map(str.isupper, parts)) if short else 0
    sentences = len(_SENTENCE_END.findall(head)) + terminal if words > 3 else int(terminal)
    return Shape(
        words=words,
        sentences=sentences,
        terminal=terminal,
        last=last,
        capitals=min(1.0, capitals / len(parts)) if parts else 0.2,
        upper=short and text.isupper(),
        lower_start=first.islower(),
        digits=_digits(text) / len(text) if short else 0.0,
        separators=len(_SEPARATOR.findall(text)) if short and _MAY_SEPARATE.search(text) else 0,
        bullet=_BULLET.match(text) is not None,
        quoted=first in _QUOTES,
        link=_shows_link(head),
        bracketed=first in "([（【" and text[-1] in ")]）】",
        prose=words >= PROSE_WORDS
        and (terminal or sentences > 0 or (last in ":;,،" and words > 2 * PROSE_WORDS) or unstopped),
    )


def _digits(text: str) -> int:
    if text.isascii():
        return len(text) - len(text.translate(_NO_DIGITS))
    return len(_DIGIT.findall(text))


def _shows_link(text: str) -> bool:
    if ("@" in text or "www." in text or "://" in text or "[email" in text) and _ADDRESS.search(text):
        return True
    # A bare domain is a link on a line of its own; in a paragraph it is a name, and looking for one costs.
    return len(text) < _LINE and "." in text and _DOMAIN.search(text) is not None
