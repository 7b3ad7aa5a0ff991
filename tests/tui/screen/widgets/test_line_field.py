"""The field of one line: nothing of what is pasted is lost."""

import pytest
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tests.keys import CTRL, HOME
from tests.tui.screen.pilot import asked
from tui.screen.widgets.line_field import LineField


class Form(ModalScreen[None]):
    """A field in which something stands."""

    def compose(self) -> ComposeResult:
        yield LineField("关于分工", select_on_focus=False)


def pasted(text: str) -> str:
    return f"\x1b[200~{text}\x1b[201~"


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        (HOME + pasted("平台处\r\n成果处\r\n"), "平台处 成果处关于分工"),
        (CTRL("a") + pasted("平台处\n成果处"), "平台处 成果处"),
        (CTRL("a") + CTRL("x") + CTRL("v") + CTRL("v"), "关于分工关于分工"),
        (HOME + pasted("红\u200b字"), "红字关于分工"),
    ],
)
@pytest.mark.parametrize("paced", [False, True])
async def test_all_that_is_pasted_stands_in_one_line(keys: str, stands: str, paced: bool) -> None:
    async with asked(Form()) as hands:
        await hands.type(keys, paced=paced)
        assert hands.app.screen.query_one(LineField).value == stands
