"""The way from a document and what goes of it to the article in the form asked for."""

from __future__ import annotations

from collections.abc import Sequence

from cleanarticle.document import Document, Span
from cleanarticle.outline import Outline
from cleanarticle.rendering.form import Form
from cleanarticle.rendering.html import html
from cleanarticle.rendering.kept import kept
from cleanarticle.rendering.markdown import markdown
from cleanarticle.rendering.marks import Run, marks
from cleanarticle.rendering.parts import Paragraph, Part
from cleanarticle.rendering.structure import parts_of, texts_of
from cleanarticle.result import Removal, replay


def render(document: Document, removed: Sequence[Removal], form: Form) -> str:
    """What is left of a document once the removals are taken out, in the form asked for.

    ``removed`` are disjoint and sorted. The words are the same in every form. A plain text, which has no
    structure but its lines, has paragraphs.
    """
    if form.output == "text":
        return replay(document.text, tuple(removed))
    parts = _plain(document, removed) if document.page is None else _page(document, document.page, removed, form)
    return markdown(parts) if form.output == "markdown" else html(parts)


def _page(document: Document, page: Outline, removed: Sequence[Removal], form: Form) -> list[Part]:
    spans: list[list[Span]] = [[] for _ in page.elements]
    for line, stay in kept(document, removed):
        start = line.end - len(page.elements[line.element].text)  # a line may begin with its bullet
        inside = (Span(max(0, span.start - start), span.end - start) for span in stay)
        spans[line.element] = [span for span in inside if span.start < span.end]
    return parts_of(page, texts_of(page, spans, marks(page, document.facts.url, form)))


def _plain(document: Document, removed: Sequence[Removal]) -> list[Part]:
    texts = ("".join(document.text[slice(*span)] for span in spans) for _, spans in kept(document, removed))
    written = ([line.strip() for line in text.splitlines() if line.strip()] for text in texts)
    return [Paragraph((), [(Run(line),) for line in lines]) for lines in written if lines]
