"""Scrapy: an add-on that cleans the articles of a crawl, see ``docs/scrapy.md``.

    ADDONS = {"cleanarticle.integrations.scrapy.Addon": 500}

The add-on puts an item pipeline and a spider middleware in place. All work is the pipeline's; the middleware lays the
page into items that came without a text. An item that cannot be cleaned is counted, logged with its URL and goes on.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.http import Response, TextResponse
from scrapy.utils.misc import load_object

from cleanarticle.integrations.scrapy_settings import PREFIX, is_on, options, response_field
from cleanarticle.integrations.selectors import is_node, source_of
from cleanarticle.result import Result

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

__all__ = ["Addon", "CleanArticlePipeline", "ResponseMiddleware"]

# Where the components stand unless the project says: before what validates, compares and stores items.
_PIPELINE_AT = 300
_MIDDLEWARE_AT = 600

logger = logging.getLogger(__name__)


class Addon:
    """Puts the pipeline and, where the response is to be cleaned, the middleware in place."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Add the components that are not there yet; raises NotConfigured where cleaning is off."""
        if not is_on(settings):
            raise NotConfigured
        _put(settings, "ITEM_PIPELINES", CleanArticlePipeline, _PIPELINE_AT)
        if response_field(settings):
            _put(settings, "SPIDER_MIDDLEWARES", ResponseMiddleware, _MIDDLEWARE_AT)


def _put(settings: BaseSettings, name: str, component: type, position: int) -> None:
    present = settings.getdict(name)
    # A component that is None there was put out on purpose.
    if not any(load_object(each) is component for each in present):
        settings.set(name, {**present, component: position}, priority=settings.getpriority(name) or 0)


class ResponseMiddleware:
    """Lays the page into the field ``CLEANARTICLE_RESPONSE_FIELD`` of items that come without a text.

    The pipeline makes the article's text of it.
    """

    def __init__(self, settings: BaseSettings) -> None:
        self._field = response_field(settings)
        if not self._field or not is_on(settings):
            raise NotConfigured

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ResponseMiddleware:
        """As Scrapy makes its components."""
        return cls(crawler.settings)

    def process_spider_output(self, response: Response, result: Iterable[Any], spider: object = None) -> Iterator[Any]:
        """What a callback gave, with the page in its items."""
        for output in result:
            yield self._filled(output, response)

    async def process_spider_output_async(
        self, response: Response, result: AsyncIterator[Any], spider: object = None
    ) -> AsyncIterator[Any]:
        """The same of a callback that is a coroutine."""
        async for output in result:
            yield self._filled(output, response)

    def _filled(self, output: Any, response: Response) -> Any:  # noqa: ANN401
        # Requests are no items; images, PDFs and the like are no pages.
        if isinstance(response, TextResponse) and ItemAdapter.is_item(output):
            item = ItemAdapter(output)
            if _is_empty(item.get(self._field)):
                # A class without the field, or one that is frozen: the pipeline counts an item without a text.
                with suppress(KeyError, AttributeError, TypeError, ValueError):
                    item[self._field] = response
        return output


