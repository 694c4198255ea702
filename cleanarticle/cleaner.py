"""The one composition: read a source, ask the heuristics, decide, and hand out the article."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from types import MappingProxyType
from typing import Any

from cleanarticle.decide.decide import decide
from cleanarticle.decide.layout import LAYOUT
from cleanarticle.decide.paths import located
from cleanarticle.decide.policy import Decision, Policy
from cleanarticle.decide.settle import settle
from cleanarticle.document import Document, Facts
from cleanarticle.errors import HeuristicWarning, UnknownNameError
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic, name_of
from cleanarticle.lexicon.language import detect
from cleanarticle.metadata import harvest
from cleanarticle.plugins import resolve
from cleanarticle.reading.text import read_text
from cleanarticle.result import Declined, Finding, Removal, Result, replay
from cleanarticle.rules import Rules, load_rules

# Preset -> the probability that a line must have to go.
PRESETS: Mapping[str, float] = MappingProxyType({"careful": 0.95, "balanced": 0.5, "thorough": 0.2})
# How a page is read: with what trafilatura takes for the main text as evidence, or without.
ENGINES = ("thorough", "fast")

Path = str | PathLike[str]


class Cleaner:
    """Cleans articles the same way each time. Immutable, picklable, safe to share between threads.

    Args:
        keep: Kinds of residue that stay, such as ``{"caption"}``; they are still told in ``declined`` and ``metadata``.
        threshold: How probable it must be, 0 to 1, that a line is residue before it goes; overrides the preset's.
        preset: ``"careful"``, ``"balanced"`` or ``"thorough"``.
        heuristics: Names or callables to use instead of the built-in heuristics.
        add: Names of installed plug-ins, or callables, to use besides.
        drop: Names of heuristics to leave out.
        rules: A rules file or several: phrases, patterns and selectors of your own, see ``docs/rules.md``.

    Raises:
        UnknownNameError: A preset or heuristic has a name that does not exist.
        PluginError: A plug-in asked for by name cannot be loaded.
        RulesError: A rules file has a mistake.
        ValueError: ``threshold`` is not between 0 and 1.
    """

    def __init__(
        self,
        *,
        keep: Iterable[str] = (),
        threshold: float | None = None,
        preset: str = "balanced",
        heuristics: Iterable[Heuristic | str] | None = None,
        add: Iterable[Heuristic | str] = (),
        drop: Iterable[str] = (),
        rules: Path | Iterable[Path] = (),
    ) -> None:
        if preset not in PRESETS:
            raise UnknownNameError(f"no preset is called {preset!r}; there are: {', '.join(PRESETS)}")
        limit = PRESETS[preset] if threshold is None else threshold
        if not 0 <= limit <= 1:
            raise ValueError(f"threshold is a probability, 0 to 1; got {limit!r}")
        if isinstance(keep, str):
            raise TypeError(f"keep wants a set of kinds, such as {{{keep!r}}}, got a string")
        files = (rules,) if isinstance(rules, (str, PathLike)) else tuple(rules)
        chosen = (*resolve(BUILTIN if heuristics is None else heuristics), *resolve(add), *map(load_rules, files))
        self._policy = Policy(limit, frozenset(keep))
        self._heuristics = _without(chosen, frozenset(drop))
        # Rules with selectors, which read all that a page's tags say.
        self._placing = tuple(each for each in self._heuristics if isinstance(each, Rules) and each.places)

    @property
    def heuristics(self) -> tuple[Heuristic, ...]:
        """The heuristics it uses."""
        return self._heuristics

    @property
    def keep(self) -> frozenset[str]:
        """The kinds of residue that stay."""
        return self._policy.keep

    @property
    def threshold(self) -> float:
        """How probable it must be that a line is residue before it goes, 0 to 1."""
        return self._policy.threshold

    def clean(self, text: str, *, title: str | None = None, url: str | None = None, lang: str | None = None) -> str:
        """Return the article's body: ``text`` without its residue. See ``cleanarticle.clean``."""
        document = _read_text(text, title, url, lang)
        return replay(document.text, self._settle(document, explain=False).removed)

    def clean_html(
        self,
        html: Any,  # noqa: ANN401
        *,
        url: str | None = None,
        lang: str | None = None,
        engine: str = "thorough",
        output: str = "text",
        links: bool = False,
        emphasis: bool = False,
    ) -> str:
        """Return the body of the article on a page. See ``cleanarticle.clean_html``."""
        from cleanarticle.rendering import Form, render  # loaded when a page comes

        form = Form(output, links, emphasis)
        document = _read_html(html, url, lang, engine, attributes=form.links or bool(self._placing))
        return render(document, self._decide(document, explain=False).removed, form)

    def analyze(
        self, text: str, *, title: str | None = None, url: str | None = None, lang: str | None = None
    ) -> Result:
        """Clean a text and explain it. See ``cleanarticle.analyze``."""
        document = _read_text(text, title, url, lang)
        return _result(document, self._settle(document))

    def analyze_html(
        self,
        html: Any,  # noqa: ANN401
        *,
        url: str | None = None,
        lang: str | None = None,
        engine: str = "thorough",
        output: str = "text",
        links: bool = False,
        emphasis: bool = False,
    ) -> Result:
        """Clean a page and explain it. See ``cleanarticle.analyze_html``."""
        from cleanarticle.rendering import Form, render  # loaded when a page comes

        form = Form(output, links, emphasis)
        document = _read_html(html, url, lang, engine, attributes=form.links or bool(self._placing))
        decision = self._decide(document)
        return _result(document, decision, "" if output == "text" else render(document, decision.removed, form))

    def _decide(self, document: Document, *, explain: bool = True) -> Decision:
        spared = {place: why for rules in self._placing for place, why in rules.kept(document).items()}
        return decide(document, self._find(document), self._policy, explain=explain, spared=spared)

    def _settle(self, document: Document, *, explain: bool = True) -> Decision:
        return settle(document, self._find, self._policy, explain=explain)

    def _find(self, document: Document) -> Iterator[Finding]:
        return findings_of(document, self._heuristics)


