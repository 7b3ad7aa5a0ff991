"""A program with the ways in which a key can change where the next one goes."""

import asyncio
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static

from tui.terminal import keyboard
from tui.terminal.app import TerminalApp


class Prompt(ModalScreen[str]):
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss('')", "")]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def compose(self) -> ComposeResult:
        yield Static(f"ask {self.title}")
        yield Input()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Asked(Message):
    pass


class Keys(Static, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [
        ("p", "screen.push", ""),
        ("w", "screen.work", ""),
        ("o", "screen.overlay", ""),
        ("g", "screen.grow", ""),
        ("r", "screen.late", ""),
        ("f", "screen.field", ""),
        ("b", "screen.blocked", ""),
    ]


class Main(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close", "")]
    CSS = "#overlay { display: none; height: 3; } Input { height: 1; border: none; } OptionList { height: 6; }"

    def compose(self) -> ComposeResult:
        yield Keys("keys")
        yield Input("abc", id="first")
        yield Input(id="second")
        yield OptionList(*map(str, range(300)))
        with Vertical(id="overlay"):
            yield Input(id="picker")
        yield Static(id="log")

    def on_mount(self) -> None:
        self.done: list[str] = []
        self.query_one(Keys).focus()

    def note(self, text: str | None) -> None:
        self.done.append(str(text))
        self.query_one("#log", Static).update("log " + "|".join(self.done))

    def action_push(self) -> None:
        self.app.push_screen(Prompt("push"), self.note)

    @work
    async def action_work(self) -> None:
        self.note(await self.app.push_screen_wait(Prompt("one")))
        self.note(await self.app.push_screen_wait(Prompt("two")))

    def action_overlay(self) -> None:
        self.query_one("#overlay").display = True
        self.query_one("#picker").focus()

    def action_close(self) -> None:
        self.query_one("#overlay").display = False
        self.query_one("#picker", Input).clear()
        self.query_one(Keys).focus()

    @on(Input.Submitted)
    async def submitted(self, event: Input.Submitted) -> None:
        await asyncio.sleep(0.01)
        self.note(f"{event.input.id}={event.value}")
        self.action_close()

    async def action_grow(self) -> None:
        await asyncio.sleep(0.02)
        field = Input(id="grown")
        await self.mount(field, before="#log")
        field.focus()

    def action_late(self) -> None:
        self.call_after_refresh(self.query_one("#second").focus)

    def action_field(self) -> None:
        self.query_one("#first").focus()

    def action_blocked(self) -> None:
        self.post_message(Asked())

    async def on_asked(self) -> None:
        """Wait, in the handler itself, for what only keys can bring."""
        worker = self.run_worker(self.app.push_screen_wait(Prompt("blocked")))
        self.note(await worker.wait())

    def on_paste(self, event: events.Paste) -> None:
        self.note(f"pasted {event.text}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.note(f"option {event.option_index}")


class Burst(TerminalApp[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("f5", "reset", ""), ("f8", "quit", ""), ("s", "slow", "")]

    def on_mount(self) -> None:
        self.push_screen(Main())

    async def action_slow(self) -> None:
        await asyncio.sleep(1)
        self.screen.query_one("#first").focus()

    def action_reset(self) -> None:
        self.switch_screen(Main())


if __name__ == "__main__":
    keyboard.install()
    Burst().run()
