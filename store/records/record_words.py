"""Records in the clerk's words: what each is called in a sentence, and what it says in a word."""

from store.records.closing import ADJUSTMENT_KINDS, Adjustment, Closing
from store.records.courses import applies_from
from store.records.follow_up import FollowUp, Form
from store.records.kept import Pair, Plan, Template
from store.records.notice import WorkPoint
from store.records.person import Person, RosterEntry
from store.records.ranges import numbered_row
from store.records.record import Record
from store.records.report import REPORT_WORDS, Problem, Report
from store.records.schedule import Measure, Milestone, Schedule
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit

_GIST_OF_TEXT = 12
"""Signs of a row's text by which it goes once it is deleted, and of a report's."""

_LONGEST_NAME = 20
"""Signs of a text by which a measure, a milestone or a problem goes."""

_TABLE_LABELS = {
    "tasks": "行",
    "items": "事项",
    "units": "单位",
    "people": "人员",
    "roster": "名册条目",
    "work_points": "工作要点",
    "notices": "通知",
    "grounds": "分管的出处",
    "portfolio": "分管",
    "plans": "预定调整",
    "acceptances": "已认可的核对结果",
    "prints": "打印记录",
    "templates": "打印模板",
    "schedules": "报送安排",
    "measures": "指标",
    "milestones": "时间节点",
    "reports": "进展报告",
    "problems": "问题",
    "adjustments": "调整",
    "closings": "销号",
    "follow_ups": "催办",
    "forms": "报送表",
    "light_rules": "亮灯规则",
    "score_rules": "考核规则",
}


def record_in_words(tasks: TaskList, table: str, record: Record | None) -> str:
    """Return what a record of a table is called in a sentence: 单位“创新平台处”; 第 3.2 行的延期.

    None is one that is gone.
    """
    match record:
        case Task():
            return _row_in_words(tasks, record)
        case Item():
            return f"事项“{record.title}”"
        case Unit():
            return f"单位“{record.full_name}”"
        case Person():
            return f"“{record.name}”"
        case RosterEntry():
            return f"名册中“{tasks.person_name(record.person)}”"
        case WorkPoint():
            return f"工作要点“{record.number}{record.heading}”"
        case None:
            return f"已删除的{_TABLE_LABELS.get(table, '记录')}"
        case _:
            return _fact_in_words(tasks, record)


def _fact_in_words(tasks: TaskList, record: Record) -> str:
    """Return what a record of the ledger is called: 第 3.2 行的延期, 报送安排“月报”; others by table."""
    match record:
        case Adjustment():
            return f"{_row_of(tasks, record.task)}的{ADJUSTMENT_KINDS[record.kind]}"
        case Report():
            return f"{_row_of(tasks, record.task)}{tasks.wording_of(record.unit)} {record.period} 的进展"
        case Measure() | Milestone() | Problem():
            called = f"{_TABLE_LABELS[record.TABLE]}“{record.text[:_LONGEST_NAME]}”"
            return f"{_row_of(tasks, record.task)}的{called}"
        case Closing():
            return f"{_row_of(tasks, record.task)}的销号"
        case Schedule():
            return f"报送安排“{record.name}”"
        case FollowUp():
            return record.number
        case Form():
            return f"{tasks.wording_of(record.unit)} {record.period} 的报送表"
    return _TABLE_LABELS[record.TABLE]


def _row_of(tasks: TaskList, row: str) -> str:
    task = tasks.find(Task, row)
    return _row_in_words(tasks, task) if task else "已删除的行"


def _row_in_words(tasks: TaskList, task: Task) -> str:
    if task.key in tasks.task_keys:
        return numbered_row(tasks, task.key)
    return f"已删除的行“{task.text[:_GIST_OF_TEXT]}”"


def gist_of(tasks: TaskList, record: Record) -> tuple[str, str]:
    """Return what a whole record says in a word, where it says one: a pair its leader, a plan its day.

    What was before it stands first where it says that: a deferral has the old day and the new one.
    """
    match record:
        case Adjustment():
            return _gist_of_adjustment(record)
        case Pair():
            said = tasks.person_name(record.leader)
        case Plan():
            said = record.effective_on
        case Template():
            said = record.name
        case Closing():
            said = record.result
        case Report():
            said = REPORT_WORDS.get(record.word) or record.done[:_GIST_OF_TEXT]
        case Measure():
            said = f"{record.target}{record.unit_of_measure}"
        case Milestone():
            said = record.due_on or ""
        case _:
            said = ""
    return "", said


def _gist_of_adjustment(adjustment: Adjustment) -> tuple[str, str]:
    if adjustment.to_due:
        return adjustment.from_due or "", adjustment.to_due
    if adjustment.kind in ("deferral", "alteration"):
        return "", adjustment.reason
    return "", f"{applies_from(adjustment)} 起{ADJUSTMENT_KINDS[adjustment.kind]}"
