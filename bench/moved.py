"""Move every paragraph of a story to other places of its text, and count how often cleaning then loses it.

    python -m bench.moved FOLDER              a tenth of the labelled texts, each paragraph at up to eight places
    python -m bench.moved FOLDER --every 1 --places 1000

A paragraph of the story is of the story wherever it stands. What is lost only at some places is told by place alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import cleanarticle
from bench.data import Labelled, labelled

_PARAGRAPH = 12


def moved(text: Labelled, places: int) -> Iterator[tuple[str, str, str]]:
    """Each paragraph of the story, the text with it moved, and where it stands then: head, story or tail."""
    story = [i for i, kind in enumerate(text.kinds) if not kind and len(text.lines[i].split()) >= _PARAGRAPH]
    for index in story:
        if index in text.unsure or text.lines.count(text.lines[index]) > 1:
            continue
        rest = [*text.lines[:index], *text.lines[index + 1 :]]
        step = max(1, len(rest) // places)
        for place in range(0, len(rest) + 1, step):
            where = "head" if place <= story[0] else "tail" if place >= story[-1] else "story"
            yield text.lines[index], "\n".join([*rest[:place], text.lines[index], *rest[place:]]), where


def main() -> None:
    """Print how many paragraphs are lost at the head, amid the story and at the tail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    parser.add_argument("--every", type=int, default=10, help="take one of so many texts")
    parser.add_argument("--places", type=int, default=8, help="places that each paragraph is moved to, about")
    args = parser.parse_args()
    count, lost = {"head": 0, "story": 0, "tail": 0}, {"head": 0, "story": 0, "tail": 0}
    for text in labelled(args.folder)[:: args.every]:
        for paragraph, changed, where in moved(text, args.places):
            count[where] += 1
            lost[where] += paragraph.strip() not in cleanarticle.clean(changed)
    for where, n in count.items():
        print(f"moved to the {where:6} lost {lost[where] / (n or 1):.2%} of {n}")


if __name__ == "__main__":
    main()
