"""The checks on the sample: every finding where seed-facts section 8 has it, 49 in all, and none else."""

from collections import Counter

import pytest

from store.checks.accepting import message
from store.checks.checker import Checker, checked
from store.checks.grouping import counts_of, grouped
from tests.sample import sample_list

COUNTS = {
    "C02": 1,
    "C03": 1,
    "C07": 1,
    "C08": 5,
    "C09": 2,
    "C10": 2,
    "C12": 2,
    "C14": 5,
    "C15": 2,
    "C16": 9,
    "C17": 7,
    "C19": 1,
    "C20": 3,
    "C21": 2,
    "C22": 3,
    "C24": 1,
    "C25": 1,
    "C26": 1,
}
ROWS = {
    "C02": "3.4",
    "C03": "6",
    "C07": "5",
    "C08": "3.1 3.2 3.3 4 5",
    "C09": "5 6",
    "C10": "5 6",
    "C16": "1 2 3.1 3.2 3.3 3.4 4 5 6",
    "C17": "1 3.1 3.2 3.4 4 5 6",
}
ABOUT = {
    "C10": ["相关处室单位", "相关处室及单位"],
    "C12": ["徐涛", "胡军"],
    "C14": ["组织人事处", "办公室", "科技金融与财务处", "直属机关党委", "武汉市科技发展促进中心"],
    "C15": ["余文珠", "金开红"],
    "C19": ["徐涛"],
    "C20": ["三、推进高效办成一件事", "五、加快科技诚信体系建设", "六、其他共性任务"],
    "C21": ["总体要求", "工作措施"],
    "C22": ["领导小组", "派驻纪检机构", "直属单位"],
    "C24": ["通知第 3 行"],
    "C25": ["四、赋予科研机构和人员更大自主权"],
    "C26": ["办公室"],
}
NOTES = {"C10", "C12", "C14", "C15", "C16", "C17", "C21", "C24", "C25"}
AS_ISSUED = {
    "C12": "徐涛、胡军：",
    "C16": "全部 9 行：",
    "C17": "第 1、3.1–3.2、3.4、4、5、6 行：",
}
"""What an untouched notice cannot help, by rule: whom or which rows its one line names."""


@pytest.fixture(scope="module")
def sample() -> Checker:
    return checked(sample_list())


def test_49_findings_and_no_more(sample: Checker) -> None:
    assert Counter(finding.code for finding in sample.findings()) == COUNTS
    assert sum(COUNTS.values()) == len(sample.findings()) == 49


def test_nothing_on_the_untouched_sample_is_an_error(sample: Checker) -> None:
    assert sample.open_counts() == {"错误": 0, "提醒": 18, "说明": 31}
    assert {finding.code for finding in sample.findings() if finding.grade == "说明"} == NOTES


def test_what_the_notice_cannot_help_is_one_note_a_rule(sample: Checker) -> None:
    groups = grouped(sample.tasks, sample.findings())
    assert counts_of(groups) == {"错误": 0, "提醒": 18, "说明": 16}
    lines = {group.code: group.lines for group in groups if group.code in AS_ISSUED}
    assert {code: len(own) for code, own in lines.items()} == dict.fromkeys(AS_ISSUED, 1)
    for code, begin in AS_ISSUED.items():
        assert lines[code][0].says.startswith(begin)
        assert len(lines[code][0].findings) == COUNTS[code]


@pytest.mark.parametrize("code", ROWS)
def test_rows(sample: Checker, code: str) -> None:
    found = [
        sample.tasks.row_name(finding.hit.row or "") for finding in sample.findings() if finding.code == code
    ]
    assert found == ROWS[code].split()


@pytest.mark.parametrize("code", ABOUT)
def test_what_it_is_about(sample: Checker, code: str) -> None:
    assert [finding.hit.about for finding in sample.findings() if finding.code == code] == ABOUT[code]


def test_each_finding_has_a_name_of_its_own_and_says_its_place(sample: Checker) -> None:
    found = sample.findings()
    assert len({finding.name for finding in found}) == len(found)
    for finding in found:
        said = message(sample.tasks, finding)
        assert said.endswith("。") and "请" in said
        assert not finding.hit.row or said.startswith("第 ")


def test_the_words_name_what_is_wrong(sample: Checker) -> None:
    said = {finding.code: message(sample.tasks, finding) for finding in sample.findings()}
    assert "规划处由徐涛分管、合作处由王振旭分管" in said["C07"]
    assert "9 行中的 6 行" in said["C19"]
    assert "局属各单位、直属" in said["C22"] or "驻局纪检组" in said["C22"] or "工作领导小组" in said["C22"]
    assert said["C20"].startswith("第 6 行")
    first = next(finding for finding in sample.findings() if finding.code == "C20")
    assert message(sample.tasks, first).startswith("第 3.1–3.4 行")
