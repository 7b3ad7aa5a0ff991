"""The program with an act in it that nobody foresaw to fail: help."""

import sys
from typing import NoReturn
from unittest import mock

from tui.__main__ import main
from tui.screen.acts.looking import LookingActs


async def _break(acts: LookingActs) -> NoReturn:
    raise ZeroDivisionError(f"[/{acts._desk.tasks.notice.title}]")


with mock.patch.object(LookingActs, "help", _break):
    sys.exit(main())
