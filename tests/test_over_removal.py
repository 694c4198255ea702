"""Stories that only speak of residue: a paragraph about each kind stays wherever in its story it stands."""

import pytest

import cleanarticle
from cleanarticle.kinds import NAMES
from tests.make import PROSE

SPOKEN_OF = {
    "headline": "The paper had printed the headline over four columns, and Okafor's mother cut it out and kept it in a tin.",
    "deck": "Under every headline the old editor wanted a summary of two lines, and he wrote most of them himself at night.",
    "section": "The business section was thrown away unread in most houses of the valley, the printers used to say.",
    "masthead": "The masthead still showed the two towers, though one of them had fallen into the river in the spring of 1911.",
    "timestamp": "The photograph carried the time 10:42, which the court took as proof that the gate was open on that morning.",
    "byline": "Her name stood in the byline for the first time when she was nineteen, above a report about a stolen calf.",
    "author_bio": "The author of the study, who has covered the lake for thirty years, lives in a boathouse with three dogs.",
    "credit": "The agency supplied the reporting, and two editors in Arden added the names that the paper was sued over.",
    "caption": "The caption under the picture named the wrong brother, and the family learnt of the prize from a neighbour.",
    "newsletter": "The council's newsletter goes to every house on the island, and those who sign up get it by e-mail as well.",
    "subscription": "Readers who subscribe pay eleven crowns a month, and the publisher lost a third of them within one winter.",
    "app": "The app tells farmers when to open the gates, and those without a telephone ask the children to look it up.",
    "social": "He shared the picture with his followers, and within an hour four of them had found the owner of the dog.",
    "related": "Those who read more about the wells than the council did were not surprised when the first one ran dry.",
    "navigation": "The menu of the town's website has nine entries, and the ferry is on none of them, the captain complained.",
    "advertisement": "The advertisement ran for six weeks beside the weather, and nobody ever came to buy the mill with its pond.",
    "promotion": "The bookshop sold the guide for nine crowns and gave a map with it, and still most of them were pulped.",
    "comments": "Four hundred comments stood under the mayor's letter by noon, and most of them spoke of the price of bread.",
    "disclaimer": "The disclaimer on the box said that the maker was not liable, which the judge read aloud twice and struck out.",
    "editorial_note": "The paper printed a correction two days later, in small type, and the minister framed it for his office.",
    "copyright": "The copyright in the song belonged to a widow in Vell, who had never been asked and never been paid for it.",
    "consent": "The ministry wants to forbid the cookie banners of which everybody says that he accepts them without reading.",
    "contact": "Those who want to help can come to the harbour on Sunday, where the divers will be waiting from eight o'clock.",
    "about": "The company was founded in a barn in 1953 and makes about a third of the pumps that the valley depends on.",
    "tags": "The label on the crate said apples, pears and quinces, but the customs men found eleven clocks in the straw.",
    "widget": "The player's buttons were worn down to the metal, and still she listened to the tape of her father every year.",
    "duplicate": "He said it once and then he said it again, and the clerk wrote it down both times because it was his duty.",
}  # fmt: skip


def test_every_kind_is_spoken_of():
    assert set(SPOKEN_OF) == NAMES


@pytest.mark.parametrize("newline", ["\n", "\n\n"])
@pytest.mark.parametrize("place", range(len(PROSE) + 1))
@pytest.mark.parametrize("kind", SPOKEN_OF)
def test_a_paragraph_that_speaks_of_a_kind_stays_wherever_it_stands(kind, place, newline):
    story = newline.join([*PROSE[:place], SPOKEN_OF[kind], *PROSE[place:]])
    assert cleanarticle.clean(story) == story


@pytest.mark.parametrize("kind", SPOKEN_OF)
def test_it_stays_amid_residue_too(kind):
    text = "\n".join(["Home / World", "By Jane Doe", *PROSE[:3], SPOKEN_OF[kind], "Share this article", "Back to top"])
    assert SPOKEN_OF[kind] in cleanarticle.clean(text)
