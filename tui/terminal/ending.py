"""Signals that end the program: the terminal is left as it was found, whatever the program is doing."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

ENDED_BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""
_NAMES = ("SIGTERM", "SIGQUIT", "SIGHUP")
"""Asked to end, Ctrl+\\ from elsewhere, and a window that was closed; Windows has only the first."""

_SCREEN = 2
"""The stream that Textual draws on."""


def exit_by_signal() -> None:
    """From now on a signal that ends the program lets it clean up, as sys.exit does."""
    for number in _ending():
        signal.signal(number, _exit)


def call_by_signal(end: Callable[[int], None]) -> None:
    """From now on such a signal calls a function of the event loop's thread, with the exit code.

    Where that is not the main thread the program is a guest, and signals are its host's.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    from asyncio import get_running_loop  # Textual is there, and has imported what is wanted of it.

    loop = get_running_loop()
    for number in _ending():
        try:
            loop.add_signal_handler(number, _end, end, number)
        except NotImplementedError:  # Windows ends the program itself.
            return


def _ending() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]


def _exit(number: int, _: FrameType | None) -> None:
    sys.exit(ENDED_BY_SIGNAL + number)


def _end(end: Callable[[int], None], number: signal.Signals) -> None:
    if _is_gone():
        _write_to_nowhere()
    end(ENDED_BY_SIGNAL + number)


def _is_gone() -> bool:
    """Whether the window was closed: what stands for it then has no size."""
    try:
        os.get_terminal_size(_SCREEN)
    except OSError:
        return True
    return False


def _write_to_nowhere() -> None:
    """Spare the driver a window that is gone: writes to it fail, and Textual would wait for ever."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _SCREEN)
    os.close(nowhere)
