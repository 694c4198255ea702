"""Rules of the user's own: for one site or all, decisive or weak, whole lines or parts; and what is wrong with a file."""

import pickle

import pytest

from cleanarticle import Cleaner, RulesError
from cleanarticle.rules import load_rules
from tests.make import PROSE

SHOP = "Visit our farm shop in Arden"
TEXT = "\n\n".join([PROSE[0], SHOP, *PROSE[1:4]])
STORY = "\n\n".join(PROSE[:4])
RULE = '[[promotion]]\nplace = "start"\nphrases = ["visit our farm shop"]\n'


@pytest.fixture
def rules(tmp_path):
    def put(source, name="ours.toml"):
        path = tmp_path / name
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        return path

    return put


def test_a_rule_settles_its_line(rules):
    result = Cleaner(rules=rules(RULE)).analyze(TEXT)
    assert result.text == STORY
    (removal,) = result.removed
    assert (removal.kind, removal.heuristic, removal.confidence) == ("promotion", "rules:ours.toml", 0.99)
    assert removal.reason == "your rule “visit our farm shop”"


def test_rules_as_text_path_or_several(rules):
    one, two = rules(RULE), rules('[[ours]]\nphrases = ["so it goes"]', "two.toml")
    for given in (one, str(one), [one, two], (str(two), one)):
        assert Cleaner(rules=given).clean(TEXT) == STORY


@pytest.mark.parametrize(
    ("url", "goes"),
    [
        ("https://valley.example/a", True),
        ("https://www.valley.example/", True),
        ("https://VALLEY.example:8080/", True),
        ("https://notvalley.example/", False),
        ("https://valley.example.org/", False),
        ("valley.example", False),
        ("", False),
    ],
)
def test_a_rule_for_one_site(rules, url, goes):
    cleaner = Cleaner(heuristics=[], rules=rules(RULE + 'site = "valley.example"\n'))
    assert cleaner.clean(TEXT, url=url) == (STORY if goes else TEXT)


def test_a_broken_url_does_not_cost_the_rules_for_every_site(rules):
    assert Cleaner(heuristics=[], rules=rules(RULE)).clean(TEXT, url="https://[broken/") == STORY


def test_a_weak_rule_settles_nothing_alone(rules):
    cleaner = Cleaner(heuristics=[], rules=rules(RULE + 'strength = "weak"\n'), preset="careful")
    result = cleaner.analyze(TEXT)
    assert result.text == TEXT
    assert all(item.guard == "threshold" for item in result.declined)


@pytest.mark.parametrize(
    ("place", "line", "left"),
    [
        ("lead", f"Farm news | {PROSE[4]}", PROSE[4]),
        ("tail", f"{PROSE[4]} Farm news", PROSE[4]),
        ("lead", f"The farm news | {PROSE[4]}", None),
        ("tail", f"{PROSE[4][:-1]} farm news", None),
    ],
)
def test_a_part_of_a_line_is_cut(rules, place, line, left):
    cleaner = Cleaner(heuristics=[], rules=rules(f'[[ours]]\nplace = "{place}"\nphrases = ["farm news"]\n'))
    assert cleaner.clean(f"{STORY}\n\n{line}\n\n{PROSE[5]}") == f"{STORY}\n\n{left or line}\n\n{PROSE[5]}"


def test_patterns_are_expressions_over_folded_text(rules):
    cleaner = Cleaner(heuristics=[], rules=rules("[[ours]]\nplace = 'start'\npatterns = ['visit our \\w+ shop']\n"))
    assert cleaner.clean(TEXT) == STORY


def test_a_rule_of_a_kind_that_is_kept(rules):
    result = Cleaner(heuristics=[], rules=rules(RULE), keep={"promotion"}).analyze(TEXT)
    assert result.text == TEXT
    assert [item.guard for item in result.declined] == ["kept-kind"]


def test_rules_of_no_entries_do_nothing(rules):
    assert Cleaner(heuristics=[], rules=rules("# none\n")).clean(TEXT) == TEXT


def test_rules_have_a_name_and_a_summary_and_pickle(rules):
    loaded = load_rules(rules(RULE))
    assert (loaded.name, loaded.summary) == ("rules:ours.toml", "1 rules of your own")
    assert pickle.loads(pickle.dumps(loaded)).name == loaded.name


def test_rules_can_be_dropped_by_name(rules):
    assert not Cleaner(heuristics=[], rules=rules(RULE), drop=["rules:ours.toml"]).heuristics


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"\xff\xfe", "is not UTF-8"),
        (RULE + "[[promotion]\n", "not valid TOML: .*line 4"),
        (RULE + '\n[[promotion]]\nphrases = ["(buy"]\n', ":5: promotion: phrases: '\\(buy': missing '\\)'"),
        ("[[ad]]\npatterns = ['(\\w+ ?)+!']\n", ":1: ad: patterns: .* can take forever: a group that itself repeats"),
        ("[[ad]]\npatterns = ['.*a.*b.*c.*d']\n", ":1: ad: patterns: .* can take forever: has more than 3 repeats"),
        (RULE + "sites = 'x'\n", ":1: promotion: unknown key 'sites'"),
    ],
)
def test_a_mistake_is_one_error_that_says_where(rules, source, error):
    path = rules(source)
    with pytest.raises(RulesError, match=error) as raised:
        Cleaner(rules=path)
    assert str(raised.value).startswith(str(path))
    assert raised.value.__cause__ is None


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RulesError, match=r"none.toml: cannot be read: No such file"):
        Cleaner(rules=tmp_path / "none.toml")
    with pytest.raises(RulesError, match="cannot be read"):
        Cleaner(rules=tmp_path)


