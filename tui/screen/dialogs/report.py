"""The dialog of a report: what a unit says of a row for a period, over what it said the last time."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.acts.reporting import BY_TELEPHONE, ReportGiven
from store.records.report import REPORT_WORDS
from store.records.schedule import Measure
from store.records.values import MeasuredValue
from store.refused import Refused
from store.words.days import day_named
from tui.screen.dialogs.form_dialog import FormDialog
from tui.screen.dialogs.form_fields import FormKept, FormText, OneOf
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.report_form import TEXTS, WORDS, ReportAsked, ReportTyped, UnitForm
from tui.screen.widgets.plane import DialogBox

_PAIRS = (("signed_by", "审签人"), ("received_on", "收到日期")), (("reporter", "报送人"), ("source", "来源"))
_ON_RECEIPT = tuple(name for pair in _PAIRS for name, _ in pair)
_TAKEN_OVER = (*TEXTS, "signed_by", "reporter")
"""What one key takes over from the last report, where nothing stands yet."""
_WHO = {"signed_by": "单位负责人", "reporter": "报送或接话的人"}
_OF_MEASURE = "value-"


class ReportDialog(FormDialog[ReportTyped]):
    """Enter keeps all of it from whatever field; gives back what was typed, or None when left."""

    place = "report"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("ctrl+d", "take_over", priority=True),
        Binding("ctrl+r", "send_back", priority=True),
    ]

    def __init__(self, asked: ReportAsked) -> None:
        """Take what is asked."""
        super().__init__()
        self._asked = asked
        self._form = asked.units[asked.at]

    # ------------------------------------------------------------------ the fields

    def compose(self) -> ComposeResult:
        """The last report, the unit where there are several, and the fields."""
        asked = self._asked
        with DialogBox(classes="dialog wide report") as box:
            box.plane.show_title(asked.title, asked.counts)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield Static(id="before")
            with VerticalScroll(can_focus=False):
                yield _line("单位", OneOf([form.name for form in asked.units], asked.at, id="unit"))
                words = [REPORT_WORDS[word] for word in WORDS]
                yield _line("状况", OneOf(words, WORDS.index(self._form.word), id="word"))
                for name, label in TEXTS.items():
                    yield _line(label, FormText("", id=name, is_long=True), classes="labelled long")
                for measure in asked.measures:
                    field = FormText("", id=_OF_MEASURE + measure.key, placeholder="数字，如 18")
                    target = f"{measure.text} 目标 {measure.target or '未定'}{measure.unit_of_measure}"
                    yield _line("完成值", field, Static(Content(target), classes="hint"))
                yield _line("完成比例", FormText("", id="share", placeholder="百分之几，如 45，可不填"))
                for pair in _PAIRS:
                    fields = ((Static(Content(label)), FormText("", id=name)) for name, label in pair)
                    yield Horizontal(*(one for both in fields for one in both), classes="labelled pair")
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Begin in the field that the cursor was on, with what was typed on it."""
        self.query_one("#before", Static).display = False
        if len(self._asked.units) < 2:
            self.query_one("#unit", OneOf).can_focus = False
        self._show(self._form)
        begins_in = self._asked.begins_in
        if begins_in == "values":
            begins_in = _OF_MEASURE + self._asked.measures[0].key if self._asked.measures else "share"
        field = self.text_of(begins_in)
        if self._asked.typed:
            field.put(self._asked.typed)
        field.focus()

    def _show(self, form: UnitForm) -> None:
        """Show what is known of a unit's report."""
        self._form = form
        before = self.query_one("#before", Static)
        before.update(Content(form.before_said))
        before.display = bool(form.before_said)
        self.query_one("#word", OneOf).choose(WORDS.index(form.word))
        for name in (*TEXTS, "share", *_ON_RECEIPT):
            self.text_of(name).begin(form.held_text(name), self._hint(form, name))
        if not form.held or form.held.is_returned:
            self.text_of("received_on").begin(self._asked.today.isoformat())
        for measure in self._asked.measures:
            field = self.text_of(_OF_MEASURE + measure.key)
            field.begin(form.held_value(measure.key), str(field.placeholder))

    def _hint(self, form: UnitForm, name: str) -> str:
        match name:
            case "share":
                return "百分之几，如 45，可不填"
            case "source":
                return f"报送表、{BY_TELEPHONE}等"
            case "signed_by" | "reporter":
                said = str(getattr(form.before, name)) if form.before else ""
                return f"上期 {said}" if said else _WHO[name]
        return ""

    @property
    def is_changed(self) -> bool:
        """Whether something was typed or chosen that would be lost."""
        is_other_word = WORDS[self.query_one("#word", OneOf).number] != self._form.word
        return is_other_word or super().is_changed

    # ------------------------------------------------------------------ going about

    def on_one_of_turned(self, event: OneOf.Turned) -> None:
        """Show what another unit reported; what was typed for this one is kept first."""
        event.stop()
        if event.field.id != "unit":
            return
        if self.is_changed:
            event.field.choose(event.before)
            self.say("已写的内容还没有保存，请先按 Enter 保存，再换单位。")
        else:
            self._show(self._asked.units[event.field.number])

    def action_take_over(self) -> None:
        """Put the last report's texts where nothing stands yet."""
        before = self._form.before
        fields = [
            name for name in _TAKEN_OVER if before and getattr(before, name) and not self.text_of(name).words
        ]
        for name in fields:
            self.text_of(name).put(str(getattr(before, name)))
        if not fields:
            self.say(
                "上期没有可照抄的内容。" if before is None else "各项已有内容，没有照抄；要照抄请先清空。"
            )

    # ------------------------------------------------------------------ leaving

    def on_form_kept(self, event: FormKept) -> None:
        """Give back what was typed, unless it is refused."""
        event.stop()
        try:
            given = self._given()
            self._asked.check(self._form.unit, given)
        except Refused as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(ReportTyped(self._form.unit, given))

    def _given(self) -> ReportGiven:
        """Return what was typed; what was left as it stood is none of it."""
        if not self._form.held and not self.is_changed:
            raise Refused("还没有写内容，请写进展情况，或另选状况。")
        typed = {name: self._typed(name) for name in (*TEXTS, "share", "signed_by", "reporter", "source")}
        values = tuple(self._values(self._asked.measures))
        day = self._typed("received_on")
        return ReportGiven(
            word=WORDS[self.query_one("#word", OneOf).number],
            values=values or None,
            received_on=None if day is None else day_named(day, self._asked.today),
            **typed,
        )

    def _typed(self, name: str) -> str | None:
        field = self.text_of(name)
        return field.words if field.is_changed else None

    def _values(self, measures: Iterable[Measure]) -> Iterable[MeasuredValue]:
        for measure in measures:
            value = self._typed(_OF_MEASURE + measure.key)
            if value is not None:
                yield MeasuredValue(measure.key, value)

    def action_send_back(self) -> None:
        """Have the report sent back."""
        if self.is_changed:
            self.say("已写的内容还没有保存，请先按 Enter 保存，再退回。")
        else:
            self.dismiss(ReportTyped(self._form.unit, None))


def _line(label: str, *fields: Widget, classes: str = "labelled") -> Horizontal:
    return Horizontal(Static(Content(label)), *fields, classes=classes)
