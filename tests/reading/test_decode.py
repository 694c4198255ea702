"""Bytes of a page, in the encoding they are in, whatever the page says it is."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanarticle.reading.decode import decode

RUSSIAN = "Мэр города сказал, что старый мост закрыт до осени, а новый построят через год. " * 5
JAPANESE = "古い橋は二台のトラックの重さに耐えられないと責任者は語った。" * 5
GERMAN = "Über die Brücke führt kein Weg mehr, sagte der Müller – „schade“. " * 5


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "utf-8", ""),
        (RUSSIAN, "utf-8-sig", ""),
        (RUSSIAN, "utf-16", ""),
        (RUSSIAN, "utf-32", ""),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (GERMAN, "windows-1252", "iso-8859-1"),
        (GERMAN, "windows-1252", "us-ascii"),
        ("老人说，桥已经断了。" * 9, "gb18030", "gb2312"),
        ("다리가 무너졌다고 말했다. " * 9, "cp949", "euc-kr"),
        # Declarations that lie.
        (RUSSIAN, "utf-8", "iso-8859-1"),
        (JAPANESE, "utf-8", "shift_jis"),
        (RUSSIAN, "windows-1251", "no-such-encoding"),
        (RUSSIAN, "windows-1251", ""),
    ],
)
def test_decode(text, encoding, declared):
    page = f'<meta charset="{declared}"><p>{text}</p>' if declared else f"<p>{text}</p>"
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF16_LE])
def test_a_bom_and_half_a_character(bom):
    assert decode(bom + b"\x00") in ("", "\ufffd")


def test_a_bom_wins_over_the_declaration():
    page = f'<meta charset="shift_jis"><p>{RUSSIAN}</p>'
    assert decode(codecs.BOM_UTF16_BE + page.encode("utf-16-be")) == page


def test_declared_utf_8_with_broken_bytes_keeps_all_others():
    page = '<?xml version="1.0" encoding="utf-8"?><p>Über die Brücke</p>'.encode()
    assert decode(page[:-6] + b"\xff" + page[-6:]).count("\ufffd") == 1


@pytest.mark.parametrize(
    "name",
    ["hex", "rot13", "zip", "idna", "punycode", "undefined"],
)
def test_a_declared_codec_that_is_no_encoding_of_text_does_not_raise(name):
    assert isinstance(decode(f'<meta charset="{name}">'.encode() + b"\xe9\xff" * 3), str)


@given(st.binary(max_size=200))
def test_any_bytes(data):
    assert isinstance(decode(data), str)


def test_a_detector_that_names_what_python_cannot_decode(monkeypatch):
    class Found:
        encoding = "no-such-encoding"

        def best(self):
            return self

    monkeypatch.setattr("charset_normalizer.from_bytes", lambda data: Found())
    assert decode(b"\xe9t\xe9") == "été"
