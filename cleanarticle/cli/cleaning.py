"""From the options that say how a text is cleaned to the arguments of a Cleaner."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from cleanarticle.errors import UnknownNameError
from cleanarticle.kinds import NAMES


def cleaning(args: Namespace) -> dict[str, Any]:
    """The arguments of ``Cleaner``; raises UnknownNameError for a kind that there is not."""
    # Rules and plug-ins may bring kinds of their own; without, an unknown kind is a slip that keeps nothing.
    unknown = sorted(set(args.keep) - NAMES)
    if unknown and not args.rules and not args.add:
        raise UnknownNameError(f"--keep: no kind is called {', '.join(unknown)}; cleanarticle kinds lists them")
    return {
        "keep": args.keep,
        "threshold": args.threshold,
        "preset": args.preset,
        "drop": args.drop,
        "rules": args.rules,
        **({"add": args.add} if args.add else {}),
    }
