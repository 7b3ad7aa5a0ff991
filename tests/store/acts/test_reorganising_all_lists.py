"""A reform reaches every list of the file, and a notice read again finds units by their former names."""

import pytest

from data import sample_notice
from store.acts.unit_renamed import Renaming, rename_preview
from store.acts.unit_split import Split, split_rows
from store.acts.units_merged import Merger, merge_preview
from store.importing.comparing import compare
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.tasklist import TaskList
from tests.store.acts.reorganised import new, row, unit, words


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
