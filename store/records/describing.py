"""Changes and fields in the clerk's words: what was changed, where, from what to what."""

from collections.abc import Iterable
from typing import Any

from store.records.cells import cell_of, units_field
from store.records.changes import Change, Edit
from store.records.kept import Acceptance, Pair, Plan, Print
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.tables import RECORDS
from store.records.task import Item, Task
from store.records.tasklist import TaskList
from store.records.unit import Unit

_TABLE_LABELS = {
    "tasks": "行",
    "items": "事项",
    "units": "单位",
    "people": "人员",
    "roster": "名册条目",
    "work_points": "工作要点",
    "notices": "通知",
    "portfolio": "分管",
    "plans": "预定调整",
    "acceptances": "已认可的核对结果",
    "prints": "打印记录",
}

_FIELD_LABELS = {
    "item": "事项",
    "order": "次序",
    "number": "编号",
    "text": "重点任务",
    "lead_units": "牵头单位",
    "lead_leaders": "分管领导",
    "participant_units": "责任单位",
    "participant_leaders": "分管领导",
    "deadline": "完成时限",
    "targets": "目标",
    "remark": "备注",
    "doubts": "待定",
    "title": "标题",
    "document_number": "文号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "addressees": "主送机关",
    "basis": "依据",
    "annexes": "附件",
    "list_title": "清单标题",
    "columns": "列名",
    "group": "领导小组",
    "group_office_unit": "办公室所在单位",
    "group_office_director": "办公室主任",
    "heading": "标题",
    "parent": "上级",
    "full_name": "全称",
    "aliases": "简称",
    "kind": "类别",
    "head": "负责人",
    "acting": "主持工作",
    "name": "姓名",
    "person": "人员",
    "role": "组内职务",
    "post": "职务",
    "unit": "单位",
    "work_point": "所据工作要点",
    "source": "出处",
    "notice": "通知",
    "valid_from": "设立日期",
    "valid_until": "撤销日期",
    "successors": "承接单位",
    "members": "所含单位",
    "former_names": "曾用名",
    "entered_on": "进入日期",
    "left_on": "离开日期",
    "leader": "分管领导",
    "since": "起始日期",
    "effective_on": "生效日期",
    "from_leader": "移交人",
    "to_leader": "接收人",
    "units": "单位",
    "answers": "答复",
    "reason": "理由",
}


KINDS: dict[str, str] = {
    "division": "处室",
    "affiliated_agency": "直属单位",
    "outside_body": "外单位",
    "collective": "统称",
}
"""Kind of unit in the clerk's words."""

_KEY_FIELDS = (
    "person",
    "unit",
    "head",
    "group_office_unit",
    "group_office_director",
    "leader",
    "from_leader",
    "to_leader",
)
_KEY_LISTS = ("successors", "members", "units")


def label(tasks: TaskList, field: str) -> str:
    """The list's own name for a field; where two columns share one, told apart by the units beside them."""
    labels = [column.label for column in tasks.columns]
    own = next(
        (column.label for column in tasks.columns if column.field == field), _FIELD_LABELS.get(field, field)
    )
    cell = cell_of(field)
    if labels.count(own) > 1 and cell and cell.kind == "leaders":
        return f"{label(tasks, units_field(cell.side))}的{own}"
    return own


def place(tasks: TaskList, edit: Edit) -> str:
    """What an edit is about, in words: 第 3.2 行的牵头单位. A record that is gone goes by what the edit says of it."""
    record = tasks.record(edit.table, edit.key) or _gone(edit)
    what = f"的{label(tasks, edit.field)}" if edit.field else ""
    match record:
        case Task() if record.key in tasks.task_keys:
            return f"第 {tasks.row_name(record.key)} 行{what}"
        case Task():
            return f"已删除的行“{record.text[:12]}”{what}"
        case Item():
            return f"事项“{record.title}”{what}"
        case Unit():
            return f"单位“{record.full_name}”{what}"
        case Person():
            return f"“{record.name}”{what}"
        case RosterEntry():
            return f"名册中“{tasks.person_name(record.person)}”{what}"
        case WorkPoint():
            return f"工作要点“{record.number}{record.heading}”{what}"
        case Notice():
            return f"通知{what}"
        case Pair():
            return f"“{tasks.unit_name(record.unit)}”的分管领导{what and f'({what[1:]})'}"
        case Plan() | Acceptance() | Print():
            return f"{_TABLE_LABELS[edit.table]}{what}"
        case _:
            return f"已删除的{_TABLE_LABELS.get(edit.table, '记录')}{what}"


