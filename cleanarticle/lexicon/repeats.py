r"""Whether an expression of a user's can take forever: told by how it is written, before it meets a line.

A backtracking matcher tries every way to cut a text among repeats. Where a group that itself repeats or chooses is
repeated, as in ``(\w+ ?)+``, there are more ways than a line has time for; one behind the other, open repeats
multiply.
"""

from __future__ import annotations

import re

# So many repeats without a small bound may stand in one expression: each may cost a factor of the line's length.
_MOST_OPEN = 3
# A repeat of at most so many is small.
_SMALL = 10
_PIECE = re.compile(
    r"(?P<atom>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\()|*+?{\[]|\{(?!\d*,?\d*\}))"
    r"|(?P<open>\((?:\?(?:[:=!>]|<[=!]|P?<\w+>|[a-zA-Z-]+:))?)|(?P<close>\))|(?P<choice>\|)"
    r"|(?P<repeat>[*+?]|\{\d*,?\d*\})(?P<mode>[+?]?)",
    re.DOTALL,
)


def forever(pattern: str) -> str:
    """Why an expression can take forever and what to do, in a line; empty where it cannot."""
    loose = [False]  # for each open group whether it repeats or chooses
    closed, found = False, 0
    for piece in _PIECE.finditer(pattern):
        if piece["open"]:
            loose.append(False)
        elif piece["close"] and len(loose) > 1:
            closed = loose.pop()
            loose[-1] |= closed
            continue
        elif piece["choice"]:
            loose[-1] = True
        elif piece["repeat"] and piece["mode"] != "+":
            many = _is_many(piece["repeat"])
            if many and closed:
                return "a group that itself repeats or chooses is repeated; end its repeat with + as in (?:a|b)++"
            found += many
            loose[-1] |= not piece["repeat"].strip("{}").isdecimal()
        closed = False
    if found > _MOST_OPEN:
        return f"has more than {_MOST_OPEN} repeats without a small bound; write {{0,{_SMALL}}}"
    return ""


def _is_many(repeat: str) -> bool:
    if repeat in "*+?":
        return repeat != "?"
    least, comma, most = repeat[1:-1].partition(",")
    return int(most or (0 if comma else least) or _SMALL + 1) > _SMALL and bool(comma)
