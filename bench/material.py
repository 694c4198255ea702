"""What is learnt from, read and measured once: texts labelled by hand and by alignment, and invented ones."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.aligned import aligned
from bench.data import Labelled, annotated, invented, labelled, pages
from bench.examples import Judged, brief, judged, without_residue
from cleanarticle.features.repetition import key
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic

FOLDS = 5
# A line of so many words is of one site; so many of them shared make two texts one site's.
_TELLING = 12
_SHARED = 3
# A brief has as many paragraphs at most.
_MOST_PARAGRAPHS = 3
# What a line counts, beside one of a text labelled by hand at 1: of a text labelled by hand where alignment and weights
# disagreed, of a text with its residue taken out, of one with its story cut short, of an invented text with a body of a
# rare form, of one with much residue, of a text labelled by alignment.
REVIEWED = 0.8
CLEAN = 1.0
BRIEFS = 0.15
STRUCTURES = 1.5
RESIDUE = 0.1
ALIGNED = 0.2


@dataclass(frozen=True)
class Material:
    """What is learnt from.

    Attributes:
        hand: Texts labelled by hand, line by line. They are what is measured on.
        reviewed: Texts of ``bench/labels``: by hand where alignment and weights left a doubt.
        clean: The texts labelled by hand, with their residue gone.
        briefs: The same texts cut to one to three paragraphs, with their residue and without.
        structures: Invented bodies of rare forms.
        residue: Invented stories amid residue.
        aligned: Texts labelled by alignment with a reference.
    """

    hand: Sequence[Judged]
    reviewed: Sequence[Judged] = ()
    clean: Sequence[Judged] = ()
    briefs: Sequence[Judged] = ()
    structures: Sequence[Judged] = ()
    residue: Sequence[Judged] = ()
    aligned: Sequence[Judged] = ()

    def without(self, fold: int) -> Material:
        """All of it but the sites of a fold. Invented texts are of no site."""
        return replace(
            self,
            hand=_without(self.hand, fold),
            reviewed=_without(self.reviewed, fold),
            clean=_without(self.clean, fold),
            briefs=_without(self.briefs, fold),
            aligned=_without(self.aligned, fold),
        )

    def weighted(self) -> Iterable[tuple[Judged, float]]:
        """Every text that an editor judged or wrote, and what its lines count."""
        for items, weight in ((self.hand, 1.0), (self.reviewed, REVIEWED), (self.clean, CLEAN), (self.briefs, BRIEFS),
                              (self.structures, STRUCTURES), (self.residue, RESIDUE)):  # fmt: skip
            for item in items:
                yield item, weight


def briefs(texts: Iterable[Labelled]) -> list[Labelled]:
    """Short versions of texts, with their residue and without."""
    cut = [short for text in texts if (short := brief(text, 1 + fold_of(text.id, _MOST_PARAGRAPHS)))]
    return [*cut, *(clean for text in cut if (clean := without_residue(text)))]


def _without(items: Sequence[Judged], fold: int) -> list[Judged]:
    return [item for item in items if fold_of(item.text.site) != fold]


def fold_of(site: str, folds: int = FOLDS) -> int:
    """The fold of a site; stable whatever other sites there are."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def load(folder: Path, heuristics: Sequence[Heuristic] = BUILTIN, *, by_hand: bool = False) -> Material:
    """Read the bench folder and gather the evidence; ``by_hand`` leaves out what alignment labels."""
    known = pages(folder)
    reviewed = annotated(folder, known)
    texts = labelled(folder, known)
    done = {(text.id, text.extractor) for text in (*texts, *reviewed)}
    others = [] if by_hand else list(aligned(folder, known, done))
    texts = _sited(texts, [*reviewed, *others], set(known))
    clean = [text for text in map(without_residue, texts) if text]
    sets = (texts, reviewed, clean, briefs(texts), invented("structures"), invented("residue"), others)
    return Material(*([judged(text, heuristics) for text in each] for each in sets))


def _sited(texts: Iterable[Labelled], others: Iterable[Labelled], known: set[str]) -> list[Labelled]:
    """The texts, those whose page is not in the folder under the site that their lines or their names tell."""
    sites: dict[str, set[str]] = {}
    for text in others:
        for line in _telling(text):
            sites.setdefault(line, set()).add(text.site)
    out = []
    for text in texts:
        if text.id in known:
            out.append(text)
            continue
        met = Counter(site for line in _telling(text) for site in sites.get(line, ()))
        site, lines = met.most_common(1)[0] if met else ("", 0)
        out.append(replace(text, site=site if lines >= _SHARED else re.sub(r"_\d{4}.*", "", text.id)))
    return out


def _telling(text: Labelled) -> set[str]:
    return {key(line) for line in text.lines if len(line.split()) >= _TELLING}
