"""A unit split into several: every row is asked about."""

import pytest

from store.acts.collectives import set_members
from store.acts.resolving import person_named
from store.acts.settling import settle
from store.acts.unit_renamed import Renaming, rename_preview
from store.acts.unit_split import Split, split_change, split_preview, split_rows
from store.portfolio.standings import settled_pairs
from store.records.changes import created
from store.records.keys import new_key
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from tests.store.acts.reorganised import new, row, unit, words


def test_every_row_of_a_split_unit_is_asked_about(sample: TaskList) -> None:
    platform = unit(sample, "平台处")
    sample.apply(settle(sample, platform.key, person_named(sample, "刘红").key).edits)
    sample.apply(set_members(sample, "各处室", [platform.key]).edits)
    first, second = new(sample, "基地处", "平台处"), new(sample, "园区处", "平台处")
    split = Split(platform.key, (first, second), "2021-06-01", "三定方案")
    two, four = split_rows(sample, split)
    assert [sample.row_name(one) for one in (two, four)] == ["2", "4"]
    assert [one.before == one.after for one in split_preview(sample, split, {}).rows] == [True, True]
    assert "名册中“刘维华”仍在创新平台处，请另改其单位和职务" in split_preview(sample, split, {}).others
    with pytest.raises(Refused, match="第 4 行还没有答复"):
        split_change(sample, split, {two: (first.key,)})
    change = split_change(sample, split, {two: (first.key,), four: (first.key, second.key)})
    assert change.title == "机构拆分：创新平台处分为基地处、园区处"
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
