"""`remind`: a reminder goes to a unit about rows, on paper (催办, 督办) or by telephone."""

from dataclasses import replace
from datetime import date

from store.acts.reminding import reminded, rows_to_remind_of
from store.acts.resolving import unit_named
from store.ledger.reminder_levels import LEVELS
from store.records.follow_up import FOLLOW_UP_KINDS, FollowUp
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean, clean_line
from store.words.days import day_named
from tui.command_line.arguments import Argument, names
from tui.command_line.committing import PREVIEW, change_rows
from tui.command_line.lists import FILE, opened
from tui.command_line.parser import Parser
from tui.command_line.words import Options

_KINDS = {word: kind for kind, word in FOLLOW_UP_KINDS.items()}

_ARGUMENTS = (
    Argument("--unit", "单位", "催办哪个单位", required=True),
    Argument("--rows", "行,..", "催办哪几行，如 3.2,3.4 或 3.1-3.3", take=names, required=True),
    Argument("--kind", "种类", "催办、督办，或电话催办", choices=tuple(_KINDS), default="催办"),
    Argument("--answer-by", "日期", "请单位在哪天前回复", default=""),
    Argument("--require", "要求", "办理要求", default=""),
    Argument("--why", "事由", "催办的事由；不写则按各行的状态写", default=""),
    Argument("--level", "级别", "级别；不写则按清单的办法定，见 lights --levels", choices=LEVELS, default=""),
    Argument("--signed", "姓名", "签发人", "signed_by", default=""),
    Argument("--phone-with", "姓名", "电话催办的接话人", default=""),
    Argument("--on", "日期", "发出日期；不写为今天", "sent_on", default=""),
    *PREVIEW,
    *FILE,
)


def parser(name: str) -> Parser:
    """Return what may stand after `remind`."""
    what = "给一个单位发催办单、督办单，或登记一次电话催办；文号依次编排，打印用 print --sheet reminder。"
    return Parser(name, what, _ARGUMENTS)


def run(options: Options) -> None:
    """Send the reminder; rows that have ended are left out, and said."""
    with opened(options, read_only=options.dry_run) as file:
        slip = _slip(file.tasks, options)
        change = reminded(file.tasks, [slip])
        sent_on = slip.sent_on or file.tasks.today
        meant = rows_to_remind_of(file.tasks, slip.tasks, date.fromisoformat(sent_on))
        change_rows(options, file, change, meant.said)


def _slip(tasks: TaskList, options: Options) -> FollowUp:
    """Return the reminder as it was typed."""
    unit = unit_named(tasks, options.unit)
    if unit.key is None:
        raise Refused(f"“{unit.wording}”是统称或还不知指谁，请写明是哪个单位。")
    rows: list[str] = []
    for words in options.rows:
        rows += tasks.rows_named(clean_line(words))
    kind = _KINDS[options.kind]
    phone_with = clean_line(options.phone_with).strip()
    if phone_with and kind != "phone":
        raise Refused("--phone-with 只用于电话催办，请加 --kind 电话，或去掉它。")
    slip = FollowUp("", kind=kind, level=options.level, unit=unit.key)
    return _worded(replace(slip, tasks=tuple(rows), phone_with=phone_with), options)


def _worded(slip: FollowUp, options: Options) -> FollowUp:
    """Return a reminder with its days and its words as they were typed."""
    today = options.clock.day()
    answer_by = day_named(clean_line(options.answer_by), today)
    sent_on = day_named(clean_line(options.sent_on), today)
    slip = replace(slip, answer_by=answer_by, sent_on=sent_on)
    why, require = clean(options.why), clean(options.require)
    slip = replace(slip, why=why.strip(), require=require.strip())
    signed_by = clean_line(options.signed_by)
    return replace(slip, signed_by=signed_by.strip())
