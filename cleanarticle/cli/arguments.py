"""What the command line may say: options and their checks, apart from what is done with them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cleanarticle.rendering import OUTPUTS

TOPICS = ("kinds", "heuristics")

_DESCRIPTION = """\
Take the residue out of scraped news: bylines, newsletter prompts, related
stories, disclaimers. Reads web pages and plain texts, writes the article alone.
"""

_EPILOG = """\
examples:
  cleanarticle story.txt > clean.txt       clean a text
  curl -s URL | cleanarticle --explain     what would go from a page, and why
  cleanarticle pages/ -o texts/            clean a folder of pages
  cleanarticle --json pages/ > all.jsonl   all that is known, a line a page
  cleanarticle batch --help                millions of pages, on all cores
  cleanarticle kinds                       what can go (a file: ./kinds)
  cleanarticle heuristics                  what looks for it

exit status:
  0 all went well, 1 an input or output failed (the other inputs are done),
  2 wrong usage
"""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; on wrong usage and for ``--help``, argparse says so and raises SystemExit."""
    parser = argparse.ArgumentParser(
        prog="cleanarticle",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text, a web page, or a folder of .txt, .md, .html and .htm files; - or none: standard input",
    )
    parser.add_argument("--version", action="store_true", help="say the version and exit")
    _add_input(parser.add_argument_group("input"))
    _add_output(parser.add_argument_group("output"))
    add_cleaning(parser.add_argument_group("cleaning"))
    # Intermixed, so that options may stand after and between the files; argparse then loses files after "--".
    end = argv.index("--") if "--" in argv else len(argv)
    args = parser.parse_intermixed_args(argv[:end])
    args.files += argv[end + 1 :]
    if args.to != OUTPUTS[0] and args.text:
        parser.error(f"--to {args.to} is for web pages, --text is not")
    if args.to == OUTPUTS[0] and (args.links or args.emphasis):
        parser.error("--links and --emphasis want --to markdown or --to html: text has neither")
    return args


def _add_input(group: argparse._ArgumentGroup) -> None:
    form = group.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="every input is a web page; else content tells")
    form.add_argument("--text", action="store_true", help="every input is plain text")
    group.add_argument("--title", help="the story's title, for plain text")
    group.add_argument("--url", help="where the story comes from")
    group.add_argument("--lang", help="its language, such as en or pt-BR")


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE_OR_DIR",
        help="where to write; a folder for the clean texts of several inputs",
    )
    group.add_argument(
        "--to",
        metavar="FORM",
        choices=OUTPUTS,
        default=OUTPUTS[0],
        help="text, markdown or html; for the last two every input is a web page",
    )
    group.add_argument("--links", action="store_true", help="keep links, in Markdown and HTML")
    group.add_argument("--emphasis", action="store_true", help="keep bold and italic, in Markdown and HTML")
    form = group.add_mutually_exclusive_group()
    form.add_argument("--explain", action="store_true", help="what went and what nearly went, and why")
    form.add_argument("--json", action="store_true", help="all that is known, a line of JSON for each input")
    form.add_argument("--diff", action="store_true", help="a unified diff from the source to the clean text")
    group.add_argument(
        "--report",
        metavar="FILE.html",
        help="also write the source as a page with its removals in colour; a folder for several inputs",
    )


def add_cleaning(group: argparse._ArgumentGroup) -> None:
    """The options that say how a text is cleaned."""
    for name, what, meaning in (
        ("--keep", "KIND", "keep this kind of residue; repeated, or several: a,b"),
        ("--add", "NAME", "use this installed plug-in besides; repeated, or several: a,b"),
        ("--drop", "NAME", "do without this heuristic; repeated, or several: a,b"),
    ):
        group.add_argument(name, metavar=what, type=names, action="extend", default=[], help=meaning)
    group.add_argument(
        "--preset",
        choices=("careful", "balanced", "thorough"),
        default="balanced",
        help="how much goes; careful keeps what is in doubt",
    )
    group.add_argument("--threshold", metavar="P", type=_probability, help="remove what is at least this sure, 0 to 1")
    group.add_argument(
        "--rules", metavar="FILE", type=Path, action="append", default=[], help="a TOML file of your rules"
    )


def names(value: str) -> list[str]:
    """Several names in one argument: a,b."""
    return [name for part in value.split(",") if (name := part.strip())]


def _probability(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 0 to 1")
    return number
