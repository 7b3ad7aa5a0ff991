"""What the clerk reads when the screen dies of more than one error."""

import pytest
from rich.text import Text

from tui.terminal.app import TerminalApp


def test_of_several_errors_the_first_is_said_and_nothing_in_english(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app: TerminalApp[None] = TerminalApp()
    app._exit_renderables += [Text("程序出了意外的错误。"), Text("程序又出了错误。")]
    app._print_error_renderables()
    said = capsys.readouterr().err
    assert said.strip() == "程序出了意外的错误。"
