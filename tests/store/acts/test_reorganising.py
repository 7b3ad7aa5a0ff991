"""Renaming, merging and splitting units: rows and roster follow by key, history keeps the old names."""

import pytest

from data import sample_notice
from store.acts.collectives import set_members
from store.acts.preview import Preview
from store.acts.resolving import one_unit_named, person_named
from store.acts.settling import settle
from store.acts.unit_renamed import Renaming, rename_preview
from store.acts.unit_split import Split, split_change, split_preview, split_rows
from store.acts.units import unit_to_be
from store.acts.units_merged import Merger, merge_preview
from store.importing.comparing import compare
from store.importing.new_list import import_change
from store.portfolio.standings import settled_pairs
from store.reading import read_notice
from store.records.changes import created, updated
from store.records.keys import new_key
from store.records.person import Person
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def unit(tasks: TaskList, name: str) -> Unit:
    return one_unit_named(tasks, name)


def new(tasks: TaskList, name: str, like: str) -> Unit:
    return unit_to_be(tasks, name, [unit(tasks, like)])


def row(tasks: TaskList, name: str) -> Task:
    return tasks.task(tasks.rows_named(name)[0])


def words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions)


def rows(tasks: TaskList, preview: Preview) -> list[str]:
    return [tasks.row_name(one.row) for one in preview.rows]


# ---------------------------------------------------------------------- rename


def test_the_platform_division_is_renamed(sample: TaskList) -> None:
    platform = unit(sample, "平台处")
    source = sample.notice.source_text
    preview = rename_preview(
        sample, Renaming(platform.key, "科技基地处", effective_on="2021-06-01", basis="三定方案")
    )
    assert rows(sample, preview) == ["2", "4"]
    assert "名册中“刘维华”的职务:创新平台处处长 → 科技基地处处长" in preview.others
    change = preview.change(sample)
    assert (change.title, change.effective_on, change.basis) == (
        "创新平台处更名为科技基地处",
        "2021-06-01",
        "三定方案",
    )
    sample.apply(change.edits)
    assert words(row(sample, "2").lead_units) == "科技基地处"
    assert words(row(sample, "4").participant_units) == "成果处 高新处 科技基地处 农社处 项目中心"
    assert sample.notice.source_text == source and "平台处" in source
    assert {unit(sample, name).key for name in ("科技基地处", "创新平台处", "平台处", "基地处")} == {
        platform.key
    }
    sample.apply(edit.inverted() for edit in reversed(change.edits))
    assert words(row(sample, "2").lead_units) == "平台处"


def test_rows_take_the_alias_that_is_given_and_keep_one_that_still_fits(sample: TaskList) -> None:
    platform = unit(sample, "平台处").key
    given = rename_preview(sample, Renaming(platform, "科技基地处", "基地处"))
    assert words(given.rows[0].after.units) == "基地处"
    kept = rename_preview(sample, Renaming(platform, "创新平台与基地处"))
    assert rows(sample, kept) == ["2", "4"]
    assert words(kept.rows[0].after.units) == "平台处"


