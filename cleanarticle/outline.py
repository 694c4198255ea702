"""What is known of a page's structure: its tags, the frames that its blocks stand in, its texts in reading order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple


class Tag(NamedTuple):
    """A tag as it is written, read once however often it comes.

    Attributes:
        step: What it does to the one who reads: opens a frame, closes one, begins a link.
        name: The element's name.
        roles: What its attributes speak for, as bits; ``cleanarticle.reading.roles`` names them.
        look: Name and class in one string: elements that look alike are of a kind.
        emphasis: Whether it makes text bold or italic.
    """

    step: int
    name: str
    roles: int = 0
    look: str = ""
    emphasis: bool = False


class Element(NamedTuple):
    """A run of text between the borders of block-level elements.

    Attributes:
        text: Its text, white space collapsed; in a ``pre`` its lines stand as they do there.
        frame: The block-level element that holds it, as an index of the outline's lists.
        linked: How many of its characters stand in links.
        links: How many links begin in it.
        roles: What the inline elements around its beginning speak for, as bits.
        emphasis: How many bold or italic runs begin in it.
        breaks: How many line breaks stand before it.
        first: The first of the outline's pieces that belongs to it.
        last: The first that does not.
    """

    text: str
    frame: int
    linked: int
    links: int
    roles: int
    emphasis: int
    breaks: int
    first: int
    last: int


@dataclass(frozen=True, eq=False, slots=True)
class Outline:
    """A page in reading order.

    Attributes:
        pieces: Every tag, without its brackets, and the text behind it, as the page writes it.
        tags: The tag of each frame, a frame being a block-level element.
        parents: The frame around each frame; -1 for the outermost.
        opened: The piece that opens each frame.
        elements: The page's texts.
        base: The address that the page's links start from, where it names one.
    """

    pieces: list[tuple[str, str]]
    tags: list[Tag]
    parents: list[int]
    opened: list[int]
    elements: list[Element]
    base: str = ""

    def paths(self, frames: Collection[int]) -> dict[int, str]:
        """The way to each of some frames from the root, as an XPath: ``/html/body/div[2]/p[1]``."""
        wanted = {self.opened[frame]: frame for frame in frames}
        found: dict[int, str] = {}
        steps: list[str] = []
        counts: list[dict[str, int]] = [{}]
        for at, (written, _) in enumerate(self.pieces):
            if len(found) == len(wanted):
                break
            if written.startswith("/"):
                steps.pop()
                counts.pop()
                continue
            name = written.split(None, 1)[0].rstrip("/")
            counts[-1][name] = counts[-1].get(name, 0) + 1
            if not written.endswith("/"):
                steps.append(f"{name}[{counts[-1][name]}]")
                counts.append({})
                if at in wanted:
                    found[wanted[at]] = "/" + "/".join(steps)
        return found
