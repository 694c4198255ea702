"""Documents compute once what several heuristics ask for."""

from tests.make import document


def test_once():
    calls = []

    def count(doc):
        calls.append(doc)
        return

    first, second = document("a"), document("a")
    assert first.once(count) is None
    assert first.once(count) is None
    assert second.once(count) is None
    assert calls == [first, second]


def test_documents_are_alike_only_to_themselves():
    assert document("a") != document("a")
    assert "_memo" not in repr(document("a"))
