"""What the checks cost on 10,000 rows: the first look at all of them, and the look after a change."""

from store.checks.checker import Checker
from store.portfolio.standings import standings
from store.records.changes import Edit, updated
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from tests.bench.lists import DIVISIONS, LEADERS, change_of
from tests.bench.table import median, ms, print_table, timed

ROWS = 10_000
ROUNDS = 9
ALL_WANTED, CHANGE_WANTED = 1000, 20


def all_rules() -> None:
    """Every rule over every row, as a fresh checker; and the longest of the slices that a screen takes it
    in.
    """
    tasks = _list()
    whole, slices = [], []
    for _ in range(ROUNDS // 3):
        checker = Checker(tasks)
        whole.append(timed(checker.work)[0])
        checker, parts = Checker(tasks), []
        while not checker.complete:
            parts.append(timed(checker.work, 0.006)[0])
        slices.append(max(parts))
    took = median(whole)
    row = [f"{ROWS:,}", ms(took), ms(median(slices)), "" if took < ALL_WANTED else "MISSED"]
    print_table(
        f"All checks (wanted under {ALL_WANTED} ms)", ["rows", "all", "longest slice of 6 ms", ""], [row]
    )


def after_change() -> None:
    """What runs after a change: noting it, the rules that it can have touched, the counts for the title."""
    tasks = _list()
    checker = Checker(tasks)
    checker.work()
    table = []
    for name, edits in CHANGES.items():
        figures = []
        for number in range(ROUNDS):
            made = edits(tasks, tasks.task(tasks.task_keys[(number * 7919) % ROWS]))
            tasks.apply(made)
            figures.append(timed(_look, checker, made)[0])
        took = median(figures)
        table.append([name, ms(took), ms(max(figures)), "" if took < CHANGE_WANTED else "MISSED"])
    heads = ["a change of", "median", "max", ""]
    print_table(f"The checks after a change, {ROWS:,} rows (wanted under {CHANGE_WANTED} ms)", heads, table)


def _list() -> TaskList:
    tasks = TaskList()
    tasks.apply(change_of(ROWS).edits)
    standings(tasks)  # The roster has asked for it by then.
    return tasks


def _look(checker: Checker, edits: list[Edit]) -> None:
    checker.note(edits)
    checker.work()
    checker.open_counts()


def _deadline(tasks: TaskList, task: Task) -> list[Edit]:
    return updated(task, deadline="6月底前")


def _text(tasks: TaskList, task: Task) -> list[Edit]:
    return updated(task, text=f"{task.text}另行部署。")


def _assignment(tasks: TaskList, task: Task) -> list[Edit]:
    other = tasks.task(tasks.task_keys[(tasks.task_keys.index(task.key) + 7) % ROWS])
    return updated(task, lead_units=other.lead_units, lead_leaders=other.lead_leaders)


def _new_cell(tasks: TaskList, task: Task) -> list[Edit]:
    """Two units with two leaders in an order that no row had before: who has which unit is inferred again."""
    number = tasks.task_keys.index(task.key)
    places = [number % 10, (number + 1 + number // 10 % 8) % 10]
    units = tuple(Mention(f"unit{place}", DIVISIONS[place]) for place in places)
    leaders = tuple(Mention(f"person{place % 5}", LEADERS[place % 5]) for place in places)
    return updated(task, participant_units=units, participant_leaders=tuple(dict.fromkeys(leaders)))


CHANGES = {
    "a deadline": _deadline,
    "a text": _text,
    "lead unit and leader": _assignment,
    "a cell that is new": _new_cell,
}
