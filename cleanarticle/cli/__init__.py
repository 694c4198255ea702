"""The command ``cleanarticle``: inputs in, one at a time, through a Cleaner, and out in the form asked for.

Made for pipes: data goes to standard output, messages to standard error in one line each; what fails with one
input does not stop the others.
"""

from __future__ import annotations

import errno
import importlib.metadata
import json
import os
import sys
import warnings
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from cleanarticle.cleaner import Cleaner
from cleanarticle.cli import output, show
from cleanarticle.cli.arguments import TOPICS, parse
from cleanarticle.cli.cleaning import cleaning
from cleanarticle.cli.sources import Missing, Source, find, targets
from cleanarticle.errors import CleanArticleError, HeuristicWarning
from cleanarticle.reading.content import decode, looks_like_html
from cleanarticle.report import render
from cleanarticle.result import Result

__all__ = ["main"]

# What a shell shows of a command that SIGINT or SIGPIPE ended.
_INTERRUPTED = 130
_NO_READER = 141
# What the names of files end in that hold an article in such a form.
_SUFFIXES = {"markdown": ".md", "html": ".html"}


class _Cleaned(NamedTuple):
    result: Result
    text: str  # the article, as it is written


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; raises SystemExit on wrong usage, as argparse does."""
    try:
        return _run(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        output.discard_stdout()
        return _NO_READER
    except output.OutputError as failure:
        output.complain(failure.name, failure.error)
        output.discard_stdout()
        return 1


def _run(argv: list[str]) -> int:
    if argv and argv[0] == "batch":
        from cleanarticle.cli import batch  # loads what starts processes, and nobody else wants

        return batch.main(argv[1:])
    topic = argv.pop(0) if argv and argv[0] in TOPICS else ""
    args = parse(argv)
    if args.version:
        return _say(f"cleanarticle {importlib.metadata.version('cleanarticle')}\n")
    if topic and args.files:
        return _misuse("", f"{topic} takes no files; a file of that name is ./{topic}")
    try:
        cleaner = Cleaner(**cleaning(args))
    except OSError as error:  # a rules file that cannot be read
        return _misuse(str(error.filename or "--rules"), error)
    except CleanArticleError as error:
        return _misuse("", error)
    if topic:
        return _say(show.kinds_table() if topic == "kinds" else show.heuristics_table(cleaner.heuristics))
    return _clean(args, cleaner)


def _say(text: str) -> int:
    with output.opened(None) as write:
        write(text)
    return 0


def _misuse(name: str, what: str | Exception) -> int:
    output.complain(name, what)
    return 2


def _clean(args: Namespace, cleaner: Cleaner) -> int:
    found = list(find(args.files))
    sources = [item for item in found if isinstance(item, Source)]
    many = len(found) > 1 or any(Path(name).is_dir() for name in args.files)
    given = None if args.output == "-" else args.output
    # JSON Lines, diffs and lists of several inputs go into one file; texts run together would be lost.
    listing = args.json or args.diff or args.explain
    try:
        texts = _places(sources, None if listing else given, many, _SUFFIXES.get(args.to, ""))
        reports = _places(sources, args.report, many, ".html")
    except NotADirectoryError as error:
        return _misuse(str(error.filename), "is a file, and several inputs need a folder")
    for item in found:
        if isinstance(item, Missing):
            output.complain(item.name, item.why)
    with output.opened(Path(given) if given and listing else None) as write:
        good = _each(zip(sources, texts, reports, strict=True), cleaner, args, write, many)
    return 0 if good and len(sources) == len(found) else 1


def _places(sources: Sequence[Source], given: str | None, many: bool, suffix: str = "") -> Sequence[Path | None]:
    """Where output for each source goes: to the file or folder given, or to none."""
    if not given:
        return [None] * len(sources)
    path = Path(given)
    if many and path.exists() and not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), given)
    if many or path.is_dir() or given.endswith(("/", os.sep)):
        return targets(sources, path, suffix)
    return [path] * len(sources)


def _each(
    jobs: Iterable[tuple[Source, Path | None, Path | None]],
    cleaner: Cleaner,
    args: Namespace,
    write: output.Write,
    many: bool,
) -> bool:
    """Clean the sources one after the other; whether all of them, and all of their files, went well."""
    good, shown = True, False
    for source, text_path, report_path in jobs:
        cleaned = _cleaned(source, cleaner, args)
        if cleaned is None:
            good = False
            continue
        if text_path:
            good &= _saved(text_path, cleaned.text)
        else:
            write(("\n" if shown and _is_spaced(args) else "") + _shown(source, cleaned, args, many))
            shown = True
        if report_path:
            good &= _saved(report_path, render(cleaned.result, source.name))
    return good


def _cleaned(source: Source, cleaner: Cleaner, args: Namespace) -> _Cleaned | None:
    """Read and clean one input; None, and a message, where that fails."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", HeuristicWarning)
        try:
            cleaned = _analyze(source.read(), cleaner, args)
        except (OSError, CleanArticleError) as error:
            output.complain(source.name, error)
            return None
    for warning in caught:
        output.complain(source.name, f"warning: {warning.message}")
    return cleaned


def _analyze(data: bytes, cleaner: Cleaner, args: Namespace) -> _Cleaned:
    if args.to in _SUFFIXES:
        form = {"output": args.to, "links": args.links, "emphasis": args.emphasis}
        result = cleaner.analyze_html(data, url=args.url, lang=args.lang, **form)
        return _Cleaned(result, _ended(result.rendered))
    is_page = args.html or (not args.text and looks_like_html(data))
    if is_page:
        result = cleaner.analyze_html(data, url=args.url, lang=args.lang)
    else:
        result = cleaner.analyze(decode(data), title=args.title, url=args.url, lang=args.lang)
    # A text that ended without a newline was meant to: one that is clean comes back as it went in.
    ends = is_page or result.source_text.endswith("\n")
    return _Cleaned(result, _ended(result.text) if ends else result.text)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _shown(source: Source, cleaned: _Cleaned, args: Namespace, many: bool) -> str:
    """What of an input goes to standard output, or to the one file of all."""
    colour = args.output is None and _is_terminal() and not os.environ.get("NO_COLOR")
    if args.json:
        return json.dumps({"file": source.name, **cleaned.result.to_dict()}, ensure_ascii=False) + "\n"
    if args.diff:
        return show.diff(source.name, cleaned.result, colour=colour)
    if args.explain:
        return show.explain(source.name, cleaned.result, colour=colour)
    if many:
        return f"==> {show.one_line(source.name)} <==\n{_ended(cleaned.text)}"
    return cleaned.text


def _is_spaced(args: Namespace) -> bool:
    return not (args.json or args.diff)


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _saved(path: Path, text: str) -> bool:
    try:
        output.save(path, text)
    except output.OutputError as failure:
        output.complain(failure.name, failure.error)
        return False
    return True
