"""The checker on any list: nothing crashes it, and what it keeps true change by change is what a fresh look
finds.
"""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from store.checks.checker import Checker, checked
from store.questions.asking import questions
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.closing import Closing
from store.records.kept import Acceptance, Pair
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.report import Report
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt, Mention
from tests.examples import most
from tests.sample import sample_list
from tests.store.checks.made import small_list

KEYS = ("a", "b", "c")
WORDS = st.sampled_from(
    [
        "",
        "水利处",
        "农田水利处",
        "相关处室",
        "各处室",
        "钱一",
        "钱 一",
        "办公室",
        "[/b]",
        "修渠3条。修渠3条。",
        "二、",
        "1.",
        "(一)",
    ]
)
_keys = st.sampled_from([*KEYS, None])
mentions = st.lists(st.builds(Mention, _keys, WORDS), max_size=3).map(tuple)
doubts = st.lists(st.builds(Doubt, st.sampled_from(["lead", "participant"]), WORDS), max_size=1).map(tuple)
days = st.sampled_from([None, "2020-01-01", "2999-01-01"])
FIELDS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Notice: {
        "title": WORDS,
        "group": st.sampled_from(["", "市水利普查领导小组"]),
        "group_office_unit": _keys,
        "document_number": st.sampled_from([None, "1号"]),
    },
    WorkPoint: {"parent": _keys, "order": WORDS, "number": WORDS, "heading": WORDS, "text": WORDS},
    Item: {"order": WORDS, "title": WORDS, "work_point": _keys},
    Task: {
        "item": st.sampled_from(KEYS),
        "order": WORDS,
        "text": WORDS,
        "lead_units": mentions,
        "lead_leaders": mentions,
        "participant_units": mentions,
        "participant_leaders": mentions,
        "deadline": st.sampled_from([None, "", "6月底前"]),
        "doubts": doubts,
        "due_on": days,
    },
    Closing: {"task": st.sampled_from(KEYS), "asked_on": days, "approved_on": days, "reopened_on": days},
    Report: {
        "task": st.sampled_from(KEYS),
        "unit": st.sampled_from(KEYS),
        "word": st.sampled_from(["", "completed"]),
        "received_on": days,
        "returned_on": days,
    },
    Unit: {
        "order": WORDS,
        "full_name": WORDS,
        "aliases": st.lists(WORDS, max_size=2).map(tuple),
        "kind": st.sampled_from(["division", "outside_body", "collective"]),
        "valid_until": days,
        "members": st.lists(st.sampled_from(KEYS), max_size=2).map(tuple),
    },
    Person: {"name": WORDS},
    RosterEntry: {
        "person": st.sampled_from(KEYS),
        "order": WORDS,
        "role": st.sampled_from(["成员", "副组长"]),
        "unit": _keys,
        "left_on": days,
    },
    Pair: {"unit": st.sampled_from(KEYS), "leader": st.sampled_from(KEYS)},
    Acceptance: {
        "code": st.sampled_from(["C01", "C14", "C16"]),
        "subject": st.sampled_from(KEYS),
        "facts": WORDS,
    },
}


@st.composite
def edits(draw: st.DrawFn, tasks: TaskList) -> list[Edit]:
    """A record made, changed or taken out."""
    kind = draw(st.sampled_from(list(FIELDS)))
    key = draw(st.sampled_from(KEYS))
    values = {name: draw(strategy) for name, strategy in FIELDS[kind].items() if draw(st.booleans())}
    there = tasks.find(kind, key)
    if there is None:
        return [created(kind(key, **values))]
    if draw(st.integers(0, 3)) == 0:
        return [deleted(there)]
    return updated(there, **values)


def found(checker: Checker) -> set[Any]:
    return {(finding, finding.name in checker.accepted()) for finding in checker.findings()}