@pytest.mark.parametrize(
    ("full_name", "alias", "says"),
    [
        ("", "", "不能为空"),
        ("创新平台处", "", "就是现在的全称"),
        ("高新技术处", "", "已有单位“高新技术处”"),
        ("高新处", "", "已是高新技术处的简称"),
        ("科技基地处", "成果处", "已是成果转化处的简称"),
    ],
)
def test_a_name_that_another_unit_has_is_refused(
    sample: TaskList, full_name: str, alias: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        rename_preview(sample, Renaming(unit(sample, "平台处").key, full_name, alias))


# ---------------------------------------------------------------------- merge


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
    assert "新设单位:成果与平台处(成平处)" in preview.others
    change = preview.change(sample)
    assert change.title == "机构合并:成果转化处、创新平台处并入成果与平台处"
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
    """平台处 (刘红) into 成果处 (胡军): row 2 goes to 胡军; in row 4 农社处 may be 刘红's, so she is asked about."""
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
    [(("成果处",), "没有要并入的单位"), (("相关处室单位",), "是统称,不能合并"), (("组织人事处",), "撤销")],
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


# ---------------------------------------------------------------------- split


def test_every_row_of_a_split_unit_is_asked_about(sample: TaskList) -> None:
    platform = unit(sample, "平台处")
    sample.apply(settle(sample, platform.key, person_named(sample, "刘红").key).edits)
    sample.apply(set_members(sample, "各处室", [platform.key]).edits)
    first, second = new(sample, "基地处", "平台处"), new(sample, "园区处", "平台处")
    split = Split(platform.key, (first, second), "2021-06-01", "三定方案")
    two, four = split_rows(sample, split)
    assert [sample.row_name(one) for one in (two, four)] == ["2", "4"]
    assert [one.before == one.after for one in split_preview(sample, split, {}).rows] == [True, True]
    assert "名册中“刘维华”仍在创新平台处,请另改其单位和职务" in split_preview(sample, split, {}).others
    with pytest.raises(Refused, match="第 4 行还没有答复"):
        split_change(sample, split, {two: (first.key,)})
    change = split_change(sample, split, {two: (first.key,), four: (first.key, second.key)})
    assert change.title == "机构拆分:创新平台处分为基地处、园区处"
    sample.apply(change.edits)
    assert words(row(sample, "2").lead_units) == "基地处"
    assert words(row(sample, "4").participant_units) == "成果处 高新处 基地处 园区处 农社处 项目中心"
    assert words(row(sample, "4").participant_leaders) == "胡军 刘红 赵峰"
    gone = sample.get(Unit, platform.key)
    assert (gone.valid_until, gone.successors) == ("2021-06-01", (first.key, second.key))
    assert unit(sample, "各处室").members == (first.key, second.key)
    assert {key: sample.person_name(pair.leader) for key, pair in settled_pairs(sample).items()} == {
        first.key: "刘红",
        second.key: "刘红",
    }
    assert sample.conflict(edit.inverted() for edit in reversed(change.edits)) is None


def test_to_units_that_are_there_leaders_come_and_none_is_dropped(sample: TaskList) -> None:
    """农社处 may be 刘红's too: she stays in row 4 though 平台处 goes to 成果处."""
    platform = unit(sample, "平台处")
    split = Split(platform.key, (unit(sample, "成果处"), unit(sample, "法制处")))
    two, four = split_rows(sample, split)
    found = split_preview(
        sample, split, {two: (unit(sample, "法制处").key,), four: (unit(sample, "成果处").key,)}
    )
    after = {
        sample.row_name(one.row): (words(one.after.units), words(one.after.leaders)) for one in found.rows
    }
    assert after == {"2": ("法制处", "徐涛"), "4": ("成果处 高新处 农社处 项目中心", "胡军 刘红 赵峰")}


def test_a_split_into_one_or_itself_is_refused(sample: TaskList) -> None:
    platform = unit(sample, "平台处")
    with pytest.raises(Refused, match="至少有两个单位"):
        split_preview(sample, Split(platform.key, (unit(sample, "成果处"),)), {})
    with pytest.raises(Refused, match="不能拆分为它自己"):
        split_preview(sample, Split(platform.key, (platform, unit(sample, "成果处"))), {})


def test_records_that_came_since_do_not_disturb(sample: TaskList) -> None:
    """A preview is of the list as it is: a person added meanwhile is no edit of it."""
    before = len(sample.keys_of(Person))
    sample.apply((created(Person(new_key(), name="赵明")),))
    rename_preview(sample, Renaming(unit(sample, "平台处").key, "科技基地处"))
    assert len(sample.keys_of(Person)) == before + 1


# ---------------------------------------------------------------------- several lists, and the notice again


@pytest.fixture
def two_lists(sample: TaskList) -> TaskList:
    later = sample_notice().decode().replace("2021", "2022")
    sample.apply(import_change(read_notice(later.encode()), sample).edits)
    return sample


def test_all_lists_of_the_file_follow(two_lists: TaskList) -> None:
    platform = unit(two_lists, "平台处").key
    renamed = rename_preview(two_lists, Renaming(platform, "科技基地处"))
    assert len(renamed.rows) == 4
    assert sum("刘维华" in words for words in renamed.others) == 2
    merged = merge_preview(two_lists, Merger((platform,), new(two_lists, "科技基地处", "平台处")), {})
    assert len(merged.rows) == 4
    two_lists.apply(merged.change(two_lists).edits)
    assert two_lists.rows_naming_anywhere(platform) == ()


def test_a_merger_into_a_unit_that_is_there_reaches_the_other_lists(two_lists: TaskList) -> None:
    """In the other list the leaders stay as printed; only the units are put in place."""
    platform = unit(two_lists, "平台处").key
    merger = Merger((platform,), unit(two_lists, "成果处"))
    asked = merge_preview(two_lists, merger, {}).open
    preview = merge_preview(two_lists, merger, {one.place: "keep" for one in asked})
    two_lists.apply(preview.change(two_lists).edits)
    assert two_lists.rows_naming_anywhere(platform) == ()
    two_lists = two_lists.of(two_lists.notices[1].key)
    assert (words(row(two_lists, "2").lead_units), words(row(two_lists, "2").lead_leaders)) == (
        "成果处",
        "刘红",
    )


def test_a_split_asks_for_the_rows_of_every_list(two_lists: TaskList) -> None:
    platform = unit(two_lists, "平台处")
    split = Split(platform.key, (new(two_lists, "基地处", "平台处"), new(two_lists, "园区处", "平台处")))
    assert len(split_rows(two_lists, split)) == 4


def test_the_notice_read_again_finds_a_unit_by_its_former_name(sample: TaskList) -> None:
    sample.apply(
        rename_preview(sample, Renaming(unit(sample, "平台处").key, "科技基地处")).change(sample).edits
    )
    found = compare(sample, read_notice(sample_notice()))
    assert [one.fields[0] for one in found.differences] == [
        ("牵头单位", "科技基地处", "平台处"),
        ("责任单位", "成果处 高新处 科技基地处 农社处 项目中心", "成果处 高新处 平台处 农社处 项目中心"),
        ("职务", "科技基地处处长", "创新平台处处长"),
    ]
    sample.apply(found.change(found.differences).edits)
    assert len(sample.units) == 15
