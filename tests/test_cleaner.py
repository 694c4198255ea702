"""The Cleaner: its arguments, its mistakes, and the four ways to use it."""

import re

import pytest

import cleanarticle
from cleanarticle import PRESETS, Cleaner, HeuristicWarning, UnknownNameError
from cleanarticle.heuristics import BUILTIN
from tests.make import PROSE, finder

TEXT = "\n\n".join(["Share on Facebook", *PROSE[:4], "© 2023 The Valley Post. All rights reserved."])
STORY = "\n\n".join(PROSE[:4])
PAGE = f"""<html lang="en"><head><title>The old bridge</title></head><body><article>
{"".join(f"<p>{line}</p>" for line in TEXT.split(chr(10) * 2))}</article></body></html>"""


def test_the_functions_and_the_methods_are_the_same_four():
    cleaner = Cleaner()
    assert cleanarticle.clean(TEXT) == cleaner.clean(TEXT) == cleaner.analyze(TEXT).text == STORY
    assert cleanarticle.analyze(TEXT) == cleaner.analyze(TEXT)
    assert cleanarticle.clean_html(PAGE) == cleaner.clean_html(PAGE) == cleaner.analyze_html(PAGE).text
    assert cleanarticle.analyze_html(PAGE) == cleaner.analyze_html(PAGE)


def test_offsets_of_a_page_count_in_its_source_text():
    result = cleanarticle.analyze_html(PAGE)
    assert result.removed
    assert all(result.source_text[r.start : r.end] == r.text for r in result.removed)
    assert result.metadata.title == "The old bridge"
    assert all(line in result.text for line in PROSE[:4])
    assert "Facebook" not in result.text


def test_what_the_caller_knows_is_used_and_told():
    text = "\n\n".join(["Old bridge closed until the autumn", *PROSE[:4]])
    result = cleanarticle.analyze(
        text, title="Old bridge closed until the autumn", url="https://valley.example/", lang="en"
    )
    assert result.text == STORY
    assert result.removed[0].kind == "headline"
    assert (result.metadata.title, result.metadata.url, result.metadata.lang) == (
        "Old bridge closed until the autumn", "https://valley.example/", "en",
    )  # fmt: skip


@pytest.mark.parametrize(("preset", "threshold"), PRESETS.items())
def test_presets(preset, threshold):
    assert Cleaner(preset=preset).threshold == threshold
    assert Cleaner(preset=preset, threshold=0.7).threshold == 0.7


def test_defaults():
    cleaner = Cleaner()
    assert cleaner.threshold == PRESETS["balanced"]
    assert cleaner.keep == frozenset()
    assert cleaner.heuristics == BUILTIN


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_threshold_is_a_probability(threshold):
    with pytest.raises(ValueError, match="threshold is a probability, 0 to 1; got"):
        Cleaner(threshold=threshold)


@pytest.mark.parametrize("threshold", [0, 1, 0.0, 1.0])
def test_the_ends_are_thresholds(threshold):
    assert isinstance(Cleaner(threshold=threshold).clean(TEXT), str)


def test_a_preset_that_does_not_exist():
    with pytest.raises(UnknownNameError, match="no preset is called 'brave'; there are: careful, balanced, thorough"):
        Cleaner(preset="brave")


@pytest.mark.parametrize("argument", ["heuristics", "add"])
def test_a_heuristic_that_does_not_exist(argument):
    with pytest.raises(UnknownNameError, match=r"no heuristic is called 'nothing'; there are: .*, title_echo, "):
        Cleaner(**{argument: ["nothing"]})


def test_dropping_what_is_not_there():
    with pytest.raises(UnknownNameError, match=r"no heuristic is called a, b; there are: counter$"):
        Cleaner(heuristics=["counter"], drop=["b", "a"])


def test_keep_is_no_string():
    with pytest.raises(TypeError, match=re.escape("keep wants a set of kinds, such as {'caption'}, got a string")):
        Cleaner(keep="caption")


def test_a_name_error_is_a_value_error_and_ours():
    assert issubclass(UnknownNameError, ValueError)
    assert issubclass(UnknownNameError, cleanarticle.CleanArticleError)


def test_what_is_kept_is_told():
    result = Cleaner(keep={"copyright"}).analyze(TEXT)
    assert result.text.endswith("All rights reserved.")
    kept = [item for item in result.declined if item.guard == "kept-kind"]
    assert kept[0].text == "© 2023 The Valley Post. All rights reserved."
    assert {item.kind for item in kept} == {"copyright"}


def test_heuristics_by_name_and_as_callables():
    cleaner = Cleaner(heuristics=["counter", finder(PROSE[1], "ours", name="ours")])
    assert [removal.kind for removal in cleaner.analyze(TEXT).removed] == ["ours"]
    assert cleaner.analyze(TEXT).removed[0].heuristic == "ours"
    assert Cleaner(add=[finder("x")]).heuristics[:-1] == BUILTIN
    assert len(Cleaner(drop=["counter", "social-phrases"]).heuristics) == len(BUILTIN) - 2


@pytest.mark.parametrize("text", [None, 7, b"bytes", ["x"], 1.5], ids=repr)
def test_a_text_that_is_none_is_a_type_error(text):
    for call in (cleanarticle.clean, cleanarticle.analyze):
        with pytest.raises(TypeError, match=f"expected the text of an article as str, got {type(text).__name__}"):
            call(text)


def test_a_heuristic_that_raises_costs_its_findings_and_not_the_article():
    def broken(document):
        yield from finder("Share on Facebook")(document)
        raise RuntimeError("out of order")

    with pytest.warns(HeuristicWarning, match="heuristic 'broken' raised RuntimeError\\('out of order'\\); left out"):
        assert Cleaner(add=[broken]).clean(TEXT) == STORY


def test_a_heuristic_that_gives_nonsense_costs_its_findings_and_not_the_article():
    def broken(document):
        return 7

    with pytest.warns(HeuristicWarning, match="'broken' raised TypeError"):
        assert Cleaner(add=[broken]).clean(TEXT) == STORY
