"""Ways to clean a text that an extractor made, beside the library's: rules that corpora were really made with.

Each is made anew for each extractor, for one of them remembers what it saw.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable

from bench.contenders import stopwords

Filter = Callable[[str, str], str]


def cleanarticle_clean() -> Filter:
    """The library's ``clean``."""
    import cleanarticle

    return lambda text, language: cleanarticle.clean(text)


# The rules of C4 for lines; those for whole pages would leave no text to compare. They are for English.
_ENDS = (".", "?", "!", '"')
_POLICIES = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")
_FEWEST_WORDS = 5


def c4_lines() -> Filter:
    """C4's rules for lines: five words and a closing mark at the end; no ``javascript``, no policies."""

    def is_kept(line: str) -> bool:
        if not line.endswith(_ENDS) or line.endswith("...") or len(line.split()) < _FEWEST_WORDS:
            return False
        lower = line.lower()
        return "javascript" not in lower and not any(phrase in lower for phrase in _POLICIES)

    return lambda text, language: "\n".join(line for line in map(str.strip, text.splitlines()) if is_kept(line))


def justext_lines() -> Filter:
    """The jusText of a page that is the text's lines, a paragraph each."""
    import justext

    def clean(text: str, language: str) -> str:
        page = "".join(f"<p>{entities.escape(line)}</p>" for line in text.splitlines() if line.strip())
        if not page:
            return ""
        paragraphs = justext.justext(f"<html><body>{page}</body></html>", *stopwords(language))
        return "\n".join(each.text for each in paragraphs if not each.is_boilerplate)

    return clean


def unseen_lines() -> Filter:
    """As CCNet does: a line goes that came before in any text, but for case, digits and marks."""
    seen: set[str] = set()

    def is_new(line: str) -> bool:
        key = re.sub(r"[^\w\s]", "", re.sub(r"\d", "0", line.casefold())).strip()
        known = key in seen
        seen.add(key)
        return not known

    return lambda text, language: "\n".join(line for line in text.splitlines() if is_new(line))


FILTERS: dict[str, Callable[[], Filter]] = {
    "cleanarticle.clean": cleanarticle_clean,
    "C4's line rules": c4_lines,
    "jusText over lines": justext_lines,
    "lines seen before": unseen_lines,
}
