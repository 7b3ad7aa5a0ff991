"""The list's rules of the ledger: its year, from when rows are near, which lights they wear."""

from typing import TYPE_CHECKING, get_args

from store.records.changes import Change
from store.refused import Refused
from tui.screen.acts.asked_fields import AskedField, change_field
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.ledger.lights import SchemeName
    from store.records.follow_up import LevelScheme

_HOW = "从上往下看，符合条件的第一盏就是这一行的灯；最后一盏是最好的。"

_MOST_FIGURES = 5


class LedgerRuleActs:
    """Asks for the rules, each a change."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ the year and the days

    async def year(self) -> None:
        """Ask for the year of a list whose title and date of issue tell none."""
        from store.acts.list_year import refuse_told, set_year

        desk, notice = self._desk, self._desk.tasks.notice
        refuse_told(notice)
        year = notice.year or str(desk.tasks.clock.day().year)
        await desk.change_text("这份清单是哪一年的", year, lambda words: set_year(desk.tasks, words))

    async def warn_days(self) -> None:
        """Ask from how many days before their day on rows are near."""
        from store.acts.light_rules import warn_from
        from store.ledger.state_words import WARN_DAYS

        desk = self._desk
        held = desk.tasks.notice.warn_days or WARN_DAYS
        await desk.change_text(
            "到期前几天起为临期", str(held), lambda words: warn_from(desk.tasks, _number(words))
        )

    async def reminder_levels(self) -> None:
        """Ask by what reminders have their level."""
        from store.acts.light_rules import level_by

        desk = self._desk
        choices: list[Choice[LevelScheme]] = [
            Choice("", "按状态", about="临期蓝、落后黄、逾期红"),
            Choice("escalation", "逐级", about="先蓝；到期未回复的再催为橙，再未回复为红"),
        ]
        scheme = await desk.choose("催办级别怎么定", choices)
        if scheme is not None:
            await desk.commit(level_by(desk.tasks, scheme))

    async def at_once_days(self) -> None:
        """Ask how many days after the issue what is to be done at once is due."""
        from store.acts.light_rules import at_once_within

        desk = self._desk
        if not desk.tasks.notice.issued_on:
            desk.warn("通知没有成文日期，立即办理的算不出到期日；请先在工作要点窗格填成文日期。")
            return
        await desk.change_text(
            "立即办理的，印发后几天到期（0 为不算日期）",
            str(desk.tasks.notice.at_once_days),
            lambda words: at_once_within(desk.tasks, _number(words)),
        )

    # ------------------------------------------------------------------ lights

    async def lights(self) -> None:
        """Show the lights; one is changed, or a known scheme taken over, until the clerk leaves."""
        from store.acts.light_rules import take_scheme

        desk = self._desk
        while (chosen := await desk.choose("亮灯规则", self._choices(), about=_HOW)) is not None:
            if not desk.may_change():
                return
            if isinstance(chosen, int):
                await self._change(chosen)
            else:
                await desk.commit(take_scheme(desk.tasks, chosen))

    def _choices(self) -> "list[Choice[int | SchemeName]]":
        from store.ledger.lights import COLOURS, SCHEMES, scheme_of, test_in_words
        from store.records.ledger_rules import LightRule

        rules = scheme_of(self._desk.tasks.all_of(LightRule))
        choices: list[Choice[int | SchemeName]] = []
        for number, rule in enumerate(rules):
            about = f"{test_in_words(rule.test)}，{COLOURS.get(rule.colour, rule.colour)}色"
            label = f"{rule.sign}{rule.word}"
            choices.append(Choice(number, label, (rule.word,), about=about, group="现在的灯"))
        for name, known in SCHEMES.items():
            tests = "，".join(f"{rule.word} {test_in_words(rule.test)}" for rule in known)
            choices.append(Choice(name, name, (name,), about=tests, group="改用现成的办法"))
        return choices

    async def _change(self, number: int) -> None:
        from store.acts.light_rules import RuleField, rule_changed
        from store.ledger.lights import COLOURS, scheme_of, test_in_words
        from store.records.ledger_rules import LightRule

        tasks = self._desk.tasks
        rule = scheme_of(tasks.all_of(LightRule))[number]
        fields = (
            AskedField("word", "名称", rule.word, "如 黄"),
            AskedField("sign", "标志", rule.sign, "如 ●"),
            AskedField("colour", "颜色", rule.colour, choices=COLOURS),
            AskedField(
                "test", "条件", test_in_words(rule.test), "如 落后>30、落后占比>50、剩余天数<=3、逾期、临期"
            ),
        )

        def put(name: str, words: str) -> Change:
            field = next(one for one in get_args(RuleField) if one == name)
            return rule_changed(tasks, number, {field: words})

        await change_field(self._desk, f"{rule.sign}{rule.word}", fields, put)


def _number(words: str) -> int:
    """Return the whole number that words are; refused where they are none."""
    plain = words.strip()
    if not (plain.isdecimal() and len(plain) < _MOST_FIGURES):
        raise Refused("请写天数，如 7。")
    return int(plain)
