"""What a run did, counted: the numbers of the summary, added up chunk by chunk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

# More sites than anybody reads, and few enough to hold in memory; what is beyond counts under OTHERS.
_MOST_SITES = 100_000
OTHERS = "(others)"


@dataclass
class Tally:
    """Counts.

    Attributes:
        cleaned: Records that went into the output.
        failed: Records that went into the error file.
        skipped: Records that were none to clean, such as the pictures in a WARC file.
        broken: Input files that could not be read, or not to their end.
        warnings: Records that a heuristic failed on.
        source: Characters of the texts before.
        clean: Characters of the texts after.
        kinds: Kind of residue -> removals, records with one, characters.
        sites: Site -> records, characters before, characters after.
    """

    cleaned: int = 0
    failed: int = 0
    skipped: int = 0
    broken: int = 0
    warnings: int = 0
    source: int = 0
    clean: int = 0
    kinds: dict[str, list[int]] = field(default_factory=dict)
    sites: dict[str, list[int]] = field(default_factory=dict)

    @property
    def records(self) -> int:
        """All records that were read."""
        return self.cleaned + self.failed + self.skipped

    @property
    def share(self) -> float:
        """The share of the characters that went, 0 to 1."""
        return 1 - self.clean / self.source if self.source else 0.0

    def add(self, other: Tally) -> None:
        """Add another's counts to these."""
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)
        for kind, counts in other.kinds.items():
            add_to(self.kinds, kind, counts)
        for site, counts in other.sites.items():
            is_known = site in self.sites or len(self.sites) < _MOST_SITES
            add_to(self.sites, site if is_known else OTHERS, counts)

    def to_dict(self) -> dict[str, Any]:
        """The counts that are not nought, ready for JSON."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Tally:
        """The counts that ``to_dict`` gave, again."""
        return cls(**data)


def add_to(table: dict[str, list[int]], name: str, counts: Iterable[int]) -> None:
    """Add counts to those under a name."""
    table[name] = [old + new for old, new in zip(table.get(name, (0, 0, 0)), counts, strict=True)]
