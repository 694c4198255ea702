"""Where on a page the article may be: the cheap question that is asked of every element of it.

Menus, footers, link lists and comments far from the main text are told by their place alone; what may belong to the
article is left for the heuristics. The measures are those of the literature (Kohlschütter et al. 2010: words and link
density of a text and its neighbours; Arc90's Readability: how much prose an ancestor holds), as shares of the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from cleanarticle.document import Facts
from cleanarticle.outline import Outline
from cleanarticle.reading.layout import Layout
from cleanarticle.reading.roles import bit
from cleanarticle.trees import Trees

_TAGS = {name: i for i, name in enumerate(
    "p div li h1 h2 h3 h4 h5 h6 td th figcaption blockquote section article header footer aside nav figure main dd dt"
    " ul ol pre time address form button label body".split()
)}  # fmt: skip
_FAR = 999
COLUMNS = (
    "words", "linked", "tag", "prose_alike", "alike", "up", "down", "depth", "prose_parent", "prose_grandparent",
    "linked_parent", "linked_grandparent", "elements_parent", "elements_grandparent", "prose_branch", "linked_branch",
    "tag_branch", "prose_before", "page_prose", "page_elements", "main_paragraphs", "to_first", "from_last",
    "from_heading", "in_body", "linked@-1", "linked@+1", "words@-1", "words@+1", "role.comments", "role.caption",
    "role.navigation", "role.hidden",
)  # fmt: skip
# A whole article in the page's data is at least this long, in characters.
_BODY = 400
# So many words are an article's own, and do not stand in its text by chance.
_TOLD = 4


def rows(page: Outline, placed: Layout, facts: Facts) -> list[tuple[float, ...]]:
    """The numbers on each element, as named in ``COLUMNS``."""
    elements = page.elements
    if not elements:
        return []
    tags, parents = page.tags, page.parents
    prose = placed.prose
    total = max(1, sum(prose))
    shares = [element.linked / len(element.text) for element in elements]
    looks = [(tags[e.frame].look, tags[parents[e.frame]].look if e.frame else "") for e in elements]
    alike: dict[tuple[str, str], int] = {}
    prose_alike: dict[tuple[str, str], int] = {}
    for look, words in zip(looks, prose, strict=True):
        alike[look] = alike.get(look, 0) + 1
        prose_alike[look] = prose_alike.get(look, 0) + words
    inner = [i for i, e in enumerate(elements) if prose[i] and placed.up[e.frame] == 0]
    first, last = (inner[0], inner[-1]) if inner else (-1, -1)
    heading = next((i for i, e in enumerate(elements) if tags[e.frame].name == "h1"), -1)
    body = " ".join(facts.body.lower().split()) if len(facts.body) > _BODY else ""
    comments, caption, navigation, hidden = map(bit, ("comments", "caption", "navigation", "hidden"))
    out: list[tuple[float, ...]] = []
    before = 0
    for i, element in enumerate(elements):
        frame = element.frame
        parent = max(0, parents[frame])
        grandparent = max(0, parents[parent])
        branch = placed.branch[frame]
        roles = placed.roles[frame] | element.roles
        out.append((
            placed.words[i], shares[i], _TAGS.get(tags[frame].name, -1), prose_alike[looks[i]] / total,
            alike[looks[i]], placed.up[frame], placed.depth[frame] - placed.depth[branch], placed.depth[frame],
            placed.frame_prose[parent] / total, placed.frame_prose[grandparent] / total,
            placed.linked[parent] / (placed.chars[parent] or 1),
            placed.linked[grandparent] / (placed.chars[grandparent] or 1),
            placed.elements[parent], placed.elements[grandparent],
            placed.frame_prose[branch] / total, placed.linked[branch] / (placed.chars[branch] or 1),
            _TAGS.get(tags[branch].name, -1), before / total, total, len(elements), len(inner), first - i, i - last,
            i - heading if heading >= 0 else -_FAR,
            -1.0 if not body else float(placed.words[i] >= _TOLD and element.text.lower() in body),
            shares[i - 1] if i else -1.0, shares[i + 1] if i + 1 < len(elements) else -1.0,
            placed.words[i - 1] if i else -1, placed.words[i + 1] if i + 1 < len(elements) else -1,
            roles & comments != 0, roles & caption != 0, roles & navigation != 0, roles & hidden != 0,
        ))  # fmt: skip
        before += prose[i]
    return out


def chances(measured: Iterable[tuple[float, ...]]) -> list[float]:
    """How likely each element is, 0 to 1, to be of the article, by ``rows``."""
    return _learnt().probabilities(measured)


@cache
def _learnt() -> Trees:
    """The trees that ship with the library (``region.json``, made by ``bench/learn_pages.py``)."""
    return Trees(json.loads(files("cleanarticle.reading").joinpath("region.json").read_text("utf8")), COLUMNS)
