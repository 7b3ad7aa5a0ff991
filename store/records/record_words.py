"""What a record is called in the clerk's words, and what a whole one says in short."""

from store.records.closing import ADJUSTMENT_KINDS, Adjustment, Closing
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
"""Signs of a row's text by which it goes once it is deleted, and of a report's by which that goes."""

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
    """Return what a record is called: 第 3.2 行, 单位“成果处”, 第 3.2 行法制处 2026-10 的进展."""
    match record:
        case Task():
            return _row(tasks, record.key)
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
            return _of_the_ledger(tasks, record) or _TABLE_LABELS[table]


def _of_the_ledger(tasks: TaskList, record: Record) -> str:
    """Return what a record of the ledger is called; empty for another."""
    match record:
        case Schedule():
            return f"报送安排“{record.name}”"
        case FollowUp():
            return record.number
        case Form():
            return f"{tasks.wording_of(record.unit)} {record.period} 的报送表"
        case Report() | Problem() | Measure() | Milestone() | Closing() | Adjustment():
            return f"{_row(tasks, record.task)}{_of_a_row(tasks, record)}"
    return ""


def _of_a_row(tasks: TaskList, record: Report | Problem | Measure | Milestone | Closing | Adjustment) -> str:
    """Return what a record is called behind the row that it speaks of."""
    match record:
        case Report():
            return f"{tasks.wording_of(record.unit)} {record.period} 的进展"
        case Problem():
            return f"的问题“{record.text[:_GIST_OF_TEXT]}”"
        case Measure():
            return f"的指标“{record.text}”"
        case Milestone():
            return f"的节点“{record.text}”"
        case Closing():
            return "的销号"
        case Adjustment():
            return f"的{ADJUSTMENT_KINDS[record.kind]}"


def _row(tasks: TaskList, key: str) -> str:
    if key in tasks.places:
        return numbered_row(tasks, key)
    task = tasks.find(Task, key)
    return f"已删除的行“{task.text[:_GIST_OF_TEXT]}”" if task else "已删除的行"


def gist_of(tasks: TaskList, record: Record | None) -> str:
    """Return what a whole record says in a word, where it says one: a pair its leader, a plan its day."""
    match record:
        case Pair():
            return tasks.person_name(record.leader)
        case Plan():
            return record.effective_on
        case Template():
            return record.name
        case Report():
            return REPORT_WORDS.get(record.word) or record.done[:_GIST_OF_TEXT]
        case Measure():
            return f"{record.target}{record.unit_of_measure}"
        case Closing() | Adjustment() | Milestone():
            return _day_of(record) or ""
    return ""


def _day_of(record: Closing | Adjustment | Milestone) -> str | None:
    match record:
        case Closing():
            return record.approved_on or record.asked_on
        case Adjustment():
            return record.to_due or record.applies_from
        case Milestone():
            return record.due_on
