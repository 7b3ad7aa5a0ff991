"""The fields of the records: what each is called, what it holds, where it shows. They are declared here.

To give a record a further field, add it to the record's class and a line to `FIELDS`: the card, find, the
columns of the list, the comparison with a notice, the sheets, the 调整对照表 and the JSON read it from here.
"""

from collections.abc import Iterable

from store.records.field import Field, Use
from store.records.follow_up import LEVEL_SCHEMES
from store.records.ground import Ground
from store.records.kept import Acceptance, Pair, Plan, Print, Template
from store.records.ledger_fields import LEDGER_FIELDS
from store.records.notice import Notice, WorkPoint
from store.records.person import Person, RosterEntry
from store.records.record import Record
from store.records.task import DUE_KINDS, Item, Task
from store.records.unit import Unit
from store.records.values import Extra
from store.words.names import name_key

_IN_A_ROW: tuple[Use, ...] = ("column", "card", "draft", "compare", "change_table")

_IN_THE_TREE: tuple[Use, ...] = ("tree", "draft", "compare")

FIELDS: dict[type[Record], tuple[Field, ...]] = {
    Notice: (
        Field("title", "标题", "line", _IN_THE_TREE),
        Field("document_number", "文号", "line", _IN_THE_TREE),
        Field("issuer", "发文机关", "line", _IN_THE_TREE),
        Field("issued_on", "成文日期", "day", _IN_THE_TREE),
        Field("addressees", "主送机关", "line", _IN_THE_TREE),
        Field("basis", "依据", "text", _IN_THE_TREE),
        Field("annexes", "附件", "lines", ("draft", "compare")),
        Field("list_title", "清单标题", "line", ("draft", "compare")),
        Field("columns", "列名", "labelled", ("compare",)),
        Field("put_away", "收起的栏", "columns"),
        Field("group", "领导小组", "line", ("draft", "compare")),
        Field("group_office_unit", "办公室所在单位", "key", ("card", "compare")),
        Field("group_office_director", "办公室主任", "key", ("card", "compare")),
        Field("source_name", "原文名称", "line"),
        Field("source_text", "原文", "text"),
        Field("year", "年度", "line"),
        Field("warn_days", "临期天数", "line"),
        Field("at_once_days", "立即办理天数", "line"),
        Field("reminder_levels", "催办级别", "choice", choices=tuple(LEVEL_SCHEMES.items())),
    ),
    WorkPoint: (
        Field("parent", "上级", "inner"),
        Field("order", "次序", "inner"),
        Field("number", "编号", "line", ("draft", "compare")),
        Field("heading", "标题", "line", ("draft", "compare")),
        Field("text", "正文", "text", ("draft", "compare")),
        Field("source", "出处", "inner"),
        Field("notice", "通知", "inner"),
    ),
    Item: (
        Field("order", "次序", "inner"),
        Field("title", "标题", "line", ("compare",)),
        Field("work_point", "所据工作要点", "inner"),
        Field("source", "出处", "inner"),
        Field("notice", "通知", "inner"),
    ),
    Task: (
        Field("item", "事项", "inner", ("column", "change_table")),
        Field("order", "次序", "inner"),
        Field("number", "编号", "line", ("card", "draft", "find", "compare", "change_table")),
        Field("text", "重点任务", "text", (*_IN_A_ROW, "find")),
        Field("lead_units", "牵头单位", "mentions", _IN_A_ROW),
        Field("lead_leaders", "分管领导", "mentions", _IN_A_ROW),
        Field("participant_units", "责任单位", "mentions", _IN_A_ROW),
        Field("participant_leaders", "分管领导", "mentions", _IN_A_ROW),
        Field("deadline", "完成时限", "line", (*_IN_A_ROW, "find")),
        Field("targets", "目标", "lines", (*_IN_A_ROW, "find")),
        Field(
            "measures",
            "措施",
            "text",
            (*_IN_A_ROW, "find", "json"),
            taken_over=("措施", "工作措施", "主要措施"),
        ),
        Field("remark", "备注", "text", (*_IN_A_ROW, "find")),
        Field("doubts", "待定", "doubts"),
        Field("source", "出处", "inner"),
        Field("extras", "其他栏", "labelled"),
        Field("only_here", "仅此行", "inner", ("json",)),
        Field("due_on", "到期日", "day", ("change_table", "json")),
        Field("due_kind", "时限种类", "choice", ("change_table", "json"), choices=tuple(DUE_KINDS.items())),
        Field("start_on", "开始日期", "day", ("change_table", "json")),
        Field("joins", "合并", "inner"),
    ),
    Unit: (
        Field("order", "次序", "inner"),
        Field("full_name", "全称", "line", ("card", "draft", "change_table")),
        Field("aliases", "简称", "lines", ("card", "draft", "change_table")),
        Field("kind", "类别", "unit_kind", ("card", "change_table")),
        Field("head", "负责人", "key", ("card", "change_table")),
        Field("acting", "主持工作", "flag", ("card", "change_table")),
        Field("valid_from", "设立日期", "day", ("card", "change_table")),
        Field("valid_until", "撤销日期", "day", ("card", "change_table")),
        Field("successors", "承接单位", "keys", ("change_table",)),
        Field("members", "所含单位", "keys", ("change_table",)),
        Field("former_names", "曾用名", "lines"),
    ),
    Person: (
        Field("name", "姓名", "line"),
        Field("phone", "电话", "line", ("card", "find", "json")),
        Field("office", "办公地点", "line", ("card", "find", "json")),
    ),
    RosterEntry: (
        Field("person", "人员", "key"),
        Field("order", "次序", "inner"),
        Field("role", "组内职务", "line", ("card", "draft", "compare", "change_table")),
        Field("post", "职务", "line", ("card", "draft", "compare", "change_table")),
        Field("unit", "单位", "key", ("card", "compare", "change_table")),
        Field("source", "出处", "inner"),
        Field("entered_on", "进入日期", "day", ("card", "change_table")),
        Field("left_on", "离开日期", "day", ("card", "change_table")),
        Field("notice", "通知", "inner"),
    ),
    Ground: (
        Field("notice", "通知", "inner"),
        Field("row", "行", "inner"),
        Field("name", "行号", "inner"),
        Field("side", "栏", "inner"),
        Field("units", "单位", "inner"),
        Field("leaders", "分管领导", "inner"),
        Field("source", "出处", "inner"),
        Field("origin", "来历", "inner"),
        Field("at", "时间", "inner"),
        Field("basis", "依据", "inner"),
    ),
    Pair: (
        Field("unit", "单位", "key"),
        Field("leader", "分管领导", "key"),
        Field("since", "起始日期", "day"),
        Field("basis", "依据", "text"),
        Field("from_leader", "移交人", "key"),
        Field("until", "终止日期", "day"),
        Field("witness", "监交人", "text"),
    ),
    Plan: (
        Field("effective_on", "生效日期", "day"),
        Field("from_leader", "移交人", "key"),
        Field("to_leader", "接收人", "key"),
        Field("units", "单位", "keys"),
        Field("basis", "依据", "text"),
        Field("answers", "答复", "lines"),
        Field("witness", "监交人", "text"),
    ),
    Acceptance: (
        Field("code", "核对项", "line"),
        Field("subject", "所指", "inner"),
        Field("facts", "当时情况", "inner"),
        Field("reason", "理由", "text"),
        Field("by", "认可人", "line"),
        Field("at", "认可时间", "line"),
    ),
    Print: (
        Field("sheet", "表", "line"),
        Field("subjects", "所印对象", "keys"),
        Field("format", "格式", "line"),
        Field("at", "打印时间", "line"),
        Field("change", "截至变更", "inner"),
        Field("heads", "截至各支", "inner"),
        Field("base", "统计口径", "inner"),
    ),
    Template: (
        Field("name", "模板名", "line"),
        Field("text", "内容", "text"),
    ),
    **LEDGER_FIELDS,
}
"""The fields of each record, but its key, in the order in which they are shown."""


