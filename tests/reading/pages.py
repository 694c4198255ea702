"""Short ways to pages for the tests of reading."""

from lxml import html

from cleanarticle.reading.elements import outline

LONG = "The harbour master told a packed meeting that the old bridge could not carry the weight of two lorries."


def page(body):
    return outline(html.document_fromstring(f"<body>{body}</body>"))


def element(of, text):
    """The index of the element of a text."""
    return next(i for i, found in enumerate(of.elements) if found.text == text)
