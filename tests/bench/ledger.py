"""What the states of 10,000 rows cost, beside a bare loop over the rows and their last reports."""

from datetime import date

from store.ledger.state_keeping import states_on
from store.records.changes import created, updated
from store.records.record import Record
from store.records.report import Report, report_key
from store.records.schedule import Measure, Schedule
from store.records.tasklist import TaskList
from store.records.values import MeasuredValue
from tests.bench.lists import change_of
from tests.bench.table import median, ms, print_table, timed

ROWS, MONTHS = 10_000, 12
ROUNDS = 5
WANTED_RATIO, WANTED_AFTER = 4.0, 2.0
DAY = date(2021, 11, 11)


def states() -> None:
    """The states of a list with a year of reports, cold; and the state of one row after a change of it."""
    bare, all_rows, after = [], [], []
    for _ in range(ROUNDS):
        bare.append(timed(_last_reports, _list())[0])
        tasks = _list()
        all_rows.append(timed(_all_states, tasks)[0])
        after.append(_after_change(tasks))
    ratio = median(all_rows) / median(bare)
    is_met = ratio <= WANTED_RATIO and median(after) <= WANTED_AFTER
    row = [f"{ROWS:,}", ms(median(bare)), ms(median(all_rows)), f"{ratio:.2f}", ms(median(after))]
    heads = ["rows", "bare loop", "states", "ratio", "after a change", ""]
    title = f"States, {MONTHS} reports a row (wanted {WANTED_RATIO:g} x the loop, {WANTED_AFTER:g} ms)"
    print_table(title, heads, [[*row, "" if is_met else "MISSED"]])


def _list() -> TaskList:
    tasks = TaskList()
    tasks.apply(change_of(ROWS).edits)
    tasks.apply([created(fact) for fact in facts_of_a_year(tasks)])
    return tasks


def facts_of_a_year(tasks: TaskList) -> list[Record]:
    """A schedule, and of each row a measure and the reports of twelve months of 2021."""
    facts: list[Record] = [Schedule("s", every="month", due_day=25)]
    for task in tasks.tasks:
        measure = Measure(f"m{task.key}", task.key, target="40")
        facts.append(measure)
        unit = task.lead_units[0].key or ""
        for month in range(1, MONTHS + 1):
            period = f"2021-{month:02}"
            said = MeasuredValue(measure.key, str(2 * month))
            received = f"{period}-20"
            facts.append(
                Report(
                    report_key(task.key, unit, period),
                    task.key,
                    unit,
                    period,
                    values=(said,),
                    first_received_on=received,
                    received_on=received,
                )
            )
    return facts


def _last_reports(tasks: TaskList) -> dict[str, Report]:
    last: dict[str, Report] = {}
    for report in tasks.all_of(Report):
        held = last.get(report.task)
        if held is None or held.period < report.period:
            last[report.task] = report
    return {task.key: last[task.key] for task in tasks.tasks}


def _all_states(tasks: TaskList) -> None:
    for _ in states_on(tasks, DAY):
        pass


def _after_change(tasks: TaskList) -> float:
    row = tasks.task(tasks.task_keys[77])
    report = tasks.get(Report, report_key(row.key, row.lead_units[0].key or "", "2021-10"))
    tasks.apply(updated(report, word="completed"))
    return timed(_one_state, tasks, row.key)[0]


def _one_state(tasks: TaskList, row: str) -> None:
    states_on(tasks, DAY).of(row)