# Selectors

PAGE = f"""<html><body><nav class="top"><a href="/">Home</a> <a href="/n">News</a></nav><article>
{"".join(f"<p>{line}</p>" for line in PROSE[:3])}
<div class="farm"><p>The shop of our own farm in Arden sells bread, milk and cheese, and it is open on every day of the week.</p></div>
<p>{PROSE[3]} <span class="more">More of this in our farm letter.</span></p>
<ul><li><i class="more">Letter:</i> {PROSE[4]}</li></ul><p>{PROSE[5]}</p>
<p class="share">Share on Facebook</p></article></body></html>"""
FARM = "The shop of our own farm"


def test_a_selector_settles_what_stands_in_it(rules):
    path = rules('[[promotion]]\nselectors = ["article > .farm", ".nothing"]\n')
    assert FARM in Cleaner().clean_html(PAGE)
    result = Cleaner(rules=path).analyze_html(PAGE)
    assert FARM not in result.text
    (removal,) = (item for item in result.removed if item.heuristic == "rules:ours.toml")
    assert (removal.kind, removal.confidence) == ("promotion", 0.99)
    assert removal.reason == "stands in “article > .farm”, your rule"
    assert removal.path == "/html[1]/body[1]/article[1]/div[1]/p[1]"
    assert Cleaner(rules=path).clean_html(PAGE) == result.text


def test_a_selector_takes_a_part_of_a_line(rules):
    text = Cleaner(rules=rules('[[newsletter]]\nselectors = [".more"]\n')).clean_html(PAGE)
    assert f"{PROSE[3]}\n" in text
    assert f"- {PROSE[4]}\n" in text
    assert "farm letter" not in text
    assert "Letter:" not in text


@pytest.mark.parametrize(("site", "goes"), [("valley.example", True), ("other.example", False)])
def test_a_selector_for_one_site(rules, site, goes):
    path = rules(f'[[promotion]]\nsite = "{site}"\nselectors = [".farm"]\n')
    text = Cleaner(heuristics=[], rules=path).clean_html(PAGE, url="https://www.valley.example/a")
    assert (FARM not in text) == goes


def test_what_stands_in_a_place_to_keep_is_never_removed(rules):
    keep = rules('[[keep]]\nselectors = [".share", "nav a[href=\'/n\']"]\n')
    one = rules('[[promotion]]\nphrases = ["share on facebook"]\nselectors = [".farm", ".share"]\n', "two.toml")
    result = Cleaner(rules=[keep, one]).analyze_html(PAGE)
    assert FARM not in result.text
    assert "Share on Facebook" in result.text
    assert "News" in result.text
    (declined,) = (item for item in result.declined if item.guard == "kept-place")
    assert declined.reason.endswith("; but your rule keeps what stands in “.share”")


def test_a_part_that_stands_in_a_place_to_keep(rules):
    path = rules('[[newsletter]]\nselectors = [".more"]\n[[keep]]\nselectors = ["ul"]\n')
    text = Cleaner(rules=path).clean_html(PAGE)
    assert "Letter:" in text
    assert "farm letter" not in text


def test_selectors_say_nothing_of_a_plain_text(rules):
    path = rules('[[promotion]]\nselectors = ["*"]\n[[keep]]\nselectors = ["*"]\n')
    assert Cleaner(rules=path).analyze(TEXT) == Cleaner().analyze(TEXT)
    assert Cleaner(rules=path).clean_html(TEXT) == Cleaner().clean_html(TEXT)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('[[promotion]]\nselectors = ["p:hover"]', ":1: promotion: selectors: 'p:hover': ':hover': pseudo-classes"),
        ('[[promotion]]\nselectors = "p"', "selectors: wants a list"),
        ('[[promotion]]\nstrength = "weak"\nselectors = ["p"]', "they are decisive"),
        ('[[keep]]\nphrases = ["a letter"]\nselectors = ["p"]', "keep: wants selectors, and no phrases"),
    ],
)
def test_a_mistake_in_selectors(rules, source, error):
    with pytest.raises(RulesError, match=error):
        Cleaner(rules=rules(source))


def test_rules_with_selectors_pickle(rules):
    cleaner = Cleaner(rules=rules('[[promotion]]\nselectors = [".farm"]\n'))
    assert pickle.loads(pickle.dumps(cleaner)).clean_html(PAGE) == cleaner.clean_html(PAGE)
