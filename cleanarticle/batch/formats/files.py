"""A file that is one record: a text or a page. Whether it is a page, and its encoding, is told from its content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story, UnfitError, too_large
from cleanarticle.batch.shards import Shard
from cleanarticle.reading.content import decode, looks_like_html


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The one record. The worker reads the file: that spares its way from one process to the other."""
    if shard.path is None:
        raise BrokenInputError("a single text or page: cleanarticle - cleans it")
    if shard.size > options.max_record_size:
        yield Raw(1, position=shard.size, flaw=too_large(options.max_record_size))
    else:
        yield Raw(1, str(shard.path), shard.size, shard.size)


def story(payload: str, options: Options) -> Story:
    """Read the file."""
    try:
        data = Path(payload).read_bytes()
    except OSError as error:
        raise UnfitError(error.strerror or str(error)) from None
    is_page = looks_like_html(data)
    return Story(data if is_page else decode(data), is_page, lang=options.lang)
