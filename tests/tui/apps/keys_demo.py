"""A small program with all that may follow from a key: python -m tests.tui.apps.keys_demo."""

import asyncio
import sys
import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static, Tree

from tui.terminal.at_work import Work
from tui.terminal.type_ahead import TypeAhead

NAMES = ["安委办", "财政局", "城管局", "发改委", "民政局", "统筹处", "卫健委", "应急局", "政法委", "住建局"]
INITIALS = ["awb", "czj", "cgj", "fgw", "mzj", "tcc", "wjw", "yjj", "zfw", "zjj"]


class AskDialog(ModalScreen[str]):
    """Asks for a line; Enter gives it back, Esc nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss('')")]

    def __init__(self, answer: "asyncio.Future[str] | None" = None) -> None:
        super().__init__()
        self.answer = answer

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static("请输入")
            yield Input(id="answer", select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.answer:
            self.answer.set_result(event.value)
        self.dismiss(event.value)


class Names(OptionList):
    """A list whose letters ask the screen for something by a message."""

    class Asked(Message):
        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class MoveTo(Message, bubble=False):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    BINDINGS: ClassVar[list[BindingType]] = [(key, f"ask('{key}')") for key in "abdfmnopqrstw"]

    def action_ask(self, what: str) -> None:
        self.post_message(self.Asked(what))

    def on_names_move_to(self, event: MoveTo) -> None:
        self.highlighted = next(
            i for i, option in enumerate(self.options) if str(option.prompt) == event.name
        )


class Picker(Vertical):
    """Names by their initials, mounted from the start and shown when wanted."""

    class Closed(Message):
        def __init__(self, name: str | None) -> None:
            super().__init__()
            self.name = name

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close")]

    def compose(self) -> ComposeResult:
        yield Input(id="find", select_on_focus=False)
        yield OptionList(id="found")

    def open(self, text: str) -> None:
        self.display = True
        field = self.query_one("#find", Input)
        field.value = text
        field.cursor_position = len(text)
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        found = self.query_one("#found", OptionList)
        found.clear_options()
        found.add_options(
            [name for name, initials in zip(NAMES, INITIALS, strict=True) if event.value[1:] in initials]
        )
        found.highlighted = 0 if found.option_count else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        option = self.query_one("#found", OptionList).highlighted_option
        self.post_message(self.Closed(str(option.prompt) if option else None))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def action_close(self) -> None:
        self.post_message(self.Closed(None))


class DemoScreen(Screen[None]):
    """Two fields, a list, a tree, and lines that say what was seen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = "-"
        self.said: list[str] = []
        self.work = Work()

    def compose(self) -> ComposeResult:
        with Horizontal(id="fields"):
            yield Input("abcd", id="a", select_on_focus=False)
            yield Input(id="b")
        with Horizontal(id="panes"):
            yield Names(*NAMES, id="names")
            yield Tree[str]("树", id="tree")
            yield Vertical(id="room")
        yield Static(id="seen")
        yield Static(id="said")
        yield Static(id="end")
        yield Picker(id="picker")

    def on_mount(self) -> None:
        tree = self.query_one("#tree", Tree)
        for name in NAMES[:5]:
            tree.root.add(name).add_leaf(name + "一科")
        tree.root.expand()

    def say(self, what: str) -> None:
        self.said.append(what)
        self.query_one("#said", Static).update(f"说{len(self.said)}：" + " ".join(self.said[-8:]))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self.seen = str(event.option.prompt)
        self.query_one("#seen", Static).update("见：" + self.seen)

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[str]) -> None:
        self.seen = str(event.node.label)
        self.query_one("#seen", Static).update("见：" + self.seen)

    def on_key(self, event: object) -> None:
        if isinstance(self.focused, Tree) and getattr(event, "key", "") == "m":
            self.say(self.seen)

    async def on_names_asked(self, event: Names.Asked) -> None:
        names = self.query_one("#names", Names)
        if event.what == "p":
            self.query_one(Picker).open("p")
        elif event.what == "m":
            self.say(self.seen)
        elif event.what == "n":
            self.app.push_screen(AskDialog(), self.add)
        elif event.what == "o":
            await self.app.push_screen(AskDialog(), self.add)
            self.app.screen.query_one(Input).value = "先"
            self.app.screen.query_one(Input).action_end()
        elif event.what == "w":
            self.run_worker(self.ask_twice())
        elif event.what == "a":
            self.work.begin()
            self.run_worker(self.act())
        elif event.what == "s":
            await asyncio.sleep(0.15)
            self.query_one("#b", Input).focus()
        elif event.what == "f":
            self.call_after_refresh(self.query_one("#b", Input).focus)
        elif event.what == "b":
            answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            self.app.push_screen(AskDialog(answer))
            self.say(f"答{await answer}")
        elif event.what == "r":
            await self.query_one("#room").mount(Gone())
            self.query_one(Gone).focus()
        elif event.what == "t":
            names.add_options([f"第{number}项" for number in range(1, 501)])
        elif event.what == "d":
            names.remove_option_at_index(names.highlighted or 0)
        elif event.what == "q":
            self.app.exit(return_code=3)

    def on_picker_closed(self, event: Picker.Closed) -> None:
        self.query_one(Picker).display = False
        names = self.query_one("#names", Names)
        names.focus()
        if event.name:
            names.post_message(Names.MoveTo(event.name))

    def add(self, text: str | None) -> None:
        if text:
            names = self.query_one("#names", Names)
            names.add_option(text)
            names.highlighted = names.option_count - 1

    async def act(self) -> None:
        """Read something in a thread, ask, read again, and add what was said."""
        await asyncio.to_thread(time.sleep, 0.1)
        answered = self.app.push_screen(AskDialog(), wait_for_dismiss=True)
        answered.add_done_callback(lambda _: self.work.begin())
        self.work.end()
        text = await answered
        await asyncio.to_thread(time.sleep, 0.1)
        self.add(text)
        self.work.end()

    async def ask_twice(self) -> None:
        first = await self.app.push_screen_wait(AskDialog())
        second = await self.app.push_screen_wait(AskDialog())
        self.add(f"{first}与{second}")


class Gone(Input):
    """A field that removes itself on F2; the list has the focus then."""

    BINDINGS: ClassVar[list[BindingType]] = [("f2", "go")]

    async def action_go(self) -> None:
        self.screen.query_one("#names").focus()
        await self.remove()


class KeysDemo(TypeAhead[None]):
    CSS = """
    Screen { layers: base over; }
    #fields { height: 4; }
    #panes, #names, #tree { height: 16; }
    #names, #tree, Input { width: 1fr; }
    #seen, #said, #end { height: 1; }
    Picker { layer: over; display: none; width: 40; height: 12; border: solid white; }
    #box { width: 40; height: 8; border: solid white; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            (f"f{number}", f"go('{name}')")
            for number, name in zip((5, 6, 7), ("a", "names", "tree"), strict=True)
        ),
        ("f8", "afresh"),
        ("f9", "finish"),
    ]

    def on_mount(self) -> None:
        self.push_screen(DemoScreen())

    async def action_afresh(self) -> None:
        await self.pop_screen()
        await self.push_screen(DemoScreen())

    def action_finish(self) -> None:
        self.screen_stack[1].query_one("#end", Static).update("完")

    def action_go(self, name: str) -> None:
        self.screen.query_one(f"#{name}").focus()


if __name__ == "__main__":
    app = KeysDemo()
    app.run()
    sys.exit(app.return_code)
