"""A page's outline: its block-level elements as frames, and the text between their borders as elements to judge.

lxml repairs the page and writes it out again, well-formed; one regular expression takes that apart into tags and texts.
So the pass below sees each tag once, in order, keeps no stack of calls, and is linear however deep a page is nested.
"""

from __future__ import annotations

import re
from html import unescape
from textwrap import dedent
from typing import TYPE_CHECKING

from cleanarticle.outline import Element, Outline, Tag
from cleanarticle.reading.roles import bit, roles_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements whose text is no text of the page.
SILENT = (
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object", "textarea",
    "select", "datalist", "canvas", "audio", "video", "map",
)  # fmt: skip
# What may stand unclosed around the rest of a page: drawings, and templates within.
_DRAWN = frozenset(("svg", "math", "template"))
# Elements that part no text; any other, a custom one too, is a block.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rp rt s samp"
    " small span strike strong sub sup time tt u var wbr picture source input".split()
)
_STRONG = frozenset(("b", "strong", "em", "i"))
_PIECE = re.compile("<([^>]*)>([^<]*)")
_NAME = re.compile(r"[^\s/]+")
# Attributes whose words tell what an element is.
_TELLING = re.compile(r' (class|id|role|itemprop|itemtype|data-testid|data-component|data-type)="([^"]*)"')
_HIDING = re.compile(r' hidden="| style="[^"]*(?:display\s*:\s*none|visibility\s*:\s*hidden)', re.IGNORECASE)

_VARIED = (
    "src", "srcset", "sizes", "width", "height", "alt", "title", "target", "rel", "loading", "tabindex", "onclick",
    "aria-label", "aria-labelledby", "aria-controls", "aria-expanded", "type", "value", "name", "for", "data-src",
    "data-srcset", "data-id", "data-index", "data-url", "href",
)  # fmt: skip
# Elements whose names say what they are for; "section" and "label" are used for anything.
_MEANT = frozenset("article main nav aside header footer figure figcaption form time".split())

_OPEN, _CLOSE, _TEXT, _LINK, _UNLINK, _BREAK, _EMPTY = range(7)
# Tags that end no text.
_WITHIN = (_TEXT, _LINK, _UNLINK)


def outline(tree: HtmlElement, *, attributes: bool = False) -> Outline:
    """Take a page apart. ``tree`` loses its comments and whatever shows no text.

    Without ``attributes``, which only links and users' selectors want, it also loses those that tell nothing else.
    """
    from lxml import etree

    if tree.tag in _INLINE:  # a piece of a page whose text no border would end
        inline, tree = tree, tree.makeelement("div")
        tree.append(inline)
    named = tree.find("head/base[@href]")
    base = "" if named is None else named.get("href", "")
    silent = SILENT if _drawings_end(tree) else tuple(name for name in SILENT if name not in _DRAWN)
    etree.strip_elements(tree, *silent, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    if not attributes:
        # Without what differs from tag to tag and tells nothing, most tags are ones that have been read before.
        etree.strip_attributes(tree, *_VARIED)
    written = etree.tostring(tree, encoding="unicode", with_tail=False).replace("&#13;", "")
    return _read(_PIECE.findall(written), base)


def _drawings_end(tree: HtmlElement) -> bool:
    """Whether drawings hold no paragraph. A browser ends them there; lxml puts all behind an unclosed one into it."""
    return not any(drawing.find(".//p") is not None for drawing in tree.iter("svg", "math"))


def _read(pieces: list[tuple[str, str]], base: str) -> Outline:
    known: dict[str, Tag] = {}
    tags: list[Tag] = []
    parents: list[int] = []
    opened: list[int] = []
    elements: list[Element] = []
    texts: list[str] = []
    frame = pre = -1  # the frame that is open, and the outermost open one whose lines are kept
    first = in_link = linked = links = roles = emphasis = breaks = 0
    for at, (written, text) in enumerate(pieces):
        tag = known.get(written)
        if tag is None:
            tag = known[written] = _tag(written)
        step = tag.step
        if step in _WITHIN:
            if step == _LINK:
                in_link += 1
                links += 1
            elif step == _UNLINK:
                in_link -= 1
            if tag.roles and not texts:
                roles |= tag.roles
            emphasis += tag.emphasis
        elif step == _BREAK and pre >= 0:
            texts.append("\n")
        else:
            if texts:
                joined = " ".join("".join(texts).split()) if pre < 0 else dedent("".join(texts)).strip()
                if "&" in joined:
                    joined = unescape(joined)
                if joined:
                    elements.append(Element(
                        joined, frame, min(linked, len(joined)), links, roles, emphasis, breaks, first, at
                    ))  # fmt: skip
                    breaks = 0
                texts = []
            linked = links = roles = emphasis = 0
            first = at + 1
            if step == _OPEN:
                tags.append(tag)
                parents.append(frame)
                opened.append(at)
                frame = len(tags) - 1
                if pre < 0 and tag.name == "pre":
                    pre = frame
            elif step == _CLOSE:
                if frame == pre:
                    pre = -1
                frame = parents[frame] if frame >= 0 else -1
            elif step == _BREAK:
                breaks += 1
        if text:
            if pre >= 0 or not text.isspace():
                texts.append(text)
                if in_link:
                    linked += len(text.strip())
            elif texts:
                texts.append(" ")
    return Outline(pieces, tags, parents, opened, elements, base)


def _tag(written: str) -> Tag:
    """Read a tag as lxml writes it."""
    if written.startswith("/"):
        name = written[1:]
        return _UNLINKING if name == "a" else Tag(_TEXT if name in _INLINE else _CLOSE, name)
    named = _NAME.match(written)
    name = named[0] if named else ""
    if name == "br":
        return Tag(_BREAK, name)
    empty = written.endswith("/")
    if name == "a" and not empty and " class=" not in written:
        return _LINKING
    roles, look = roles_of(name) if name in _MEANT else 0, name
    for attribute, value in _TELLING.findall(written):
        roles |= roles_of(value)
        if attribute == "class":
            look = f"{name}.{value}"
    if ("hidden" in written or "none" in written) and _HIDING.search(written):
        roles |= bit("hidden")
    if name in _INLINE:
        return Tag(_LINK if name == "a" and not empty else _TEXT, name, roles, look, name in _STRONG)
    return Tag(_EMPTY if empty else _OPEN, name, roles, look)


_LINKING = Tag(_LINK, "a", look="a")
_UNLINKING = Tag(_UNLINK, "a")