def _result(document: Document, decision: Decision, rendered: str = "") -> Result:
    told: list[Removal | Declined] = [item for item in decision.removed if item.heuristic != LAYOUT]
    told += [item for item in decision.declined if item.guard == "kept-kind"]
    return Result(
        text=replay(document.text, decision.removed),
        source_text=document.text,
        removed=located(document, decision.removed),
        declined=decision.declined,
        metadata=harvest(document.facts, told, decision.captures, document.once(detect)),
        rendered=rendered,
    )


def _read_text(text: str, title: str | None, url: str | None, lang: str | None) -> Document:
    if not isinstance(text, str):
        raise TypeError(f"expected the text of an article as str, got {type(text).__name__}")
    return read_text(text, Facts(title=title or "", url=url or "", lang=lang or ""))


def _read_html(html: Any, url: str | None, lang: str | None, engine: str, *, attributes: bool) -> Document:  # noqa: ANN401
    if engine not in ENGINES:
        raise UnknownNameError(f"no engine is called {engine!r}; there are: {', '.join(ENGINES)}")
    from cleanarticle.reading.html import read_html  # lxml and trafilatura load when a page comes

    return read_html(html, url=url, lang=lang, engine=engine, attributes=attributes)


def _without(heuristics: Sequence[Heuristic], drop: frozenset[str]) -> tuple[Heuristic, ...]:
    unknown = drop - {name_of(heuristic) for heuristic in heuristics}
    if unknown:
        known = ", ".join(map(name_of, heuristics))
        raise UnknownNameError(f"no heuristic is called {', '.join(sorted(unknown))}; there are: {known}")
    return tuple(heuristic for heuristic in heuristics if name_of(heuristic) not in drop)


def findings_of(document: Document, heuristics: Iterable[Heuristic]) -> Iterator[Finding]:
    """What the heuristics find in a document, each finding with its heuristic's name.

    A heuristic that raises is reported as a HeuristicWarning and its findings are left out: a plug-in's mistake must
    not cost the article.
    """
    for heuristic in heuristics:
        try:
            found: Sequence[Finding] = tuple(heuristic(document))
        except Exception as error:
            message = f"heuristic {name_of(heuristic)!r} raised {error!r}; left out"
            warnings.warn(message, HeuristicWarning, stacklevel=2)
            continue
        if found:
            name = name_of(heuristic)
            yield from (finding if finding.heuristic else finding._replace(heuristic=name) for finding in found)