class CleanArticlePipeline:
    """Cleans the fields of items that hold an article, as the settings ``CLEANARTICLE_*`` say.

    Items may be of any type that itemadapter knows. They are changed in place.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not is_on(crawler.settings):
            raise NotConfigured
        self._crawler = crawler
        self._options = options(crawler.settings)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CleanArticlePipeline:
        """As Scrapy makes its components."""
        return cls(crawler)

    def process_item(self, item: Any, spider: object = None) -> Any:  # noqa: ANN401
        """Clean an item's fields; raises DropItem for one that fails, where ``CLEANARTICLE_ON_ERROR`` is ``drop``."""
        self._count("items")
        try:
            fields = ItemAdapter(item)
        except TypeError as error:
            self._fail(type(item).__name__, "item", error)
            return item
        context = self._context(fields)
        results = list(self._results(fields, context))
        if not results:
            self._count("items/without_text")
        elif any(result and result.removed for result in results):
            self._count("items/changed")
        return item

    def close_spider(self, spider: object = None) -> None:
        """Say so where nothing was cleaned: then the fields have other names."""
        if self._counted("items") and self._counted("items") == self._counted("items/without_text"):
            names = ", ".join([*self._options.texts, *self._options.pages])
            message = "cleanarticle: no item had a text in %s; name your fields in %sTEXT_FIELDS or %sHTML_FIELDS"
            logger.warning(message, names, PREFIX, PREFIX, extra={"spider": self._crawler.spider})

    def _context(self, fields: ItemAdapter) -> dict[str, str]:
        """What the item says of its article: title, url and lang, where it does."""
        found: dict[str, str] = {}
        for name, sources in self._options.context.items():
            values = (fields.get(source) for source in sources)
            if value := next((value for value in values if isinstance(value, str) and value), ""):
                found[name] = value
        return found

    def _results(self, fields: ItemAdapter, context: dict[str, str]) -> Iterator[Result | None]:
        """Clean the fields that hold something; None for one that fails: it stays as it is, counted and logged."""
        work = [(pair, False) for pair in self._options.texts.items()]
        work += [(pair, True) for pair in self._options.pages.items()]
        for (source, target), is_html in work:
            value = fields.get(source)
            if _is_empty(value):
                continue
            try:
                result = self._result(value, is_html, context)
                fields[target] = result.text
                self._fill(fields, source, result)
            except Exception as error:
                if isinstance(value, Response) and fields.get(source) is value:
                    fields[source] = None
                self._fail(_url(value, context), source, error)
                yield None
            else:
                self._tell(result)
                yield result

    def _result(self, value: Any, is_html: bool, context: dict[str, str]) -> Result:  # noqa: ANN401
        cleaner, engine = self._options.cleaner, self._options.engine
        url, lang = _url(value, context), context.get("lang")
        if isinstance(value, TextResponse):
            return cleaner.analyze_html(value.text, url=url, lang=lang, engine=engine)
        if is_html or is_node(value):
            return cleaner.analyze_html(source_of(value), url=url, lang=lang, engine=engine)
        if not isinstance(value, str):
            raise TypeError(f"expected a text, got {type(value).__name__}; join a list of paragraphs with newlines")
        return cleaner.analyze(value, title=context.get("title"), url=url, lang=lang)

    def _fill(self, fields: ItemAdapter, source: str, result: Result) -> None:
        """Hand on what was learnt in passing, into the fields that are there for it."""
        for name, target in self._options.metadata.items():
            value = getattr(result.metadata, name)
            if value and _is_empty(fields.get(target)):
                fields[target] = list(value) if isinstance(value, tuple) else value
        if self._options.removed:
            told = [{"field": source, **removal} for removal in result.to_dict()["removed"]]
            fields[self._options.removed] = [*(fields.get(self._options.removed) or ()), *told]

    def _tell(self, result: Result) -> None:
        self._count("texts")
        self._count("chars", len(result.source_text))
        for removal in result.removed:
            self._count("removed")
            self._count(f"removed/{removal.kind}")
            self._count("chars/removed", removal.end - removal.start)

    def _fail(self, where: str, field: str, error: Exception) -> None:
        self._count("errors")
        self._count(f"errors/{type(error).__name__}")
        message = "cleanarticle: %s: %s could not be cleaned: %s: %s"
        extra = {"spider": self._crawler.spider}
        # A value of a wrong type tells enough by itself.
        trace = None if isinstance(error, TypeError) else error
        logger.error(
            message, where or "an item without URL", field, type(error).__name__, error, extra=extra, exc_info=trace
        )
        if self._options.drops:
            raise DropItem(f"{field} could not be cleaned: {error}") from error

    def _count(self, name: str, number: int = 1) -> None:
        self._crawler.stats.inc_value(f"cleanarticle/{name}", number)

    def _counted(self, name: str) -> int:
        return int(self._crawler.stats.get_value(f"cleanarticle/{name}", 0))


def _is_empty(value: object) -> bool:
    # Not by truth: an element without children is false, and a selector's truth is its text's.
    return value is None or (isinstance(value, (str, bytes, list, tuple, dict)) and not value)


def _url(value: object, context: dict[str, str]) -> str:
    return context.get("url") or (value.url if isinstance(value, Response) else "")
