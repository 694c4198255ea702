"""Invented articles as tables have them, and what every adapter must make of them."""

import cleanarticle
from docs.examples import ROOT, blocks
from tests.make import PROSE

TEXT = "\n\n".join(["By Jane Doe", *PROSE[:3], "Follow us on Facebook"])
STORY = "\n\n".join(PROSE[:3])
PLAIN = "\n\n".join(PROSE[3:])
PAGE = "<html lang='en'><head><title>The old bridge</title></head><body><article>{}</article></body></html>".format(
    "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
)


def snippet(word, folder):
    """The code of docs/integrations.md that holds a word, on the folders ``articles`` and ``cleaned`` of a folder.

    It is not run with the other examples, because it wants a cluster.
    """
    page = (ROOT / "docs" / "integrations.md").read_text("utf-8")
    (code,) = [block.body for block in blocks(page) if block.lang == "py" and word in block.body]
    return code.replace('"articles"', repr(str(folder / "articles"))).replace(
        '"cleaned"', repr(str(folder / "cleaned"))
    )


# Two sites, a null, an empty text, a text without an address.
ROWS = [
    {"id": 1, "text": TEXT, "url": "https://www.valley.example/bridge?page=1"},
    {"id": 2, "text": PLAIN, "url": "https://valley.example:8080/ferry"},
    {"id": 3, "text": None, "url": "https://harbour.example/gone"},
    {"id": 4, "text": "", "url": "HTTPS://harbour.example"},
    {"id": 5, "text": TEXT, "url": None},
]
CLEAN = [STORY, PLAIN, None, "", STORY]
assert [row["text"] and cleanarticle.clean(row["text"]) for row in ROWS] == CLEAN
