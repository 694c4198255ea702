"""Make ``compiled/*.json`` from ``entries/*.toml``: ``python -m cleanarticle.lexicon.compile``."""

from __future__ import annotations

import json
from pathlib import Path

from cleanarticle.lexicon.anchors import Stories
from cleanarticle.lexicon.index import table_of
from cleanarticle.lexicon.load import stopwords
from cleanarticle.lexicon.source import Group, read_groups

_HERE = Path(__file__).parent
SOURCES = _HERE / "entries"
COMPILED = _HERE / "compiled"


def compiled(groups: tuple[Group, ...], language: str) -> str:
    """One language's groups as JSON: phrases under kind, place and strength; and anchors with the phrases' numbers."""
    rows = [
        [group.kind, group.entries[0].place, group.entries[0].strength, [entry.phrase for entry in group.entries]]
        for group in groups
    ]
    phrases = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    stories = Stories((miss for group in groups for miss in group.misses), stopwords().get(language, ()))
    table = table_of((entry for group in groups for entry in group.entries), stories)
    anchors = json.dumps(table, ensure_ascii=False, indent=0)
    return f'{{"phrases": [\n{phrases}\n],\n"anchors": {anchors}}}\n'


def main() -> None:
    """Compile every language's lexicon."""
    COMPILED.mkdir(exist_ok=True)
    for path in sorted(SOURCES.glob("*.toml")):
        text = compiled(read_groups(path.read_text("utf8"), path.name), path.stem)
        (COMPILED / f"{path.stem}.json").write_text(text, "utf8")


if __name__ == "__main__":
    main()
