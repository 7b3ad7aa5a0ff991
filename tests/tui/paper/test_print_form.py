"""What the print dialog lets choose, each choice consistent with the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.acts.assigning import assignment_change
from store.acts.resolving import units_named
from store.file.task_file import TaskFile
from store.history.prints import print_change
from store.ledger.periods import period_with
from store.refused import Refused
from tests.sample import sample_change
from tests.store.giving import assign_units
from tui.paper.job import Job
from tui.paper.print_form import TO_FILE, PrintForm, Shown, first_choice
from tui.paper.printer import Printers


@pytest.fixture
def file(tmp_path: Path) -> Iterator[TaskFile]:
    """The sample list."""
    with TaskFile.create(tmp_path / "示例.json", sample_change()) as file:
        yield file


def words(form: PrintForm) -> list[str]:
    return [words for _, words in form.fields["whom"].values]


def person(file: TaskFile, name: str) -> str:
    return file.tasks.people_named(name)[0].key


def unit(file: TaskFile, name: str) -> str:
    return next(unit.key for unit in file.tasks.units if unit.full_name == name)


def test_the_whole_list_as_a_document_is_offered_first(file: TaskFile) -> None:
    form = PrintForm(file, Shown())
    assert (form.fields["kind"].words, words(form)) == ("任务清单", ["全部 9 行"])
    assert (form.format, form.fields["target"].words, form.printer) == ("docx", TO_FILE, None)
    assert form.job() == Job("list")


def test_the_rows_of_a_filter_are_offered_before_all(file: TaskFile) -> None:
    rows = file.tasks.task_keys[:2]
    form = PrintForm(file, Shown(rows, rows))
    assert words(form) == ["筛选的 2 行", "全部 9 行"]
    assert form.job() == Job("list", rows=rows)
    form.turn("whom", 1)
    assert form.job() == Job("list")


def test_paper_keeps_the_lists_order_unless_the_order_of_the_screen_is_asked_for(file: TaskFile) -> None:
    rows = file.tasks.task_keys
    form = PrintForm(file, Shown(rows[::-1], sorted_by="完成时限"))
    assert words(form) == ["全部 9 行", "按完成时限排序的 9 行"]
    assert form.job() == Job("list")
    form.turn("whom", 1)
    assert form.job() == Job("list", rows=rows[::-1])


def test_a_unit_is_found_by_its_full_name_and_by_what_the_list_calls_it(file: TaskFile) -> None:
    key = unit(file, "成果转化处")
    form = PrintForm(file, Shown(), "unit", key)
    assert (form.job(), form.a_file_each) == (Job("unit", (key,)), False)
    assert form.names("whom", key) == ("成果转化处", "成果处")
    form.choose("whom", "each")
    assert (form.job(), form.a_file_each) == (Job("unit"), True)
    assert form.fields["whom"].words == "有任务的 10 个单位，每个一个文件"
    form.choose("whom", "idle too")
    assert (form.job(), form.a_file_each) == (Job("unit", with_idle=True), False)
    assert form.fields["whom"].words == "全部 15 个单位，一个文件，各编页码"


def test_a_person_who_leads_nothing_is_offered_where_he_was_asked_for(file: TaskFile) -> None:
    member = next(entry for entry in file.tasks.roster if entry.role == "成员")
    name = file.tasks.person_name(member.person)
    assert name not in words(PrintForm(file, Shown(), "leader"))
    form = PrintForm(file, Shown(), "leader", member.person)
    assert form.fields["whom"].words == name
    assert form.job() == Job("leader", (member.person,))


def test_another_kind_of_sheet_has_another_range(file: TaskFile) -> None:
    form = PrintForm(file, Shown())
    today = file.tasks.clock.day()
    month = f"{today.year}年{today.month}月"
    ranges = []
    for _ in form.fields["kind"].values:
        ranges.append((form.fields["kind"].value, form.fields["whom"].words))
        form.turn("kind", 1)
    assert dict(ranges) == {
        "list": "全部 9 行",
        "unit": "有任务的 10 个单位，一个文件，各编页码",
        "leader": "全部有任务的领导，一个文件，各编页码",
        "progress": "有任务的 10 个单位，一个文件，各编页码",
        "matrix": "全部 9 行",
        "roster": f"全部 {len(file.tasks.roster)} 人",
        "changes": "印发以来",
        "notice": "印发以来",
        "handover": "还没有分工调整",
        "reminder": "还没有发过催办单",
        "register": "全部",
        "scores": "到今天为止",
        "summary": "全部 9 行",
        "stats": f"按状态，{month}",
        "bulletin": month,
        "portfolio": "全部",
        "points": "全部",
        "contacts": f"全部 {len(file.tasks.roster)} 人",
        "findings": "全部",
        "history": "全部 1 次变更",
    }
    assert form.fields["kind"].value == "list", "round and round"


def test_a_change_table_goes_on_from_the_last_print(file: TaskFile) -> None:
    form = PrintForm(file, Shown(), "changes")
    assert words(form) == ["印发以来"]
    assert form.job() == Job("changes")
    tasks = file.tasks
    row = tasks.task_keys[0]
    done = assign_units(tasks, [row], "lead", units_named(tasks, ["平台处"]))
    file.commit(assignment_change(tasks, [row], {"lead": done}))
    file.commit(print_change(file.history, "任务清单", "list", (), "docx", "2026-11-01T09:00:00+08:00"))
    form = PrintForm(file, Shown(), "changes")
    assert form.fields["whom"].words == "上次打印以来"
    assert form.job() == Job("changes", since=2)


def test_a_record_of_changes_may_begin_with_the_month_or_the_year(file: TaskFile) -> None:
    form = PrintForm(file, Shown(), "history")
    today = file.tasks.clock.day()
    assert words(form) == ["全部 1 次变更", f"{today.month}月1日以来", f"{today.year}年以来"]
    assert form.job() == Job("history")
    form.turn("whom", 1)
    assert form.job() == Job("history", since=0)


def test_the_default_printer_is_chosen_with_a_format_that_it_takes(file: TaskFile) -> None:
    form = PrintForm(file, Shown())
    form.know_printers(Printers(("甲", "乙"), "乙"))
    assert [words for _, words in form.fields["target"].values] == ["打印机 乙", "打印机 甲", TO_FILE]
    assert (form.printer, form.format) == ("乙", "pdf")
    form.choose("format", "xlsx")
    assert form.printer is None, "no printer takes a workbook"
    form.turn("target", 1)
    assert [form.printer, form.format] == ["乙", "pdf"]
    form.know_printers(Printers(("乙",), "乙"), has_letters=False)
    assert form.format == "text"


def test_without_a_default_printer_the_file_is_chosen(file: TaskFile) -> None:
    form = PrintForm(file, Shown())
    form.know_printers(Printers(("甲",)))
    assert [words for _, words in form.fields["target"].values] == [TO_FILE, "打印机 甲"]
    assert (form.printer, form.format) == (None, "docx")


def test_what_the_cursor_is_on_is_offered_first(file: TaskFile) -> None:
    tasks = file.tasks
    entries = {tasks.person_name(entry.person): entry for entry in tasks.roster}
    members = [entry for entry in entries.values() if entry.role == "成员" and entry.unit]
    leader, member = entries["胡军"], members[0]
    assert first_choice(tasks, "person", leader.key) == ("leader", leader.person)
    assert first_choice(tasks, "person", member.key) == ("unit", member.unit)
    key = unit(file, "成果转化处")
    assert first_choice(tasks, "unit", key) == ("unit", key)
    kinds = {place: first_choice(tasks, place, "") for place in ("matrix", "group", "office", "task")}
    assert kinds == {
        "matrix": ("matrix", ""),
        "group": ("roster", ""),
        "office": ("roster", ""),
        "task": ("list", ""),
    }


def test_a_print_that_never_was_is_refused(file: TaskFile) -> None:
    form = PrintForm(file, Shown(), "changes")
    form.fields["whom"] = form.fields["whom"].__class__("范围", (("last", "上次打印以来"),))
    with pytest.raises(Refused, match="还没有打印过"):
        form.job()


def test_statistics_are_offered_by_each_of_the_last_periods(file: TaskFile) -> None:
    form = PrintForm(file, Shown(), "stats")
    today = file.tasks.clock.day()
    month = f"{today.year}年{today.month}月"
    assert words(form)[:4] == [f"按{by}，{month}" for by in ("状态", "单位", "领导", "事项")]
    assert words(form)[-1] == f"按事项，{today.year}年"
    job = form.job()
    assert (job.kind, job.by) == ("stats", "state")
    assert job.base and job.base.day == today


def test_statistics_that_the_screen_shows_are_the_first_to_be_printed(file: TaskFile) -> None:
    kind, subject = first_choice(file.tasks, "stats", "leader:2021-10")
    form = PrintForm(file, Shown(), kind, subject)
    assert form.fields["whom"].words == "按领导，2021年10月"
    base = form.job().base
    assert base and (base.day.isoformat(), base.period.name) == ("2021-10-31", "2021-10")


def test_an_assessment_is_of_all_up_to_today_or_of_a_period_alone(file: TaskFile) -> None:
    form = PrintForm(file, Shown(), "scores")
    today = file.tasks.clock.day()
    assert words(form)[:2] == ["到今天为止", f"{today.year}年{today.month}月"]
    assert words(form)[-1] == f"{today.year}年"
    assert form.job() == Job("scores")
    form.turn("whom", 1)
    scored = form.job().scored
    assert scored and scored.period == period_with("month", today)
    assert scored.day == today, "the month is not over"
