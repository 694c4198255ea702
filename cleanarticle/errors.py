"""The errors and warnings of the library: few, named, and each says what to do."""

from __future__ import annotations


class CleanArticleError(Exception):
    """Base of every error that the library raises on purpose, wrong argument types aside."""


class RulesError(CleanArticleError):
    """A rules or lexicon file has a mistake; the message names the file, the line and the key."""


class UnknownNameError(CleanArticleError, ValueError):
    """A heuristic, preset or kind was named that does not exist; the message lists those that do."""


class PluginError(CleanArticleError):
    """An installed plug-in was asked for and cannot be loaded; the message names the plug-in and the cause."""


class ColumnError(CleanArticleError, ValueError):
    """A column of a table is missing, of a wrong type, or in the way; the message says which, and what to do."""


class HeuristicWarning(RuntimeWarning):
    """A heuristic raised; its findings on this document were left out, the article was not."""


class BatchError(CleanArticleError):
    """A batch run cannot start, or cannot go on; the message says what to do."""
