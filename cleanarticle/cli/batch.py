"""``cleanarticle batch``: many records, from files of them to one file, on all cores."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cleanarticle.batch import Fields, Options, run
from cleanarticle.batch.options import MAX_RECORD_SIZE, TIMEOUT
from cleanarticle.batch.progress import Progress
from cleanarticle.batch.shards import FORMATS
from cleanarticle.batch.summary import summary
from cleanarticle.cli import output
from cleanarticle.cli.arguments import add_cleaning, names
from cleanarticle.cli.cleaning import cleaning
from cleanarticle.errors import CleanArticleError

_INTERRUPTED = 130
_TERMINATED = 143

_DESCRIPTION = """\
Clean many records: JSON Lines, CSV, Parquet, WARC, plain or compressed, and
folders of texts and pages; into one file of JSON Lines or Parquet, in order.
"""

_EPILOG = """\
examples:
  cleanarticle batch pages.jsonl.gz -o clean.jsonl
  cleanarticle batch CC-NEWS-*.warc.gz -o clean.parquet --removals -j 8
  cleanarticle batch crawl/ -o clean.jsonl.zst --html-field body -j 8
  cleanarticle batch crawl/ -o clean.jsonl.zst --html-field body -j 8 --resume

exit status:
  0 the output is whole (records that failed are in the error file), 1 it is
  not, or an input could not be read to its end, 2 wrong usage, 130 interrupted
"""

_SIZE = re.compile(r"(\d+)\s*([kmg]?)b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


class _TerminatedError(BaseException):
    """SIGTERM came: a scheduler wants the machine back."""


def main(argv: Sequence[str]) -> int:
    """Run the command and return its exit code; raises SystemExit on wrong usage, as argparse does."""
    args = _parser().parse_intermixed_args(argv)
    try:
        options = _options(args)
        options.cleaner()
    except OSError as error:  # a rules file that cannot be read
        output.complain(str(error.filename or "--rules"), error)
        return 2
    except CleanArticleError as error:
        output.complain("", error)
        return 2
    progress = Progress(sys.stderr)
    try:
        with _terminable():
            tally = run(options, progress, resume=args.resume, force=args.force)
    except CleanArticleError as error:
        progress.clear()
        output.complain("", error)
        return 1
    except (KeyboardInterrupt, _TerminatedError) as error:
        progress.say("interrupted; the same command with --resume goes on")
        return _INTERRUPTED if isinstance(error, KeyboardInterrupt) else _TERMINATED
    progress.clear()
    if tally is None:
        progress.say(f"{options.output} is finished; --force makes it anew")
        return 0
    with output.opened(None) as write:
        write(summary(tally))
    if options.errors_path.exists():
        progress.say(f"what failed, and why: {options.errors_path}")
    return 1 if tally.broken else 0


@contextmanager
def _terminable() -> Iterator[None]:
    """A context in which SIGTERM ends a run as Ctrl-C does."""

    def stop(*_: object) -> None:
        raise _TerminatedError

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _options(args: Namespace) -> Options:
    return Options(
        inputs=tuple(args.inputs),
        output=args.output,
        errors=args.errors,
        format=args.format,
        fields=Fields(
            args.text_field, args.html_field, args.url_field, args.title_field, args.lang_field, tuple(args.carry)
        ),
        lang=args.lang,
        removals=args.removals,
        cleaning=cleaning(args),
        jobs=args.jobs,
        timeout=args.timeout,
        max_record_size=args.max_record_size,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cleanarticle batch",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("inputs", nargs="+", metavar="IN", help="files and folders; -: standard input")
    group = parser.add_argument_group("input")
    group.add_argument("--format", choices=tuple(FORMATS), help="what all inputs are; else their names tell")
    for name, meaning in (
        ("text", "the field or column of the plain text"),
        ("html", "that of the page"),
        ("url", "that of the address"),
        ("title", "that of a plain text's title"),
        ("lang", "that of the language"),
    ):
        group.add_argument(f"--{name}-field", metavar="NAME", help=meaning)
    group.add_argument("--lang", help="the language of all records, such as en or pt-BR")
    group.add_argument(
        "--max-record-size",
        metavar="SIZE",
        type=_size,
        default=MAX_RECORD_SIZE,
        help="a larger record fails, such as 500k or 20M; 10M",
    )
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help=".jsonl, .jsonl.gz, .jsonl.zst or .parquet"
    )
    group.add_argument("--errors", metavar="FILE", type=Path, help="for what fails; OUT.errors.jsonl")
    group.add_argument("--removals", action="store_true", help="also say what was taken out, and why")
    group.add_argument(
        "--carry",
        metavar="NAME",
        type=names,
        action="extend",
        default=[],
        help="take this field over as it is; repeated, or several: a,b",
    )
    way = group.add_mutually_exclusive_group()
    way.add_argument("--resume", action="store_true", help="go on where an interrupted run was")
    way.add_argument("--force", action="store_true", help="write OUT anew if it exists")
    group = parser.add_argument_group("work")
    group.add_argument("-j", "--jobs", metavar="N", type=_jobs, default=_cores(), help="worker processes; one a core")
    group.add_argument(
        "--timeout", metavar="SECONDS", type=_seconds, default=TIMEOUT, help="a record that takes longer fails; 60"
    )
    add_cleaning(parser.add_argument_group("cleaning"))
    return parser


def _cores() -> int:
    """The cores that this process may use, where the system tells: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(value: str) -> int:
    found = _SIZE.fullmatch(value.strip())
    if not found or not int(found.group(1)):
        raise argparse.ArgumentTypeError(f"{value!r} is no size such as 500k or 20M")
    return int(found.group(1)) * _UNITS[found.group(2).lower()]


def _jobs(value: str) -> int:
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes, 1 or more")
    return int(value)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds above 0")
    return seconds
