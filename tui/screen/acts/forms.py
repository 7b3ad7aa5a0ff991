"""Acts by which forms for reports go out to units, and are registered when they come back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.ledger.days import schedules_of
from store.ledger.periods import Period, due_day, is_scheduled, period_worked_on
from store.machine.folders import remember_folder
from store.progress import Progress, told
from store.records.follow_up import Form, form_key
from store.refused import Refused
from tui.screen.acts.folder_asking import ask_folder
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.file_request import FileRequest

if TYPE_CHECKING:
    from store.acts.forms_taken import FormTaken
    from store.ledger.forms import UnitForm
    from tui.paper.forms_writing import FormsSent
    from tui.screen.dialogs.forms import FormLooked

PURPOSE = "forms"
"""Under which the folder is remembered: forms go out and come back on one stick."""
CAME_BACK = FileRequest("选报回的报送表", (".xlsx", ".xls", ".et"), PURPOSE, "看会登记什么")
_NO_SCHEDULE = "还没有报送安排，不知道哪一期要报。请先按 F10，在台账里设报送安排，再发出报送表。"
_WARNING = "内网专用盘；涉密内容不得写入。"


class FormActs:
    """Forms that go out to units and come back; each act waits for the disk in a thread."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ out

    async def send(self) -> None:
        """Ask for period, units and folder; write a form for each unit, and note that they went out."""
        desk = self._desk
        period = await self._ask_period("发出哪一期的报送表")
        if period is None:
            return
        forms = await self._prepared(period)
        chosen = await self._ask_units(period, forms)
        if chosen is None:
            return
        folder = await ask_folder(desk, PURPOSE, "报送表存到哪里", enter="发出", about=_WARNING)
        if folder is None:
            return
        sent = await desk.long_work("正在生成报送表", partial(self._sent, chosen, folder))
        said = f"已发出 {len(sent.written)} 份报送表，存在 {folder}。{sent.problem}"
        await desk.commit(sent.change, said)

    async def _ask_period(self, title: str) -> Period | None:
        desk, today = self._desk, self._desk.tasks.clock.day()
        choices: dict[Period, Choice[Period]] = {}
        for schedule in schedules_of(desk.tasks):
            now = period_worked_on(schedule, today)
            for period in (now, now.before, now.next):
                if is_scheduled(schedule, period):
                    due = due_day(schedule, period)
                    right = f"{due.month}月{due.day}日前报送"
                    choices.setdefault(period, Choice(period, period.label, right=right))
        if not choices:
            raise Refused(_NO_SCHEDULE)
        return await desk.choose(title, [*choices.values()])

    async def _prepared(self, period: Period) -> "list[UnitForm]":
        """Return the forms of all units for a period, made in a thread."""
        from store.ledger.forms import forms_of

        tasks = self._desk.tasks
        file_id, day = self._desk.file.file_id, tasks.clock.day()
        make = partial(forms_of, tasks, file_id, period, day, ())
        return await self._desk.long_work("正在准备报送表", make)

    async def _ask_units(self, period: Period, forms: "Sequence[UnitForm]") -> "list[UnitForm] | None":
        """Ask which units get a form: at first all whose form did not come back yet."""
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        came_back = [self._came_back(form) for form in forms]
        choices = []
        for form, is_back in zip(forms, came_back, strict=True):
            about = "已报回" if is_back else ""
            choices.append(Choice(form, form.unit, about=about, right=f"{len(form.rows)} 行"))
        marked = [form for form, is_back in zip(forms, came_back, strict=True) if not is_back]
        title = f"发给哪些单位：{period.label}"
        return await desk.ask(MarkDialog(title, choices, marked, nothing="请至少选一个单位。"))

    def _came_back(self, form: "UnitForm") -> bool:
        sent = self._desk.tasks.find(Form, form_key(*form.identity[1:]))
        return sent is not None and sent.returned_on is not None

    def _sent(self, forms: "Sequence[UnitForm]", folder: Path, progress: Progress) -> "FormsSent":
        """Write the forms, in a thread."""
        from tui.paper.forms_writing import write_forms

        tasks = self._desk.tasks
        sent = write_forms(tasks, forms, folder, tasks.clock.day(), progress)
        remember_folder(PURPOSE, folder)
        return sent

    # ------------------------------------------------------------------ typed

    async def type_in(self) -> None:
        """Ask for period and unit, have its whole form typed in, and register it as one change."""
        from store.acts.forms_taken import form_taken
        from tui.screen.dialogs.form_entry import FormEntryDialog

        desk = self._desk
        period = await self._ask_period("录入哪一期的进展")
        if period is None:
            return
        forms = await self._prepared(period)
        choices = [Choice(form, form.unit, right=f"{len(form.rows)} 行") for form in forms]
        form = await desk.choose("录入哪个单位的", choices)
        if form is None:
            return
        today = desk.tasks.clock.day()
        typed = await desk.ask(FormEntryDialog(desk.tasks, form, today))
        if typed is None:
            return
        file_id, day = desk.file.file_id, typed.received
        taken = form_taken(desk.tasks, file_id, typed.form, today, received=day, asked=period)
        if taken.change and taken.rows:
            await desk.commit(taken.change, f"{taken.change.title}。{''.join(taken.notes)}")
        else:
            desk.say("".join(taken.notes) or taken.already or "没有变化")

    # ------------------------------------------------------------------ in

    async def take_in(self) -> None:
        """Ask for a form that came back, or all of its folder; show what they bring, and register them."""
        from tui.screen.dialogs.files import FileDialog
        from tui.screen.dialogs.forms import FormsDialog

        desk = self._desk
        path = await desk.ask(FileDialog(CAME_BACK, desk.tasks.clock))
        paths = await self._ask_which(path) if path else None
        if paths is None:
            return
        looked = await desk.long_work("正在读报送表", partial(self._looked, paths))
        if len(looked) == 1:
            looked = await self._settled(looked[0])
        if not looked:
            return
        if await desk.ask(FormsDialog(desk.tasks, looked)):
            await self._register(looked)
        else:
            desk.say("没有登记，清单没有改动。")

    async def _ask_which(self, path: Path) -> list[Path] | None:
        """Ask whether all forms beside one are meant; None where the clerk leaves."""
        from store.reading.formats.book_cells import workbooks_in

        desk = self._desk
        beside = await desk.long_work("正在看文件夹", lambda _: workbooks_in(path.parent))
        if len(beside) < 2:
            return [path]
        one = Choice([path], "只登记这一份", about=path.name)
        every = Choice(beside, f"登记这个文件夹里的 {len(beside)} 份")
        return await desk.choose("登记哪些报送表", [one, every])

    def _looked(self, paths: Sequence[Path], progress: Progress) -> "list[FormLooked]":
        """Look through files, in a thread; one that cannot be registered says why."""
        from store.acts.forms_taken import OtherPeriod
        from tui.screen.dialogs.forms import FormLooked

        looked = []
        for path in told(paths, progress):
            try:
                looked.append(FormLooked(path, self._taken(path)))
            except OtherPeriod as other:
                how = "要登记它，请单独选这一份。" if len(paths) > 1 else ""
                looked.append(FormLooked(path, refusal=f"{other}{how}", other=other.period))
            except Refused as refusal:
                looked.append(FormLooked(path, refusal=str(refusal)))
        return looked

    def _taken(self, path: Path, asked: Period | None = None) -> "FormTaken":
        from store.acts.forms_taken import form_taken
        from store.ledger.form_reading import form_in
        from store.reading.formats.book_cells import cells_of_file

        tasks, file_id = self._desk.tasks, self._desk.file.file_id
        form = form_in(cells_of_file(path))
        return form_taken(tasks, file_id, form, tasks.clock.day(), asked=asked)

    async def _settled(self, looked: "FormLooked") -> "list[FormLooked]":
        """Of one file: ask whether another period is meant; else refuse it with its sentence."""
        from tui.screen.dialogs.forms import FormLooked

        period = looked.other
        if period:
            choices = [Choice(False, "返回"), Choice(True, f"按{period.label}登记")]
            if not await self._desk.choose("是另一期的表", choices, about=looked.refusal):
                return []
            path = looked.path
            taken = await self._desk.long_work("正在读报送表", lambda _: self._taken(path, period))
            return [FormLooked(path, taken)]
        if looked.refusal:
            raise Refused(f"“{looked.path.name}”：{looked.refusal}")
        if looked.taken and looked.taken.already:
            self._desk.say(looked.taken.already)
            return []
        return [looked]

    async def _register(self, looked: "Sequence[FormLooked]") -> None:
        """Register forms one by one; of one form that is there twice the second stands against the first."""
        from store.acts.forms_taken import form_taken

        desk, done, rows = self._desk, 0, 0
        file_id, today = desk.file.file_id, desk.tasks.clock.day()
        seen = set()
        for one in looked:
            taken = one.taken
            if taken is None or taken.change is None:
                continue
            if taken.form.identity in seen:  # What the one before it registered counts.
                taken = form_taken(desk.tasks, file_id, taken.form, today, asked=taken.period)
            seen.add(taken.form.identity)
            done, rows = done + 1, rows + len(taken.rows)
            said = f"已登记 {done} 份报送表，共 {rows} 行。"
            if taken.change and not await desk.commit(taken.change, said):
                return