@settings(max_examples=most(150))
@given(st.data())
def test_kept_true_is_what_a_fresh_look_finds(data: st.DataObject) -> None:
    tasks = TaskList()
    checker = Checker(tasks)
    for number in range(data.draw(st.integers(1, 14))):
        made = data.draw(edits(tasks))
        tasks.apply(made)
        checker.note(made)
        if number % 3 != 1:  # Some changes come before the work on the last is done.
            checker.work(data.draw(st.sampled_from([None, 0.0])))
    checker.work()
    fresh = checked(tasks)
    assert found(checker) == found(fresh)
    assert checker.open_counts() == fresh.open_counts()
    questions(tasks)


@settings(max_examples=most(30))
@given(st.data())
def test_kept_true_on_the_sample(data: st.DataObject) -> None:
    tasks = sample_list()
    checker = checked(tasks)
    people = [entry.person for entry in tasks.roster[:7]]
    for _ in range(data.draw(st.integers(1, 6))):
        task = tasks.task(data.draw(st.sampled_from(tasks.task_keys)))
        units = data.draw(
            st.lists(
                st.sampled_from(tasks.units).map(lambda unit: Mention(unit.key, unit.full_name)), max_size=3
            )
        )
        leaders = data.draw(
            st.lists(
                st.sampled_from(people).map(lambda key: Mention(key, tasks.person_name(key))), max_size=3
            )
        )
        side = data.draw(st.sampled_from(["lead", "participant"]))
        made = updated(task, **{f"{side}_units": tuple(units), f"{side}_leaders": tuple(leaders)})
        tasks.apply(made)
        checker.note(made)
        checker.work()
    assert found(checker) == found(checked(tasks))


def test_an_empty_list_and_one_without_a_notice() -> None:
    assert checked(TaskList()).findings() == []
    assert questions(TaskList()) == []
    bare = TaskList()
    bare.apply(
        [
            created(Item("i", order="1", title="一、办好实事")),
            created(Task("t", item="i", order="1", text="修桥")),
        ]
    )
    assert {finding.code for finding in checked(bare).findings()} == {"C01", "C16", "C17"}


def test_broken_references() -> None:
    tasks = small_list(
        Task(
            "row",
            item="gone",
            order="1",
            lead_units=(Mention("gone", "某处"),),
            lead_leaders=(Mention("gone", "某人"),),
        )
    )
    tasks.apply(
        [
            created(
                Task(
                    "lost",
                    item="item",
                    order="2",
                    lead_units=(Mention("gone", "某处"),),
                    lead_leaders=(Mention("gone", "某人"),),
                )
            )
        ]
    )
    tasks.apply(
        [
            created(RosterEntry("r", person="lost", order="9", role="成员", unit="gone")),
            created(Pair("p", unit="gone", leader="gone")),
        ]
    )
    tasks.apply([created(Unit("all", order="9", full_name="各处室", kind="collective", members=("gone",)))])
    assert {"C10", "C11"} <= {finding.code for finding in checked(tasks).findings()}
    questions(tasks)


def test_taking_a_change_back_gives_the_findings_back() -> None:
    tasks = sample_list()
    checker = checked(tasks)
    before = found(checker)
    task = tasks.task(tasks.task_keys[0])
    change = Change("", tuple(updated(task, lead_units=(), lead_leaders=(), text="")))
    for made in (change.edits, tuple(edit.inverted() for edit in change.edits)):
        tasks.apply(made)
        checker.note(made)
        checker.work()
    assert found(checker) == before


def test_another_list_of_the_file_is_checked_when_it_is_looked_at() -> None:
    tasks = sample_list()
    checker = checked(tasks)
    first = tasks.notice.key
    edits = [
        created(Notice("other", title="另一份通知")),
        created(Item("i", order="1", title="一、修桥", notice="other")),
    ]
    edits.append(created(Task("t", item="i", order="1", text="修桥3座。")))
    tasks.apply(edits)
    checker.note(edits)
    checker.work()
    assert len(checker.findings()) == 49
    other = checked(tasks.of("other"))
    assert {finding.code for finding in other.findings() if finding.hit.row} == {"C01", "C16"}
    again = checked(tasks.of(first))
    assert len(again.findings()) == len(checker.findings()) == 49
