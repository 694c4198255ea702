"""Settling what goes: with a model that says what a test wants it to say, since the one that ships is learnt anew."""

from types import SimpleNamespace

import pytest

from cleanarticle.decide.decide import decide
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.policy import Policy
from cleanarticle.heuristics.base import DECISIVE, WEAK
from cleanarticle.result import replay
from tests.make import PROSE, document, on

STORY = document("Home", *PROSE[:4], "Share this with all of your friends")
HOME, SHARE = STORY.blocks[0].text, STORY.blocks[-1].text


def model(probability, kind="navigation"):
    return SimpleNamespace(
        residue=SimpleNamespace(chances=lambda doc, findings: [probability for _ in findings]),
        kinds=SimpleNamespace(kinds=lambda evidence: [kind for _ in evidence]),
    )


def decided(*findings, probability=0.0, doc=STORY, kind="navigation", **policy):
    return decide(doc, findings, Policy(**policy), model(probability, kind))


def told(items):
    return [(item.kind, item.text.strip()) for item in items]


def test_without_findings_all_stays():
    assert decided(probability=1.0) == decided()


def test_a_block_without_a_finding_stays_whatever_its_weight():
    decision = decided(on(STORY, HOME, signal="s", confidence=WEAK), probability=0.99)
    assert told(decision.removed) == [("navigation", HOME)]


@pytest.mark.parametrize(("probability", "removed", "declined"), [(0.9, 1, 0), (0.5, 1, 0), (0.4, 0, 1), (0.1, 0, 0)])
def test_weak_findings_are_weighed(probability, removed, declined):
    decision = decided(on(STORY, HOME, signal="s", confidence=WEAK), probability=probability)
    assert (len(decision.removed), len(decision.declined)) == (removed, declined)
    assert all(item.confidence == probability for item in (*decision.removed, *decision.declined))
    assert all(item.guard == "threshold" for item in decision.declined)


def test_a_finding_that_no_weight_knows_settles_its_block_and_its_kind():
    decision = decided(on(STORY, SHARE, kind="ours", confidence=0.6))
    (removal,) = decision.removed
    assert (removal.kind, removal.confidence, removal.heuristic, removal.reason) == (
        "ours",
        0.6,
        "test",
        "says so",
    )


def test_a_finding_under_the_threshold_settles_nothing():
    assert not decided(on(STORY, SHARE, confidence=0.6), threshold=0.7).removed


def test_a_decisive_signal_settles_that_a_line_goes_and_the_model_says_as_what():
    decision = decided(
        on(STORY, SHARE, kind="social", signal="social.decisive.whole", confidence=DECISIVE), kind="comments"
    )
    assert told(decision.removed) == [("comments", SHARE)]


def test_what_is_kept_on_request_is_told_as_declined():
    finding = on(STORY, SHARE, kind="social", captures=(("WORD", "friends"),))
    decision = decided(finding, keep=frozenset({"social"}))
    assert not decision.removed
    (item,) = decision.declined
    assert (item.guard, item.kind, item.text) == ("kept-kind", "social", SHARE)
    assert decision.captures == (("social", "WORD", "friends"),)


def test_captures_of_the_line_s_own_kind_are_handed_on_and_those_of_lines_that_stay_are_not():
    findings = [
        on(STORY, SHARE, kind="social", captures=(("A", "1"),)),
        on(STORY, SHARE, kind="byline", confidence=0.6, captures=(("B", "2"),)),
        on(STORY, HOME, kind="byline", signal="s", confidence=WEAK, captures=(("C", "3"),)),
    ]
    assert decided(*findings).captures == (("social", "A", "1"),)


def test_the_spokesman_is_the_surest_of_the_line_s_kind():
    findings = [
        on(STORY, SHARE, kind="social", confidence=0.7, heuristic="a"),
        on(STORY, SHARE, kind="social", confidence=0.8, heuristic="b"),
        on(STORY, SHARE, kind="byline", confidence=0.75, heuristic="c"),
    ]
    assert decided(*findings).removed[0].heuristic == "b"


def test_the_order_of_findings_leaves_no_trace():
    findings = [on(STORY, line, kind=kind, confidence=c) for line in (SHARE, HOME) for kind in "ab" for c in (0.6, 0.9)]
    assert decided(*findings) == decided(*reversed(findings))


def test_findings_that_only_differ_in_who_said_so_leave_no_trace_of_their_order():
    findings = [on(STORY, SHARE, heuristic="a"), on(STORY, SHARE, heuristic="b")]
    assert decided(*findings) == decided(*reversed(findings))


# Parts of lines.

PART = document("Home", f"{PROSE[0]} Read more: Ferry sinks", PROSE[1], PROSE[2])
TAIL = " Read more: Ferry sinks"


def test_a_sure_part_is_cut_and_the_rest_of_its_line_stays():
    decision = decided(on(PART, TAIL), doc=PART)
    assert replay(PART.text, decision.removed) == PART.text.replace(TAIL, "")


@pytest.mark.parametrize("confidence", [WEAK, 0.8])
def test_an_unsure_part_is_not_cut(confidence):
    assert not decided(on(PART, TAIL, confidence=confidence), doc=PART).removed


def test_a_part_of_a_line_that_goes_goes_with_it():
    decision = decided(on(PART, TAIL), on(PART, PART.blocks[1].text, kind="ours"), doc=PART)
    assert told(decision.removed) == [("ours", PART.blocks[1].text)]


def test_parts_that_overlap_are_cut_once():
    decision = decided(on(PART, TAIL), on(PART, "Read more"), on(PART, "Ferry sinks"), doc=PART)
    assert told(decision.removed) == [("related", TAIL.strip())]


def test_a_part_of_a_kept_kind_is_told():
    decision = decided(on(PART, TAIL), doc=PART, keep=frozenset({"related"}))
    assert not decision.removed
    assert [(item.text, item.guard) for item in decision.declined] == [(TAIL, "kept-kind")]


def test_a_finding_over_several_blocks_counts_on_each():
    text = STORY.text
    start, end = STORY.blocks[2].start, STORY.blocks[3].end
    whole, parts = by_block(STORY, [on(STORY, text[start:end])])
    assert [bool(found) for found in whole] == [False, False, True, True, False, False]
    assert not parts


def test_a_finding_of_nearly_all_of_a_line_counts_as_all():
    whole, parts = by_block(STORY, [on(STORY, PROSE[0][:-3]), on(STORY, PROSE[1][:-40])])
    assert [len(found) for found in whole] == [0, 1, 0, 0, 0, 0]
    assert len(parts) == 1


def test_findings_outside_of_all_blocks_are_nothing():
    doc = document("", "  ", "Home", PROSE[0])
    assert by_block(doc, [on(doc, "\n  \n")]) == ([[], []], [])
    assert by_block(document(), [on(doc, "Home")]) == ([], [])
