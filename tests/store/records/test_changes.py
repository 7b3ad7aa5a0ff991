"""Changes: their documents, their hashes, and the heads of a history."""

import pytest

from store.records.changes import Address, Change, Edit, History, hash_of
from store.records.record import Doc

CHANGE = Change("改备注", (Edit("tasks", "task00000001", "remark", "", "已发函"),), id="change000001")


def made(id_: str, *parents: Doc) -> Doc:
    """The document of a change that had seen some others."""
    return Change(id_, CHANGE.edits, id=id_, parents=tuple(map(hash_of, parents))).to_doc()


FIRST = made("first")
ONE, OTHER = made("one", FIRST), made("other", FIRST)
JOINED = made("joined", ONE, OTHER)


def test_what_a_change_does_not_say_is_not_in_its_document() -> None:
    assert not {"code", "decides"} & CHANGE.to_doc().keys()


def test_a_change_that_decides_says_which_fields_and_comes_back() -> None:
    lead = Address("tasks", "task00000001", "lead_units")
    change = Change("定夺", CHANGE.edits, id="change000001", decides=(lead,))
    assert change.to_doc()["decides"] == [["tasks", "task00000001", "lead_units"]]
    assert Change.from_doc(change.to_doc()) == change


@pytest.mark.parametrize(
    ("docs", "heads", "is_straight"),
    [
        ([], [], True),
        ([FIRST], [FIRST], True),
        ([FIRST, ONE], [ONE], True),
        ([FIRST, ONE, OTHER], [ONE, OTHER], False),
        ([FIRST, OTHER, ONE], [ONE, OTHER], False),
        ([FIRST, ONE, OTHER, JOINED], [JOINED], False),
    ],
)
def test_the_heads_are_the_changes_that_none_has_seen(
    docs: list[Doc], heads: list[Doc], is_straight: bool
) -> None:
    wanted = tuple(sorted(map(hash_of, heads)))
    whole, grown = History(docs), History([])
    grown.extend(docs[:-1])
    for doc in docs[-1:]:
        grown.append(Change.from_doc(doc), doc, hash_of(doc))
    assert (whole.heads, whole.is_straight) == (wanted, is_straight)
    assert (grown.heads, grown.is_straight) == (wanted, is_straight)


def test_a_change_that_is_taken_away_leaves_the_heads_it_had_seen() -> None:
    history = History([FIRST, ONE, OTHER, JOINED])
    assert history.pop().title == "joined"
    assert (history.heads, history.is_straight) == (tuple(sorted(map(hash_of, (ONE, OTHER)))), False)
