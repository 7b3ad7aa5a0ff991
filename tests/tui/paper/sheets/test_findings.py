"""核对结果: what is open by grade and rule, what was accepted and why, and the open questions."""

from store.checks.accepting import accept
from store.checks.checker import checked
from store.checks.settings import CheckSettings
from store.questions.asking import questions
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tests.tui.paper.grids import texts
from tui.paper import Sheet
from tui.paper.sheets.findings import findings_sheets

DEFAULT = CheckSettings()


def part(sheet: Sheet, name: str) -> list[list[str]]:
    """The rows under the heading of a part."""
    rows = texts(sheet)
    begins = next(place for place, row in enumerate(rows) if row[0][1:].startswith(f"、{name}"))
    found = []
    for row in rows[begins + 1 :]:
        if not row[0].isdecimal():
            break
        found.append(row)
    return found


def test_what_is_open_stands_under_its_grade_and_rule() -> None:
    (sheet,) = findings_sheets(sample_list(), DEFAULT)
    hints = part(sheet, "提醒")
    assert len(hints) == 18, "as `check` counts them"
    assert hints[0][1:4] == [
        "牵头单位不止一个",
        "第 3.4 行",
        "牵头单位有 2 个（法制处、转化中心），请明确以哪一个为主，或认可照此。",
    ]
    assert [row[1] for row in hints].count("单位与领导对应不上") == 1, "joined over its five"
    assert [row[0] for row in texts(sheet) if row[0].isdecimal()][-1] == str(
        sum(len(part(sheet, name)) for name in ("提醒", "说明", "待定问题"))
    )


def test_what_was_accepted_has_its_reason_and_who_accepted_it() -> None:
    tasks = sample_list()
    finding = next(one for one in checked(tasks).findings() if one.code == "C02")
    tasks.apply(accept(tasks, [finding], "两家共同牵头", "王芳").edits)
    (sheet,) = findings_sheets(tasks, DEFAULT)
    (accepted,) = part(sheet, "已认可")
    today = tasks.clock.day()
    assert accepted[2] == "第 3.4 行"
    assert accepted[4] == f"认可：两家共同牵头王芳　{today.year}年{today.month}月{today.day}日"
    assert len(part(sheet, "提醒")) == 17


def test_the_questions_stand_with_the_answers_that_may_be_given() -> None:
    tasks = sample_list()
    (sheet,) = findings_sheets(tasks, DEFAULT)
    asked = part(sheet, "待定问题")
    assert len(asked) == len(questions(tasks))
    assert asked[0][1] == "高新处" and asked[0][3].endswith("可选：胡军、刘红")


def test_rules_that_the_clerk_switched_off_are_not_on_it() -> None:
    (sheet,) = findings_sheets(sample_list(), CheckSettings(off=frozenset(["C02"])))
    assert "牵头单位不止一个" not in [row[1] for row in texts(sheet)]


def test_where_nothing_is_to_be_seen_to_there_is_no_sheet() -> None:
    assert findings_sheets(TaskList(), DEFAULT) == []
