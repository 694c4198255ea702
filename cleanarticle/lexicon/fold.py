"""Fold text for comparison without moving a single offset.

Phrases and text are compared lower-case and with one form of each quote, dash and space. ``str.casefold`` and Unicode
normalisation would change the length of a text, and every span found in it would point to the wrong place; so each
replacement here is one code point for one code point.
"""

from __future__ import annotations

# Applied in order, each with str.replace: on text that has none of them this is a memory scan, far cheaper than
# str.translate, which looks every character up.
_REPLACEMENTS = tuple(
    (char, plain)
    for plain, chars in {
        " ": "\u00a0\u2009\u202f\u3000\t\u2002\u2003",
        "'": "‘’‛ʼ`´＇׳",
        '"': "“”„‟«»″＂״",
        "-": "–—‐‑‒−―－",
        ":": "：",
        "|": "｜¦",
        "/": "／",
        "(": "（",
        ")": "）",
        "!": "！",
        "?": "？",
        ",": "，",
        "σ": "ς",
        # Greek capitals are printed without the accent, Romanian with a cedilla or a comma below.
        "α": "ά", "ε": "έ", "η": "ή", "ι": "ίϊΐ", "ο": "ό", "υ": "ύϋΰ", "ω": "ώ", "ș": "ş", "ț": "ţ",
        "i": "ı",
        "ا": "أإآ",
        "ی": "يى",
        "ک": "ك",
    }.items()
    for char in chars
)  # fmt: skip


def fold(text: str) -> str:
    """Return ``text`` lower-case with plain quotes, dashes and spaces; always as long as ``text``."""
    if "İ" in text:  # the one character whose lower case is two code points
        text = text.replace("İ", "i")
    text = text.lower()
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ")
    for char, plain in _REPLACEMENTS:
        text = text.replace(char, plain)
    return text
