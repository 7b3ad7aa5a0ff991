"""The program with an act in it that nobody foresaw to fail: help."""

import sys
from typing import NoReturn
from unittest import mock

from tui.__main__ import main
from tui.screen.main_screen import MainScreen


def _break(screen: MainScreen) -> NoReturn:
    raise ZeroDivisionError(f"[/{screen.tasks.notice.title}]")


with mock.patch.object(MainScreen, "action_help", _break):
    sys.exit(main())
