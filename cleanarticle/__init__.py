"""Takes the residue out of scraped news, and says of every character it took out what it was and why it went."""

from __future__ import annotations

from cleanarticle.api import analyze, analyze_html, clean, clean_html
from cleanarticle.cleaner import PRESETS, Cleaner
from cleanarticle.document import Block, Document, Facts
from cleanarticle.errors import (
    CleanArticleError,
    ColumnError,
    HeuristicWarning,
    PluginError,
    RulesError,
    UnknownNameError,
)
from cleanarticle.heuristics.base import Heuristic, heuristic
from cleanarticle.kinds import KINDS
from cleanarticle.result import Declined, Finding, Metadata, Removal, Result

__all__ = [
    "KINDS",
    "PRESETS",
    "Block",
    "CleanArticleError",
    "Cleaner",
    "ColumnError",
    "Declined",
    "Document",
    "Facts",
    "Finding",
    "Heuristic",
    "HeuristicWarning",
    "Metadata",
    "PluginError",
    "Removal",
    "Result",
    "RulesError",
    "UnknownNameError",
    "analyze",
    "analyze_html",
    "clean",
    "clean_html",
    "heuristic",
]
