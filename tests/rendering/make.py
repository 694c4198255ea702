"""A page's elements without the decision: what the renderer gives where nothing, or just a line, is taken out."""

from cleanarticle.document import Document, Facts
from cleanarticle.reading.elements import outline
from cleanarticle.reading.html import document_of
from cleanarticle.reading.layout import layout
from cleanarticle.reading.region import rows
from cleanarticle.reading.source import parse
from cleanarticle.rendering import Form, render
from cleanarticle.result import Removal

URL = "https://valley.example/news/bridge"


def page(markup):
    """A Document of all of a page's elements."""
    read = outline(parse(markup), attributes=True)
    placed = layout(read)
    facts = Facts(url=URL)
    return document_of(read, placed, facts, rows(read, placed, facts), [1.0] * len(read.elements), None)


def without(document: Document, *texts):
    """Removals of some texts, and of nothing around them."""
    starts = [(document.text.index(text), len(text)) for text in texts]
    return [Removal(at, at + size, "x", 1.0, "x", "x", document.text[at : at + size]) for at, size in sorted(starts)]


def markdown(markup, *gone, links=False, emphasis=False):
    document = page(markup)
    return render(document, without(document, *gone), Form("markdown", links, emphasis))


def html(markup, *gone, links=False, emphasis=False):
    document = page(markup)
    return render(document, without(document, *gone), Form("html", links, emphasis))
