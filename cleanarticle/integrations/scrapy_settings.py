"""The settings ``CLEANARTICLE_*`` of a Scrapy project, read once and checked: a slip stops the crawl at its start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from scrapy.settings import BaseSettings

from cleanarticle.cleaner import ENGINES, Cleaner
from cleanarticle.errors import UnknownNameError
from cleanarticle.kinds import NAMES
from cleanarticle.result import Metadata

PREFIX = "CLEANARTICLE_"

# A setting, without its prefix, and what it is where the project does not say.
DEFAULTS: Mapping[str, Any] = MappingProxyType(
    {
        "ENABLED": True,
        "TEXT_FIELDS": ("text", "articleBody"),
        "HTML_FIELDS": (),
        "RESPONSE_FIELD": "",
        "CONTEXT_FIELDS": MappingProxyType(
            {"title": ("title", "headline"), "url": ("url", "link"), "lang": ("lang", "language", "inLanguage")}
        ),
        "METADATA_FIELDS": MappingProxyType({}),
        "REMOVED_FIELD": "",
        "ON_ERROR": "keep",
        "KEEP": (),
        "ENGINE": "thorough",
        "PRESET": "balanced",
        "THRESHOLD": None,
        "RULES": (),
        "ADD": (),
        "DROP": (),
    }
)
_CONTEXT = ("title", "url", "lang")
_ON_ERROR = ("keep", "drop")


@dataclass(frozen=True, slots=True)
class Options:
    """What a project's settings say.

    Attributes:
        cleaner: The Cleaner that they describe.
        engine: The engine that reads pages.
        texts: Fields that hold a text, and for each the field that its clean text goes to.
        pages: The same of fields that hold HTML.
        context: For ``title``, ``url`` and ``lang`` the fields that may tell it, the first that does so counts.
        metadata: Names of metadata, and for each the field that takes it where that is empty.
        removed: The field that takes the list of what was removed, or the empty string.
        drops: Whether an item that cannot be cleaned is dropped; else it goes on as it came.
    """

    cleaner: Cleaner
    engine: str
    texts: Mapping[str, str]
    pages: Mapping[str, str]
    context: Mapping[str, tuple[str, ...]]
    metadata: Mapping[str, str]
    removed: str
    drops: bool


def is_on(settings: BaseSettings) -> bool:
    """Whether articles are to be cleaned at all."""
    return bool(settings.getbool(f"{PREFIX}ENABLED", DEFAULTS["ENABLED"]))


def response_field(settings: BaseSettings) -> str:
    """The field that gets the article of the response, where an item comes without it; empty for none."""
    return str(_value(settings, "RESPONSE_FIELD") or "")


def options(settings: BaseSettings) -> Options:
    """What the settings say.

    Raises:
        UnknownNameError: A setting, or a name in one, does not exist.
        CleanArticleError, ValueError, OSError: What ``Cleaner`` raises: a mistake in a rules file, a threshold over 1.
    """
    _check_names(settings)
    pages = _pairs(settings, "HTML_FIELDS")
    texts = {source: target for source, target in _pairs(settings, "TEXT_FIELDS").items() if source not in pages}
    if response := response_field(settings):
        texts.setdefault(response, response)
    metadata = _pairs(settings, "METADATA_FIELDS")
    _check("METADATA_FIELDS", metadata, [field.name for field in fields(Metadata)])
    engine = str(_value(settings, "ENGINE"))
    _check("ENGINE", [engine], ENGINES)
    on_error = str(_value(settings, "ON_ERROR"))
    _check("ON_ERROR", [on_error], _ON_ERROR)
    return Options(
        cleaner=_cleaner(settings),
        engine=engine,
        # The text of an HTML field is clean when it is written: it is not cleaned again.
        texts={source: target for source, target in texts.items() if source not in set(pages.values())},
        pages=pages,
        context=_context(settings),
        metadata=metadata,
        removed=str(_value(settings, "REMOVED_FIELD") or ""),
        drops=on_error == "drop",
    )


def _cleaner(settings: BaseSettings) -> Cleaner:
    rules, add, keep = _names(settings, "RULES"), _names(settings, "ADD"), _names(settings, "KEEP")
    if not rules and not add:  # they may bring kinds of their own
        _check("KEEP", keep, sorted(NAMES))
    threshold = _value(settings, "THRESHOLD")
    return Cleaner(
        keep=keep,
        threshold=None if threshold in (None, "") else float(threshold),
        preset=str(_value(settings, "PRESET")),
        rules=rules,
        add=add,
        drop=_names(settings, "DROP"),
    )


def _context(settings: BaseSettings) -> dict[str, tuple[str, ...]]:
    default: Mapping[str, tuple[str, ...]] = DEFAULTS["CONTEXT_FIELDS"]
    said = settings.getdict(f"{PREFIX}CONTEXT_FIELDS")
    _check("CONTEXT_FIELDS", said, _CONTEXT)
    return {name: _listed(said[name]) if name in said else default[name] for name in _CONTEXT}


def _value(settings: BaseSettings, name: str) -> Any:  # noqa: ANN401
    return settings.get(PREFIX + name, DEFAULTS[name])


def _names(settings: BaseSettings, name: str) -> tuple[str, ...]:
    return _listed(_value(settings, name))


def _listed(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Names from a list of them or, as the command line has it, from a string with commas."""
    parts: Iterable[Any] = value.split(",") if isinstance(value, str) else value or ()
    return tuple(name for part in parts if (name := str(part).strip()))


def _pairs(settings: BaseSettings, name: str) -> dict[str, str]:
    """Names and names: from a dict of them, its JSON, or from a list, where each name stands for itself."""
    value = _value(settings, name)
    if isinstance(value, str) and value.lstrip().startswith("{"):
        value = settings.getdict(PREFIX + name)
    if isinstance(value, (Mapping, BaseSettings)):
        return {str(source): str(target) for source, target in value.items() if target}
    return {each: each for each in _listed(value)}


def _check_names(settings: BaseSettings) -> None:
    said = [name for name in settings if isinstance(name, str) and name.startswith(PREFIX)]
    _check("", said, [PREFIX + name for name in DEFAULTS])


def _check(setting: str, names: Iterable[str], known: Iterable[str]) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        where = f"{PREFIX}{setting}: nothing" if setting else "no setting"
        raise UnknownNameError(f"{where} is called {', '.join(unknown)}; there are: {', '.join(known)}")
