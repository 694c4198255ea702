"""datatrove: a pipeline step that cleans the text of each document, and counts what it took out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep

from cleanarticle.cleaner import Cleaner
from cleanarticle.integrations.arrow import ERROR
from cleanarticle.records import record_of


class CleanArticle(PipelineStep):  # type: ignore[misc] # mypy does not see datatrove
    """Cleans documents: ``text`` becomes the article, and what is known of it goes into ``metadata``.

    A document that cannot be cleaned goes on as it came, with the reason in ``metadata["clean_error"]``. A document
    with nothing left goes on with an empty text: what to drop is for a filter to say.

    Statistics: ``total``, ``cleaned``, ``failed``, ``removed_<kind>`` and ``removed_chars``.

    Args:
        cleaner: What cleans; the defaults if not given.
        html: Documents are pages, as ``WarcReader`` gives them.
        url: The key of ``metadata`` that says where a document is from.
        removals: Put what was taken out, and why, into ``metadata["removals"]``.

    What ``metadata`` knows already is never overwritten.
    """

    name = "📰 cleanarticle"
    type = "✂️ - FORMAT"

    def __init__(
        self, cleaner: Cleaner | None = None, *, html: bool = False, url: str = "url", removals: bool = False
    ) -> None:
        super().__init__()
        self.cleaner = cleaner or Cleaner()
        self.html = html
        self.url = url
        self.removals = removals

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Clean document after document, in their order."""
        for document in data or ():
            self.stat_update("total")
            with self.track_time():
                self._clean(document)
            yield document

    def _clean(self, document: Document) -> None:
        analyze = self.cleaner.analyze_html if self.html else self.cleaner.analyze
        try:
            result = analyze(document.text, url=document.metadata.get(self.url))
        except Exception as error:
            document.metadata[ERROR] = f"{type(error).__name__}: {error}"
            self.stat_update("failed")
            return
        self.stat_update("cleaned")
        for removal in result.removed:
            self.stat_update(f"removed_{removal.kind}")
        self.stat_update("removed_chars", value=len(result.source_text) - len(result.text), unit="doc")
        record = record_of(result, self.removals)
        document.text = record.pop("clean_text")
        for name, value in record.items():
            if value not in (None, []) and document.metadata.get(name) is None:
                document.metadata[name] = value
