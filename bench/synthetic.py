"""Invented articles by the million: stories that nobody told, with residue as sites print it, from a seed.

    python -m bench.synthetic COUNT OUT.parquet [--chars 6000] [--residue 1] [--seed 0]

The columns are ``text`` and ``url``. The same arguments give the same articles. Sites are as uneven as real ones: the
first of them has the most.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from cleanarticle.lexicon.compile import SOURCES
from cleanarticle.lexicon.source import read_groups

# Rows of the Parquet file that are in memory at once.
_ROWS = 10_000
_SITES = 500
# Kinds of residue by where sites print them, with how often an article has such a line.
_HEAD = (("section", 0.6), ("headline", 0.9), ("byline", 0.8), ("timestamp", 0.8), ("caption", 0.5), ("social", 0.4))
_AMID = (("related", 0.12), ("advertisement", 0.1), ("newsletter", 0.05), ("subscription", 0.04))
_TAIL = (("credit", 0.4), ("tags", 0.5), ("newsletter", 0.4), ("comments", 0.3), ("copyright", 0.6), ("social", 0.4))
_WHO = """The harbour master|A retired teacher from {place}|{name}, who runs the mill,|The council's engineer|{name}
|One of the divers|The owner of the ferry company|A judge in {place}|The mayor of {place}|A spokeswoman for the
railway"""
_SAID = """told a packed meeting|wrote in a letter|admitted on {day}|had long believed|said at the inquiry|explained to
the crew|told reporters|promised in {month}|did not deny|repeated twice"""
_WHAT = """that the old bridge at {place} could not carry the weight of {number} lorries|that nobody had looked at the
pumps since {month}|that the ferry to {place} would sail again once the ice was gone|that {number} families were still
waiting for their keys|that the wells had run dry {number} days earlier than in other summers|that the {number} houses
by the river were safe|that the new road would cost {number} million|that {name} had left the meeting before the vote"""
_WHY = """and that repairs would take until {month}|although the builders had promised otherwise|because the money was
spent on the road|while the river kept rising behind the wall|as {name} had asked for {number} weeks before|so that the
school in {place} could open again|which surprised most of those who had come"""
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_FIRST = "Ana Bo Cara Dov Edda Finn Gita Hugo Ines Jonas Kim Lena Mara Nils Oona Pavel Runa Sami Tomas Vera".split()
_SYLLABLES = "tol vik mar wick hest ren bro dal fen gar lun mos nor pell sand tor ulm ver wen yar".split()


class Article(NamedTuple):
    """An invented article: its lines as a scraper has them, the story's paragraphs, and where it stood."""

    url: str
    lines: list[str]
    story: list[str]

    @property
    def text(self) -> str:
        """The article as an extractor hands it on."""
        return "\n\n".join(self.lines)


def articles(count: int, *, chars: int = 6000, residue: float = 1, seed: int = 0) -> Iterator[Article]:
    """Invent ``count`` articles whose stories have about ``chars`` characters, half as many to twice as many.

    ``residue`` is how many lines of residue they have, 1 for as many as news sites print.
    """
    chance = random.Random(seed)
    weights = [1 / rank for rank in range(1, _SITES + 1)]
    sites = chance.choices(range(_SITES), weights, k=count)
    for number, site in enumerate(sites):
        story = _story(chance, chars * chance.choice((0.5, 0.7, 0.8, 1, 1, 2)))
        lines = _residue(chance, _HEAD, residue)
        for paragraph in story:
            lines += [paragraph, *_residue(chance, _AMID, residue)]
        yield Article(f"https://www.site{site}.example/{number}", lines + _residue(chance, _TAIL, residue), story)


def page(article: Article, size: int = 200_000) -> str:
    """The page that an article may have stood on, of about ``size`` bytes: mostly scripts and links, as pages are."""
    chance = random.Random(article.url)
    body = "\n".join(f"<p>{escape(line)}</p>" for line in article.lines)
    links = "".join(f'<li><a href="/{at}">{_words(chance, _WHAT).capitalize()}</a></li>\n' for at in range(150))
    script = "".join(
        f"window.d{at}={{id:{chance.getrandbits(64)},on:!0}};" for at in range(max(0, size - 25_000) // 46)
    )
    head = f"<head><title>{escape(article.lines[0])}</title><script>{script}</script></head>"
    main = f"<main><article>{body}</article></main>"
    body = f"<body><nav><ul>{links}</ul></nav>{main}<footer><p>Contact</p></footer></body>"
    return f'<!doctype html><html lang="en">{head}{body}</html>'


def _story(chance: random.Random, chars: float) -> list[str]:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < chars:
        count = chance.randint(1, 4)
        paragraphs.append(
            " ".join(" ".join(_words(chance, part) for part in (_WHO, _SAID, _WHAT, _WHY)) + "." for _ in range(count))
        )
    return paragraphs


def _words(chance: random.Random, choices: str) -> str:
    """One of the choices, its slots filled."""
    return chance.choice(_split(choices)).format_map(_Slots(chance))


@cache
def _split(choices: str) -> list[str]:
    return " ".join(choices.split()).replace(" |", "|").split("|")


class _Slots(dict[str, str]):
    """What stands in the slots of a sentence: places, names, days and numbers."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance

    def __missing__(self, slot: str) -> str:
        chance = self._chance
        place = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()
        if slot == "name":
            return f"{chance.choice(_FIRST)} {place}"
        if slot == "number":
            return str(chance.randint(2, 900))
        return place if slot == "place" else chance.choice(_DAYS if slot == "day" else _MONTHS)


def _residue(chance: random.Random, table: tuple[tuple[str, float], ...], much: float) -> list[str]:
    lines = _lines_by_kind()
    return [chance.choice(lines[kind]) for kind, share in table if chance.random() < share * much]


@cache
def _lines_by_kind() -> dict[str, list[str]]:
    """Lines of residue by kind: those that the English lexicon says it must find, and some that no phrase is for."""
    chance = random.Random(0)
    found: dict[str, list[str]] = {
        "headline": [_words(chance, _WHAT).removeprefix("that ").capitalize() for _ in range(500)],
        "section": ["Local", "Home > News > Region", "Business", "World", "Politics", "Culture", "Sport"],
    }
    for group in read_groups((SOURCES / "en.toml").read_text("utf8"), "en.toml"):
        found.setdefault(group.kind, []).extend(hit for hit in group.hits if "\n" not in hit)
    return found


def write(path: Path, count: int, *, chars: int = 6000, residue: float = 1, seed: int = 0) -> None:
    """Write invented articles as Parquet: the columns ``text`` and ``url``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("text", pa.string()), ("url", pa.string())])
    rows: list[dict[str, str]] = []
    with pq.ParquetWriter(path, schema) as writer:
        for number, article in enumerate(articles(count, chars=chars, residue=residue, seed=seed), 1):
            rows.append({"text": article.text, "url": article.url})
            if len(rows) == _ROWS or number == count:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows = []


def main() -> None:
    """Write a file of invented articles."""
    parser = argparse.ArgumentParser(description="Write invented articles with residue as Parquet.")
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--chars", type=int, default=6000, help="characters of a story, about (default: %(default)s)")
    parser.add_argument("--residue", type=float, default=1, help="lines of residue, 1 for as many as sites print")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    write(args.out, args.count, chars=args.chars, residue=args.residue, seed=args.seed)


if __name__ == "__main__":
    main()
