"""Questions on people and units, on made lists: wordings that nobody settled, units without a leader."""

from store.portfolio.standings import standings
from store.records.changes import created
from store.records.issued_grounds import issued_grounds
from store.records.person import RosterEntry
from store.records.unit import Unit
from tests.store.checks.made import NOTICE, noticed, row, small_list
from tests.store.questions.asked import of_kind


def test_a_wording_that_fits_several_is_asked_with_all_of_them() -> None:
    tasks = small_list(
        row("理处", "钱一", key="a"),
        row("理处", "钱一", key="b"),
        others=[Unit("more", order="8", full_name="水库管理处")],
    )
    (question,) = of_kind(tasks, "Q12")
    assert set(question.candidates) == {"水库管理处", "河湖管理处"}
    answer = next(one for one in question.answers if one.words == "水库管理处")
    tasks.apply(answer.act().edits)
    assert [task.lead_units[0].key for task in tasks.tasks] == ["more", "more"]
    assert [task.lead_units[0].wording for task in tasks.tasks] == ["理处", "理处"]
    assert of_kind(tasks, "Q12") == []


def test_a_wording_that_fits_none_can_become_a_unit() -> None:
    tasks = small_list(row("造船厂", "钱一"))
    (question,) = of_kind(tasks, "Q12")
    tasks.apply(question.answers[-1].act().edits)
    made = next(one for one in tasks.units if one.full_name == "造船厂")
    assert tasks.task("row").lead_units[0].key == made.key


def test_a_misspelt_leader() -> None:
    tasks = small_list(row("水利处", "钱伊"))
    (question,) = of_kind(tasks, "Q12")
    assert "钱一" in question.candidates
    tasks.apply(next(one for one in question.answers if one.words == "钱一").act().edits)
    assert [(one.key, one.wording) for one in tasks.task("row").lead_leaders] == [("p-钱一", "钱一")]


def test_what_a_wording_means_is_what_the_notice_meant() -> None:
    tasks = small_list(row("田利处 河湖处", "孙二"), notice=noticed("通知"))
    tasks.apply(list(map(created, issued_grounds(tasks.documents.tables, tasks.task_keys))))
    assert standings(tasks)["u-水利处"].grade == "unknown"
    (question,) = of_kind(tasks, "Q12")
    tasks.apply(next(one for one in question.answers if one.words == "农田水利处").act().edits)
    assert (standings(tasks)["u-水利处"].grade, standings(tasks)["u-水利处"].leader) == ("certain", "p-孙二")


def test_a_list_without_people_asks_for_no_leader_by_name() -> None:
    tasks = small_list(row(), roster=(), notice=NOTICE)
    assert all(not question.candidates for question in of_kind(tasks, "Q02"))
    assert not tasks.keys_of(RosterEntry)
