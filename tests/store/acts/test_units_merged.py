"""Units merged into one: rows, pairs and the group's office follow."""

import pytest

from store.acts.collectives import set_members
from store.acts.resolving import person_named
from store.acts.settling import settle
from store.acts.units import unit_to_be
from store.acts.units_merged import Merger, merge_preview
from store.portfolio.standings import settled_pairs
from store.records.changes import updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from tests.store.acts.reorganised import new, row, rows, unit, words
from tests.store.checks.made import row as task
from tests.store.checks.made import small_list


def test_two_units_become_a_new_one_once_in_every_row(sample: TaskList) -> None:
    platform, results = unit(sample, "平台处"), unit(sample, "成果处")
    sample.apply(
        set_members(sample, "相关处室单位", [platform.key, results.key, unit(sample, "办公室").key]).edits
    )
    into = unit_to_be(sample, "成果与平台处", [results, platform], "成平处")
    preview = merge_preview(
        sample, Merger((results.key, platform.key), into, "2021-06-01", "机构改革方案"), {}
    )
    assert preview.questions == ()
    assert rows(sample, preview) == ["1", "2", "3.1", "3.2", "3.3", "4"]
    assert "新设单位：成果与平台处（成平处）" in preview.others
    change = preview.change(sample)
    assert change.title == "机构合并：成果转化处、创新平台处并入成果与平台处"
    sample.apply(change.edits)
    assert words(row(sample, "1").lead_units) == words(row(sample, "2").lead_units) == "成平处"
    assert words(row(sample, "4").participant_units) == "成平处 高新处 农社处 项目中心"
    assert words(row(sample, "4").participant_leaders) == "胡军 刘红 赵峰"
    assert words(row(sample, "1").lead_leaders) == "胡军"
    for old in (platform.key, results.key):
        gone = sample.get(Unit, old)
        assert (gone.valid_until, gone.successors) == ("2021-06-01", (into.key,))
        assert sample.rows_naming(old) == ()
    assert {sample.person_name(one.person) for one in sample.roster if one.unit == into.key} == {
        "刘维华",
        "程乐学",
    }
    assert sample.get(Unit, into.key).head is None
    assert sample.get(Unit, into.key).valid_from == "2021-06-01"
    assert unit(sample, "相关处室单位").members == (into.key, unit(sample, "办公室").key)
    assert sample.conflict(edit.inverted() for edit in reversed(change.edits)) is None


def test_into_a_unit_that_is_there_its_leader_follows_or_is_asked_about(sample: TaskList) -> None:
    """平台处 (刘红) into 成果处 (胡军): row 2 goes to 胡军; in row 4 农社处 may be 刘红's, so she is asked
    about.
    """
    platform, results = unit(sample, "平台处"), unit(sample, "成果处")
    merger = Merger((platform.key, results.key), results)
    preview = merge_preview(sample, merger, {})
    assert rows(sample, preview) == ["2", "4"]
    assert [(sample.row_name(one.row), one.leader.wording) for one in preview.open] == [
        ("4", "刘红"),
        ("4", "刘红"),
    ]
    assert {one.unit.wording for one in preview.open} == {"高新处", "农社处"}
    with pytest.raises(Refused, match="没答复"):
        preview.change(sample)
    done = merge_preview(sample, merger, {preview.open[0].place: "drop"})
    sample.apply(done.change(sample).edits)
    assert (words(row(sample, "2").lead_units), words(row(sample, "2").lead_leaders)) == ("成果处", "胡军")
    assert words(row(sample, "4").participant_units) == "成果处 高新处 农社处 项目中心"
    assert words(row(sample, "4").participant_leaders) == "胡军 赵峰"
    assert sample.person_name(sample.get(Unit, results.key).head) == "程乐学"


def test_what_several_old_units_ask_stands_in_the_order_of_the_rows() -> None:
    tasks = small_list(
        task("水利处 相关处室", "钱一", key="a"),
        task("河湖处 相关处室", "孙二", key="b"),
        pairs="水利处:钱一 河湖处:孙二 财务处:李三",
    )
    merger = Merger(("u-河湖处", "u-水利处"), tasks.get(Unit, "u-财务处"))
    preview = merge_preview(tasks, merger, {})
    assert rows(tasks, preview) == ["1.1", "1.2"]
    assert [(one.row, one.leader.wording) for one in preview.open] == [("a", "钱一"), ("b", "孙二")]


def test_settled_pairs_follow_where_they_agree(sample: TaskList) -> None:
    for name in ("办公室", "组织人事处"):
        sample.apply(settle(sample, unit(sample, name).key, person_named(sample, "盛继亮").key).edits)
    into = new(sample, "综合处", "办公室")
    olds = (unit(sample, "办公室").key, unit(sample, "组织人事处").key)
    preview = merge_preview(sample, Merger(olds, into), {})
    assert preview.rows == ()
    sample.apply(preview.change(sample).edits)
    assert {key: sample.person_name(pair.leader) for key, pair in settled_pairs(sample).items()} == {
        into.key: "盛继亮"
    }


def test_the_group_office_moves_with_its_seat(sample: TaskList) -> None:
    into = new(sample, "政策法规处", "法制处")
    sample.apply(merge_preview(sample, Merger((unit(sample, "法制处").key,), into), {}).change(sample).edits)
    assert sample.notice.group_office_unit == into.key
    assert sample.person_name(sample.get(Unit, into.key).head) == "王建平"


@pytest.mark.parametrize(
    ("names", "says"),
    [(("成果处",), "没有要并入的单位"), (("相关处室单位",), "是统称，不能合并"), (("组织人事处",), "撤销")],
)
def test_mergers_that_make_no_sense_are_refused(sample: TaskList, names: tuple[str, ...], says: str) -> None:
    sample.apply(set_members(sample, "相关处室单位", []).edits)
    sample.apply(updated(unit(sample, "组织人事处"), valid_until="2020-01-01"))
    with pytest.raises(Refused, match=says):
        merge_preview(
            sample, Merger(tuple(unit(sample, name).key for name in names), unit(sample, "成果处")), {}
        )


@pytest.mark.parametrize(
    ("name", "says"),
    [("高新技术处", "已有单位"), ("平台处", "简称"), ("各处室", "是统称"), (" ", "不能为空")],
)
def test_the_name_of_a_unit_to_be_is_looked_at(sample: TaskList, name: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        new(sample, name, "成果处")


def test_the_new_unit_may_go_by_an_alias_of_the_old(sample: TaskList) -> None:
    olds = [unit(sample, "成果处"), unit(sample, "平台处")]
    with pytest.raises(Refused, match="简称"):
        unit_to_be(sample, "成果与平台处", olds, "高新处")
    into = unit_to_be(sample, "成果与平台处", olds, "成果处")
    sample.apply(merge_preview(sample, Merger(tuple(old.key for old in olds), into), {}).change(sample).edits)
    assert words(row(sample, "2").lead_units) == "成果处"
    assert unit(sample, "成果处").key == into.key
    assert unit(sample, "成果转化处").key == olds[0].key
