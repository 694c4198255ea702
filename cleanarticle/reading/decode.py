"""From the bytes of a page to text: BOM, then what proves to be UTF-8, then what the page declares, then detection."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,30})""", re.IGNORECASE)
# What pages call an encoding -> what they mean by it (WHATWG Encoding Standard: Latin-1 on the web is windows-1252).
_MEANT = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252",
          "ascii": "windows-1252", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
          "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "cp1254"}  # fmt: skip
_HEAD = 4096


def decode(data: bytes, told: str = "") -> str:
    """Decode a page; bytes that no encoding explains become replacement characters, never an error.

    Args:
        data: The page.
        told: The encoding that its server told, if it did; it goes before what the page declares.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    # UTF-8 proves itself: other encodings hardly ever decode as it by chance, while declarations lie.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_HEAD])
    for name in (told.strip().lower(), declared.group(1).decode("ascii").lower() if declared else ""):
        if name:
            try:
                return data.decode(_MEANT.get(name, name), "replace" if name.startswith("utf") else "strict")
            except (LookupError, UnicodeError, ValueError):  # "undefined" is an encoding that raises the second
                pass
    return _detected(data)


def _detected(data: bytes) -> str:
    # charset-normalizer comes with trafilatura.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    try:
        return data.decode(best.encoding if best else "windows-1252", "replace")
    except LookupError:
        return data.decode("windows-1252", "replace")
