"""Selectors: what they mean, as lxml and cssselect understand them where those are installed; and what is no selector."""

import pytest
from lxml import etree, html

from cleanarticle.reading.elements import outline
from cleanarticle.selectors import SelectorError, read_selector, standing

PAGE = """<html><body id=top><div class="box  wide" data-kind="Shop Window" lang="en-GB">a<p>b</p><p class=last>c <b>d</b> e</p>
<ul><li>f</li><li class=on>g<ul><li>h</li></ul></li><li>i</li></ul></div><hr><p>j</p><br><span class="md:flex">k</span>
<aside class="box"><p>l</p><div><p>m</p></div></aside><p>n</p><h2 title="x]y">o</h2></body></html>"""


def texts(*selectors):
    """The page's texts that stand in an element of each selector."""
    page = outline(html.document_fromstring(PAGE), attributes=True)
    stands = standing(page, [read_selector(selector) for selector in selectors])
    return [
        "".join(text.strip() for (_, text), bits in zip(page.pieces, stands, strict=True) if bits >> place & 1)
        for place in range(len(selectors))
    ]


EXPECTED = {
    "p": "bcdejlmn",
    "P.LAST": "",
    "p.last": "cde",
    ".box": "abcdefghilm",
    ".box.wide": "abcdefghi",
    "#top > p": "jn",
    "body > .box > p": "bcdel",
    ".box p": "bcdelm",
    ".box ul ul": "h",
    "div > ul > li > ul": "h",
    "hr + p": "j",
    "p + p": "cde",
    "hr ~ p": "jn",
    "li ~ li": "ghi",
    "li.on + li": "i",
    "aside, h2": "lmo",
    "b , #nothing": "d",
    "*": "abcdefghijklmno",
    "div *": "bcdefghim",
    "[data-kind]": "abcdefghi",
    "[data-kind='Shop Window']": "abcdefghi",
    '[data-kind~="Window"]': "abcdefghi",
    "[data-kind^=shop]": "",
    "[data-kind^=shop i]": "abcdefghi",
    "[data-kind$=ow]": "abcdefghi",
    "[data-kind*='p W']": "abcdefghi",
    "div[class*='']": "",
    "[lang|=en]": "abcdefghi",
    "h2[title='x]y']": "o",
    ".md\\:flex": "k",
    "div.box > p.last > b": "d",
    ".box .box": "",
    "div aside": "",
    "aside div p": "m",
}


def test_what_selectors_mean():
    assert dict(zip(EXPECTED, texts(*EXPECTED), strict=True)) == EXPECTED


@pytest.mark.parametrize("selector", EXPECTED)
def test_they_mean_what_cssselect_says(selector):
    cssselect = pytest.importorskip("cssselect")
    tree = html.document_fromstring(PAGE)
    path = cssselect.HTMLTranslator().css_to_xpath(selector)
    if " i]" in selector:
        pytest.skip("cssselect has no flag for capitals")
    found = {text for element in tree.xpath(path) for text in "".join(element.itertext())}
    assert texts(selector)[0] == "".join(sorted(letter for letter in found if letter.isalpha()))


@pytest.mark.parametrize(
    ("selector", "error"),
    [
        ("", "it ends where"),
        ("div >", "it ends where"),
        ("> p", "nothing stands before"),
        ("a,,b", "nothing stands before"),
        ("p:first-child", "':first-child': pseudo-classes are not known here"),
        ("p::before", "pseudo-classes"),
        ("div[", "is not understood"),
        ("div[a=b c]", "is not understood"),
        (".", "is not understood"),
        (".a p.b*", "stands behind a class"),
        ("p {}", "is not understood"),
    ],
)
def test_what_is_no_selector(selector, error):
    with pytest.raises(SelectorError, match=error):
        read_selector(selector)


def test_a_page_that_is_nested_deep_is_gone_through_once():
    deep = "<div class=a>" * 5_000 + "x" + "</div>" * 5_000
    page = outline(html.document_fromstring(deep, parser=html.HTMLParser(huge_tree=True)))
    stands = standing(page, [read_selector(".a " * 40 + ".b"), read_selector(".a > .a .a")])
    assert max(stands) == 2


def test_the_outline_has_all_elements_of_the_tree():
    tree = html.document_fromstring(PAGE)
    page = outline(tree, attributes=True)
    opened = [written.split(None, 1)[0].rstrip("/") for written, _ in page.pieces if not written.startswith("/")]
    assert opened == [element.tag for element in tree.iter(etree.Element)]
