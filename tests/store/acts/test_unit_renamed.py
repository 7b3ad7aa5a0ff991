"""A unit renamed: rows and roster follow by key, history keeps the old name."""

import pytest

from store.acts.unit_renamed import Renaming, rename_preview
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.acts.reorganised import row, rows, unit, words


def test_the_platform_division_is_renamed(sample: TaskList) -> None:
    platform = unit(sample, "平台处")
    source = sample.notice.source_text
    preview = rename_preview(
        sample, Renaming(platform.key, "科技基地处", effective_on="2021-06-01", basis="三定方案")
    )
    assert rows(sample, preview) == ["2", "4"]
    assert "名册中“刘维华”的职务：创新平台处处长 → 科技基地处处长" in preview.others
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
