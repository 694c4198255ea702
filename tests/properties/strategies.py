"""Articles as a scraper has them: an invented story, with lines of residue from the lexicons above, in and below it."""

from functools import cache

from hypothesis import strategies as st

from cleanarticle.lexicon.compile import SOURCES
from cleanarticle.lexicon.load import languages
from cleanarticle.lexicon.source import read_groups
from tests.properties.stories import LANGUAGES, between, sentences

NEWLINES = (
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\r\r",
    "\n \n",
    "\n\t\n\n",
    "\u2028",
    "\x85",
    "\v",
    "\n\r\n",
)


@cache
def residue_lines(language):
    """What the lexicon of a language says that it must match."""
    groups = read_groups((SOURCES / f"{language}.toml").read_text("utf8"), language)
    return tuple(dict.fromkeys(hit for group in groups for hit in group.hits if len(hit.splitlines()) == 1))


@st.composite
def stories(draw, language, most=8):
    """The paragraphs of a story, no sentence twice."""
    told = draw(st.lists(st.sampled_from(sentences(language)), min_size=2, max_size=3 * most, unique=True))
    paragraphs, at = [], 0
    while at < len(told):
        size = draw(st.integers(1, 4))
        paragraphs.append(between(language).join(told[at : at + size]))
        at += size
    return paragraphs


@st.composite
def articles(draw):
    """A scraped text: residue and story, with any convention of newlines, or several at once."""
    language = draw(st.sampled_from(LANGUAGES))
    lines = st.lists(st.sampled_from(residue_lines(draw(st.sampled_from([language, "en"])))), max_size=4)
    parts = [*draw(lines)]
    for paragraph in draw(stories(language)):
        parts += [paragraph, *(draw(lines) if draw(st.integers(0, 3)) == 0 else ())]
    parts += draw(lines)
    newlines = draw(st.lists(st.sampled_from(NEWLINES), min_size=1, max_size=2))
    pieces = [draw(st.sampled_from(("", "", " ", "\n", "\ufeff")))]
    for part in parts:
        pieces += [part, draw(st.sampled_from(newlines))]
    return "".join(pieces)


# Text that no one wrote: control characters, lone surrogates, signs of every script.
anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=400) | st.lists(
    st.sampled_from(["\n", "\r", " ", ". ", "\x00", "\ud800", "\ufeff", "By ", "©", "İ", "ß", "…", "12:30", "#tag", "|", "<p>", "</p>",
                     "<div", "&amp;", "a@b.co", "Read more: ", "“", "\u0130\u0307", "漢字。", "ไทย", "हिन्दी", "\U0001f600"]),
    max_size=60,
).map("".join)  # fmt: skip

LEXICONS = languages()