def rows_in_words(tasks: TaskList, rows: Iterable[str], most: int = 6) -> str:
    """Rows by their names, neighbours of one item as a range: 3.1–3.3、4; many are cut short."""
    place = tasks.until_edited("places", lambda: {key: number for number, key in enumerate(tasks.task_keys)})
    docs = tasks.documents["tasks"]
    runs: list[list[str]] = []
    for row in sorted(set(rows), key=place.__getitem__):
        last = runs[-1][-1] if runs else None
        if last and place[row] == place[last] + 1 and docs[row].get("item") == docs[last].get("item"):
            runs[-1].append(row)
        elif len(runs) > most:
            break
        else:
            runs.append([row])
    named = ["–".join(tasks.row_name(row) for row in dict.fromkeys((run[0], run[-1]))) for run in runs[:most]]
    return "、".join(named) + ("等" if len(runs) > most else "")


def _gone(edit: Edit) -> Record | None:
    doc = edit.before if edit.after is None else edit.after
    return RECORDS[edit.table].from_doc(doc) if edit.table in RECORDS and not edit.field and doc else None


def words(tasks: TaskList, field: str, value: Any) -> str:
    """A field's value in words: mentions by their wording, keys by their names, (空) for nothing."""
    match value:
        case None | "" | [] | ():
            return "(空)"
        case bool():
            return "是" if value else "否"
        case [{"wording": _}, *_]:
            return " ".join(part["wording"] for part in value)
        case [{"reason": _}, *_]:
            return ";".join(part["reason"] for part in value)
        case [{"label": _}, *_]:
            return " ".join(part["label"] for part in value)
        case list():
            return "、".join(_name(tasks, part) if field in _KEY_LISTS else str(part) for part in value)
        case str() if field == "kind":
            return KINDS.get(value, value)
        case str() if field in _KEY_FIELDS:
            return _name(tasks, value)
        case _:
            return str(value)


def _name(tasks: TaskList, key: str) -> str:
    return tasks.unit_name(key) or tasks.person_name(key) or "(已删除)"


def describe(tasks: TaskList, change: Change) -> list[tuple[str, str, str]]:
    """An act line by line: where, before, after, in words; a place in the order is not worth a line of words."""
    lines = []
    for edit in change.edits:
        if edit.field == "order":
            lines.append((place(tasks, edit), "原处", "新处"))
        elif edit.field:
            lines.append(
                (
                    place(tasks, edit),
                    words(tasks, edit.field, edit.before),
                    words(tasks, edit.field, edit.after),
                )
            )
        else:
            named = _gist(tasks, edit)
            lines.append(
                (place(tasks, edit), named or "有", "已删除")
                if edit.after is None
                else (place(tasks, edit), "(无)", named or "新增")
            )
    return lines


def reasons(change: Change) -> tuple[str, ...]:
    """On what a change stands and from when it is in force, in words; nothing where it does not say."""
    basis = (f"依据:{change.basis}",) if change.basis else ()
    return (*basis, f"{change.effective_on} 起生效") if change.effective_on else basis


def _gist(tasks: TaskList, edit: Edit) -> str:
    """What a whole record says in a word, where it says one: a pair its leader, a plan its day."""
    match _gone(edit):
        case Pair() as pair:
            return tasks.person_name(pair.leader)
        case Plan() as plan:
            return plan.effective_on
        case _:
            return ""


def field_title(tasks: TaskList, record: Record, field: str) -> str:
    """A field of a record in words: 第 3.2 行的完成时限."""
    return place(tasks, Edit(record.TABLE, record.key, field, None, None))


def change_title(tasks: TaskList, edits: tuple[Edit, ...]) -> str:
    """A title for an act on one record: where, and from what to what where that is short."""
    if not edits:
        return "没有变化"
    first = edits[0]
    before, after = words(tasks, first.field, first.before), words(tasks, first.field, first.after)
    more = f"等 {len(edits)} 处" if len(edits) > 1 else ""
    if len(before) + len(after) > 40:
        return f"修改{place(tasks, first)}{more}"
    return f"{place(tasks, first)}{more}:{before} → {after}"
