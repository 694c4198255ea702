"""Work on the corpus: ``python -m tests.golden show|update|known|score|floors``, from the repository's root."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.golden.cases import CORPUS, Case, analyzed, cases, pieces_of
from tests.golden.deviations import deviations
from tests.golden.floors import FILE as FLOORS
from tests.golden.floors import FallenError, floors, raised
from tests.golden.floors import as_toml as as_toml_of_floors
from tests.golden.known import FILE, as_toml, changes, counts, known, renewed
from tests.golden.score import table
from tests.pages.known import renew as renew_of_pages


def main(argv: Sequence[str] | None = None, corpus: Path = CORPUS) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="what was expected of a case and what came")
    show.add_argument("case", nargs="+")
    update = commands.add_parser("update", help="expect of a case what the library gives now")
    update.add_argument("case", nargs="+")
    commands.add_parser("known", help="write known_failures.toml anew, and that of pages")
    commands.add_parser("score", help="exact texts, precision, recall and kinds, by language; known failures")
    commands.add_parser("floors", help="raise the floors in floors.toml to the figures of now; never lowers one")
    args = parser.parse_args(argv)
    every = cases(corpus)
    unknown = [name for name in getattr(args, "case", ()) if name not in every]
    if unknown:
        parser.error(f"no such case: {', '.join(unknown)}")
    if args.command == "score":
        print(table(every.values()))
        print(counts(known(corpus)))
    elif args.command == "known":
        _renew(every, corpus)
    elif args.command == "floors":
        return _raise(every, corpus)
    else:
        for name in args.case:
            print("\n".join(_difference(every[name])))
            if args.command == "update":
                _update(every[name])
    return 0


def _difference(case: Case) -> Iterator[str]:
    result = analyzed(case.source)
    yield f"{case.name} ({case.lang}): {case.about}"
    yield from _diff("text", case.expected.splitlines(), result.text.splitlines())
    yield from _diff(
        "removed", *([f"{kind}: {text}" for kind, text in side] for side in (case.removed, pieces_of(result)))
    )


def _diff(what: str, expected: Sequence[str], got: Sequence[str]) -> Iterator[str]:
    return difflib.unified_diff(expected, got, f"expected {what}", f"got {what}", n=1, lineterm="")


def _update(case: Case) -> None:
    result = analyzed(case.source)
    removed = [{"kind": kind, "text": text} for kind, text in pieces_of(result)]
    data = {"lang": case.lang, "about": case.about, "removed": removed}
    (case.folder / "expected.txt").write_bytes(result.text.encode("utf8"))
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (case.folder / "case.json").write_text(text, "utf8", newline="\n")


def _raise(every: dict[str, Case], corpus: Path) -> int:
    before = floors(corpus)
    try:
        after = raised(before, every)
    except FallenError as error:
        print(f"nothing is raised: {error}")
        return 1
    (corpus / FLOORS).write_text(as_toml_of_floors(after), "utf8", newline="\n")
    for group, name, floor in after:
        print(f"{group:9} {name:9} {before.figures.get(group, {}).get(name, 0.0):.3f} -> {floor:.3f}")
    print(f"{len(after.cases)} cases are held of {len(every)}, {len({*after.cases} - {*before.cases})} new")
    return 0


def _renew(every: dict[str, Case], corpus: Path) -> None:
    before = known(corpus)
    after = renewed({name: deviations(case) for name, case in every.items()}, before)
    (corpus / FILE).write_text(as_toml(after), "utf8", newline="\n")
    for line in changes(before, after):
        print(line)
    print(counts(after), "of", len(every))
    renew_of_pages(corpus)


if __name__ == "__main__":
    sys.exit(main())
