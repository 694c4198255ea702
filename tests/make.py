"""Short ways to what tests need: documents of lines, and findings on them."""

from cleanarticle import Facts
from cleanarticle.reading.text import read_text
from cleanarticle.result import Finding

# Sentences that no heuristic says anything about, each long enough to be a paragraph of a story.
PROSE = (
    "The harbour master told a packed meeting that the old bridge could not carry the weight of two lorries.",
    "A retired teacher from the valley wrote in a letter that nobody had looked at the pumps since the spring.",
    "Her brother admitted that the ferry would sail again once the ice was gone and the wind had turned south.",
    "The council's engineer had long believed that forty families were still waiting for keys to their houses.",
    "One of the divers explained to the crew that the wells had run dry much earlier than in other summers.",
    "The owner of the mill said at the inquiry that the money was spent on a road that leads to nowhere at all.",
)


def document(*lines, newline="\n", **facts):
    return read_text(newline.join(lines), Facts(**facts))


def on(
    document,
    line,
    kind="related",
    confidence=0.99,
    signal="",
    reason="says so",
    captures=(),
    heuristic="test",
):
    """A finding on a line of a document, or on part of one."""
    start = document.text.index(line)
    return Finding(start, start + len(line), kind, confidence, reason, heuristic, signal, captures)


def finder(line, kind="related", name="test", **given):
    """A heuristic that finds a line wherever it stands."""

    def find(document):
        if line in document.text:
            yield on(document, line, kind, heuristic="", **given)

    find.__name__ = name
    return find
