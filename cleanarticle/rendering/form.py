"""The form in which an article is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from cleanarticle.errors import UnknownNameError

OUTPUTS = ("text", "markdown", "html")


@dataclass(frozen=True, slots=True)
class Form:
    """How an article is written.

    Links and emphasis are left out unless they are asked for: most readers of articles want the words, an address is
    none, and what a site makes bold is often its own style. A text has neither.

    Attributes:
        output: ``"text"``, ``"markdown"`` or ``"html"``.
        links: Whether links keep their addresses.
        emphasis: Whether bold and italic stay.

    Raises:
        UnknownNameError: No output has that name.
    """

    output: str = "text"
    links: bool = False
    emphasis: bool = False

    def __post_init__(self) -> None:
        if self.output not in OUTPUTS:
            raise UnknownNameError(f"no output is called {self.output!r}; there are: {', '.join(OUTPUTS)}")
