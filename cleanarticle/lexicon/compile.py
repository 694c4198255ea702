"""Make ``compiled/*.json`` from ``entries/*.toml``: ``python -m cleanarticle.lexicon.compile``."""

from __future__ import annotations

import json
from pathlib import Path

from cleanarticle.lexicon.source import Group, read_groups

_HERE = Path(__file__).parent
SOURCES = _HERE / "entries"
COMPILED = _HERE / "compiled"


def compiled(groups: tuple[Group, ...]) -> str:
    """One language's groups as JSON: kind, place, strength, and phrases with their needs and first words."""
    rows = []
    for group in groups:
        first = group.entries[0]
        phrases = [
            [entry.phrase, [sorted(need) for need in entry.needs], sorted(entry.firsts or ())]
            for entry in group.entries
        ]
        rows.append([group.kind, first.place, first.strength, phrases])
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def main() -> None:
    """Compile every language's lexicon."""
    COMPILED.mkdir(exist_ok=True)
    for path in sorted(SOURCES.glob("*.toml")):
        text = compiled(read_groups(path.read_text("utf8"), path.name))
        (COMPILED / f"{path.stem}.json").write_text(text, "utf8")


if __name__ == "__main__":
    main()