_BY_NAME: dict[str, dict[str, Field]] = {}
for _record, _fields in FIELDS.items():
    _BY_NAME[_record.TABLE] = {field.name: field for field in _fields}


def fields_for(record: type[Record], use: Use) -> tuple[Field, ...]:
    """Return the fields of a record that show somewhere, in order."""
    return tuple(field for field in FIELDS[record] if use in field.uses)


def names_for(record: type[Record], use: Use) -> tuple[str, ...]:
    """Return the names of the fields of a record that show somewhere, in order."""
    return tuple(field.name for field in fields_for(record, use))


def field_of(record: type[Record], name: str) -> Field:
    """Return a field of a record; one that a later program wrote goes by its name."""
    label = extra_label(name)
    if label:
        return Field(name, label, "text", ("column",))
    return _BY_NAME[record.TABLE].get(name) or Field(name, name, "inner")


_EXTRA = "extras."


def extra_field(label: str) -> str:
    """Return the name by which one of a list's further columns goes as if it were a field."""
    return _EXTRA + label


def extra_label(name: str) -> str:
    """Return the label of the further column that a name stands for; empty for a field of the record."""
    return name.removeprefix(_EXTRA) if name.startswith(_EXTRA) else ""


def field_labelled(label: str) -> Field | None:
    """Return the field of a row that has taken over the column with a label, or none."""
    wanted = name_key(label)
    return next((field for field in FIELDS[Task] if wanted in field.taken_over), None)


def parted_extras(extras: Iterable[Extra]) -> tuple[dict[str, str], tuple[Extra, ...]]:
    """Return by field what it has taken over from further columns, and the columns that are left.

    Two columns of one field (措施, 工作措施) stand in it one under the other.
    """
    texts: dict[str, list[str]] = {}
    left: list[Extra] = []
    for extra in extras:
        field = field_labelled(extra.label)
        if field:
            texts.setdefault(field.name, []).append(extra.text)
        else:
            left.append(extra)
    return {name: "\n".join(said) for name, said in texts.items()}, tuple(left)


def extras_with_fields(task: Task) -> tuple[Extra, ...]:
    """Return a row's further columns and those that fields have taken over: what `parted_extras` parted."""
    taken: list[Extra] = []
    for field in FIELDS[Task]:
        said = getattr(task, field.name)
        if field.taken_over and said:
            taken.append(Extra(field.taken_over[0], said))
    return (*task.extras, *taken)


def is_long(record: type[Record], name: str) -> bool:
    """Tell whether a field is written on several lines."""
    return field_of(record, name).kind in ("text", "lines")
