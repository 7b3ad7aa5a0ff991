"""What acts on many rows share: choosing from the list's people, and the preview that asks before it commits."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from store.records.changes import Change
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_screen import ListScreen

if TYPE_CHECKING:
    from store.acts.preview import Act, Answers, Preview

_T = TypeVar("_T")


class Asking(ListScreen):
    """Asks the clerk, a dialog at a time."""

    def preview(
        self,
        act: "Act",
        *,
        make: "Callable[[Preview], Change] | None" = None,
        answers: "Answers | None" = None,
        may_wait: bool = False,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show what an act on many rows would do, ask what it must, and commit it (or what is made of it); then go on."""
        from tui.screen.dialogs.preview_rows import PreviewDialog

        def decided(preview: "Preview | None") -> None:
            if preview is not None:
                self.commit(make(preview) if make else preview.change(self.tasks))
            if then:
                then()

        try:
            dialog = PreviewDialog(self.tasks, act, answers, may_wait=may_wait)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            if then:
                then()
            return
        self.app.push_screen(dialog, decided)

    def choose(
        self,
        title: str,
        choices: Sequence[Choice[_T]],
        then: Callable[[_T], None],
        reason: str = "",
        nothing: str = "没有符合的。",
    ) -> None:
        """Choose one of some things by typing; the reason for asking stands in the empty field."""
        from tui.screen.dialogs.choose import ChooseDialog

        def chosen(value: _T | None) -> None:
            if value is not None:
                then(value)

        placeholder = reason or "输入汉字、全拼或首字母"
        self.app.push_screen(
            ChooseDialog(title, by_names(choices), placeholder=placeholder, nothing=nothing), chosen
        )

    def people(self, first: Sequence[str] = ()) -> list[Choice[str]]:
        """The roster as choices: some people first, then the deputies in rank order, then the others."""
        tasks = self.tasks
        rank = {person: number for number, person in enumerate(first)}
        entries = sorted(
            tasks.roster,
            key=lambda one: (rank.get(one.person, len(rank)), not one.role.startswith("副"), one.order),
        )
        named = {
            entry.person: f"{tasks.person_name(entry.person)}  {entry.post}" for entry in reversed(entries)
        }
        return [
            Choice(person, named[person], (tasks.person_name(person),))
            for person in dict.fromkeys(one.person for one in entries)
        ]
