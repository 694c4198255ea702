"""JSON Lines: an object a line, in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cleanarticle.batch.formats.fields import story_of
from cleanarticle.batch.options import Options
from cleanarticle.batch.raw import BrokenInputError, Raw, Story, UnfitError, too_large
from cleanarticle.batch.shards import Shard
from cleanarticle.batch.streams import Stream, lines, opened, without_mark


def read(shard: Shard, options: Options) -> Iterator[Raw]:
    """The lines that are not blank."""
    limit = options.max_record_size
    with opened(shard) as file:
        for number, line in enumerate(lines(Stream(file, shard.name), limit), 1):
            data = without_mark(line.data) if number == 1 else line.data
            if number == 1 and data.lstrip().startswith(b"["):
                raise BrokenInputError("is a JSON array and must be JSON Lines; jq -c '.[]' makes that of it")
            if line.size > limit:
                yield Raw(number, position=line.position, flaw=too_large(limit))
            elif data.strip():
                yield Raw(number, data, len(data), line.position)


def story(payload: bytes, options: Options) -> Story:
    """Parse a line."""
    try:
        record = json.loads(payload.decode("utf-8").rstrip())
    except UnicodeDecodeError as error:
        raise UnfitError(f"invalid UTF-8 at byte {error.start + 1} of the line") from None
    except json.JSONDecodeError as error:
        raise UnfitError(f"invalid JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise UnfitError(f"invalid JSON: {error}") from None
    if not isinstance(record, dict):
        raise UnfitError(f"a JSON object is wanted, and this is {type(record).__name__}")
    return story_of(record, options)
