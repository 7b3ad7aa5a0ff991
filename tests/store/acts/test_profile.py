"""What concerns one unit or one leader: the prints of the oracle's section 9."""

import pytest

from store.acts.profile import Profile, leader_profile, unit_profile
from store.acts.resolving import one_unit_named, person_named, unit_named
from store.checks.checker import checked
from store.checks.concerning import findings_concerning
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tests.store.giving import assign_units


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def rows(tasks: TaskList, found: Profile) -> tuple[list[str], list[str], list[str]]:
    led, shared, perhaps = (
        [tasks.row_name(row) for row in part] for part in (found.led, found.shared, found.by_collective)
    )
    return led, shared, perhaps


def test_for_hu_jun(sample: TaskList) -> None:
    found = leader_profile(sample, person_named(sample, "胡军").key)
    led, shared, _ = rows(sample, found)
    assert (led, shared) == (["1", "3.4"], ["3.1", "3.2", "3.3", "4"])
    assert {sample.wording_of(one.unit): one.grade for one in found.portfolio} == {
        "成果处": "certain",
        "转化中心": "certain",
        "高新处": "open",
        "企业中心": "open",
    }


def test_for_the_results_division(sample: TaskList) -> None:
    found = unit_profile(sample, one_unit_named(sample, "成果处").key)
    assert rows(sample, found) == (["1"], ["3.1", "3.2", "3.3", "4"], ["5", "6"])
    assert [one.grade for one in found.portfolio] == ["certain"]


def test_for_the_bureau_office(sample: TaskList) -> None:
    found = unit_profile(sample, one_unit_named(sample, "办公室").key)
    assert rows(sample, found) == ([], [], ["5", "6"])
    assert [one.grade for one in found.portfolio] == ["unknown"]


def test_open_questions_and_findings_from_elsewhere(sample: TaskList) -> None:
    high_tech = one_unit_named(sample, "高新处").key
    assert unit_profile(sample, high_tech).findings == ()
    sample.apply(assign_units(sample, sample.rows_named("1"), "lead", [unit_named(sample, "高新处")]).edits)
    (found,) = unit_profile(sample, high_tech).findings
    assert found.startswith("第 1 行待定：高新处")
    assert unit_profile(sample, high_tech, lambda _, key: [f"C05 {key}"]).findings == (
        found,
        f"C05 {high_tech}",
    )


def test_open_findings_are_those_on_the_rows_that_name_it_and_on_itself(sample: TaskList) -> None:
    found = unit_profile(
        sample, one_unit_named(sample, "平台处").key, findings_concerning(checked(sample))
    ).findings
    assert [words.split("第 ")[1][:1] for words in found if "C16" in words] == ["2", "4"]
    lone = unit_profile(
        sample, one_unit_named(sample, "直属机关党委").key, findings_concerning(checked(sample))
    ).findings
    assert len(lone) == 1 and "C14" in lone[0]
