"""通报 of a period as running text: totals, then by unit what is late, behind, not reported, closed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.ledger.bulletin import Bulletin, OfUnit, Section, SectionName, Told, bulletin_of
from store.ledger.owed import Owed
from store.ledger.stat_base import StatBase
from store.ledger.stat_columns import ROWS
from store.ledger.stat_words import per_cent_said
from store.ledger.state_words import BEHIND
from store.ledger.states import RowState
from store.ledger.stats import StatLine, StatTable
from store.records.ranges import numbered_row, rows_in_words
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from store.words.names import shortened
from tui.paper.layout import Paragraph, Sheet, written_day
from tui.paper.sheets.letter_parts import addressed, body, imprint, signed, values_of_list
from tui.paper.words import PaperWords, filled

_NUMBERS = "一二三四五六七八"
_NONE = "无。"
_NO_WORDS = "报“需协调”或“无法完成”，未写明问题"
_INNER_QUOTES = str.maketrans("“”", "‘’")
_GIST = 24
"""Characters of a row's text by which it is named."""


def bulletin_sheets(
    tasks: TaskList, base: StatBase, words: PaperWords, corrected: Sequence[str] = ()
) -> list[Sheet]:
    """Return the bulletin of a list; no sheet where it has no row. Refused where its sums do not agree.

    `corrected` says what became otherwise since it was printed first: it stands behind the signature.
    """
    if not tasks.task_keys:
        return []
    bulletin = bulletin_of(tasks, base)
    values = _values(tasks, bulletin, words)
    own = words.of("bulletin")
    said = {key: filled(text, values) for key, text in own.items() if isinstance(text, str)}
    text = [addressed(said), *body(said["opening"])]
    text += _sections(tasks, bulletin)
    text += [*body(said["closing"]), Paragraph(keep=True), *signed(said, values)]
    text += map(Paragraph, corrected)
    sheet = Sheet(said["title"], (), (), text=tuple(text), framed=False, name="通报")
    return [replace(sheet, is_letter=True, room_above=own["head_lines"], imprint=imprint(said, values))]


def _values(tasks: TaskList, bulletin: Bulletin, words: PaperWords) -> dict[str, str]:
    """Return what the holes of the words are filled with."""
    base, table = bulletin.base, bulletin.table
    values = values_of_list(tasks, words)
    values["报送期"] = base.period.label
    values["截至"] = written_day(base.day.isoformat())
    values["任务数"] = str(table.total.count(ROWS))
    return values


def _sections(tasks: TaskList, bulletin: Bulletin) -> Iterator[Paragraph]:
    """Yield the totals, then each section with a paragraph a unit."""
    yield _heading(0, "总体情况")
    yield from map(Paragraph, totals_said(bulletin.table))
    for number, section in enumerate(bulletin.told, 1):
        yield _heading(number, _counted(section))
        for unit in section.units:
            yield Paragraph(_of_unit(tasks, bulletin.base, section, unit))
        if not section.units:
            yield Paragraph(_NONE)


def _heading(number: int, words: str) -> Paragraph:
    return Paragraph(f"{_NUMBERS[number]}、{words}", keep=True, style="heading")


def _counted(section: Section) -> str:
    """Return a heading with how much its section tells of: 逾期的任务（2 项）."""
    return f"{section.heading}（{section.counted}）" if section.units else section.heading


# ---------------------------------------------------------------------- totals


def totals_said(table: StatTable) -> Iterator[str]:
    """Yield the totals in sentences: rows by state with their shares, those behind, the reports."""
    total = table.total
    parts = []
    for line, share in zip(table.lines, table.shares, strict=True):
        if count := line.count(ROWS):
            parts.append(f"{line.label} {count} 项，占 {per_cent_said(share)}")
    day = written_day(table.base.day.isoformat())
    states = "；".join(parts)
    yield f"截至{day}，清单共 {total.count(ROWS)} 项任务，其中{states}。"
    if behind := total.count(BEHIND):
        yield f"未办结的任务中，落后于序时进度的 {behind} 项（另计，不加在上述各状态里）。"
    if table.has_reports:
        yield _reports_said(table, total)


def _reports_said(table: StatTable, total: StatLine) -> str:
    counts = []
    for column in table.columns:
        if column.part in ("owed", "words"):
            counts.append(f"{column.label} {total.count(column.code)} 份")
    said = "，".join(counts)
    rate = per_cent_said(total.in_time)
    unclear = f"统称未明的 {len(table.unclear)} 项不计应报。" if table.unclear else ""
    return f"{table.base.period.label}进展按“行×单位”计，{said}，按时率 {rate}。{unclear}"


# ---------------------------------------------------------------------- what is told of a unit


def _of_unit(tasks: TaskList, base: StatBase, section: Section, unit: OfUnit) -> str:
    """Return a unit with what is told of it: 平台处：第 2 行“新增…”，应于…完成，逾期 31 天。"""
    of_part = _reports_of_unit if section.is_of_reports else _rows_of_unit
    said = "；".join(of_part(tasks, base, section.name, unit))
    return f"{unit.label}：{said.rstrip('。')}。"


def _rows_of_unit(tasks: TaskList, base: StatBase, name: SectionName, unit: OfUnit) -> list[str]:
    """Return what is told of each of a unit's rows."""
    told = []
    for one in unit.told:
        named = _named(tasks, one.row)
        told.append(f"{named}，{_told(base, name, one)}")
    return told


def _named(tasks: TaskList, row: str) -> str:
    """Return a row by its number and the beginning of its text: 第 2 行“新增众创孵化机构”."""
    text = clean_line(tasks.task(row).text).rstrip("。")
    gist = shortened(text, _GIST).translate(_INNER_QUOTES)
    return f"{numbered_row(tasks, row)}“{gist}”"


def _reports_of_unit(tasks: TaskList, base: StatBase, name: SectionName, unit: OfUnit) -> list[str]:
    """Return what is told of a unit's reports, rows of which the same is told together."""
    alike: dict[str, list[str]] = {}
    for one in unit.told:
        alike.setdefault(_told(base, name, one), []).append(one.row)
    told = []
    for words, rows in alike.items():
        names = rows_in_words(tasks, rows, len(rows))
        told.append(f"第 {names} 行，{words}")
    return told


def _told(base: StatBase, name: SectionName, one: Told) -> str:
    """Return what is told of a row behind its name."""
    day = written_day(one.on)
    match name:
        case "overdue":
            return f"应于{day}完成，逾期 {one.days} 天"
        case "behind":
            return _how_far(one.state) if one.state else ""
        case "missing":
            sent_back = "，退回后未再报" if one.owed and one.owed.word == "returned" else ""
            return f"{_of_period(base, one.owed)}应于{day}报送{sent_back}"
        case "late":
            return f"{_of_period(base, one.owed)}应于{day}报送，迟报 {one.days} 天"
        case "closed":
            return _closed(one)
        case "problems":
            return one.words or _NO_WORDS
    return f"{day}到期"


def _of_period(base: StatBase, owed: Owed | None) -> str:
    """Return the period of a report, where the bulletin is of several."""
    return owed.period.label if owed and owed.period != base.period else ""


def _how_far(state: RowState) -> str:
    """Return how far a row is behind the plan, and its light."""
    said = f"序时进度 {state.plan}%，完成 {state.share}%，落后 {state.behind} 个百分点"
    return f"{said}（{state.light.word}）" if state.light else said


def _closed(one: Told) -> str:
    said = f"{written_day(one.on)}销号"
    if one.words:
        said += f"，{one.words}批准"
    return f"{said}，逾期 {one.days} 天完成" if one.days else said
