"""A page with all that goes wrong where widths, line breaks or encodings are taken for granted."""

import sys

from tui.terminal import Unfit, settle


def run() -> None:
    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widgets import DataTable, Input, Static, TextArea

    from tui.terminal.app import TerminalApp

    class Page(TerminalApp[None]):
        CSS = """
        Screen { overflow: hidden; }
        .frame { border: round white; width: 30; }
        DataTable { height: 4; }
        TextArea { width: 20; height: 5; border: none; padding: 0; scrollbar-size: 0 0; }
        Input { border: none; height: 1; padding: 0; }
        """
        AUTO_FOCUS = "Input"

        def compose(self) -> ComposeResult:
            yield Static(
                Content("“三权”…—①×℃\n落实·推进\n深化科技成果“三权”改革，推进成果转化，落地见效。"),
                classes="frame",
            )
            yield DataTable()
            yield TextArea("牵头单位：成果处、法制处，配合单位：合作处。")
            yield Static(Content("净\x1b[31m红\u202e字\x9b1m"))
            yield Input()
            yield Static(id="log")

        def on_mount(self) -> None:
            table = self.query_one(DataTable)
            table.add_columns("甲栏", "乙栏")
            for text in ("“一网通办”", "①②③…", "abc"):
                table.add_row(text, "｜尾")

        def on_input_submitted(self, event: Input.Submitted) -> None:
            self.query_one("#log", Static).update(Content(f"got {event.value}"))

    Page(ansi_color=False).run()


if __name__ == "__main__":
    try:
        settle()
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        sys.exit(3)
    run()
