"""What must be settled with the terminal before textual is imported.

Textual and Rich are imported only when `settle` changes them, so that commands without a screen start without
them.
"""

import os
import sys

from tui.terminal.environment import Unfit, advice, prepare, refusal, speak

__all__ = ["Unfit", "prepare", "refusal", "settle"]

AMBIGUOUS = "YAODIAN_AMBIGUOUS"
"""The variable that says how many cells the terminal gives to “…—①: 1, 2, or auto to ask it."""


def settle(ambiguous: str = "auto") -> None:
    """Agree with the terminal on encoding, widths, line breaks and keys; Unfit where it cannot show the
    program.
    """
    prepare()
    if message := refusal():
        raise Unfit(message)
    from tui.terminal.probe import ProbeAnswer, ask

    own = "gbk" if sys.stderr.encoding.lower().startswith(("gb", "cp936")) else "utf-8"
    said = os.environ.get(AMBIGUOUS, ambiguous)
    answer = ProbeAnswer(own, said == "2", b"") if said in ("1", "2") else ask(own)
    if answer.encoding is None:
        raise Unfit(advice("this terminal does not take UTF-8.", "这个终端不是 UTF-8 的，显示不了中文。"))
    speak(answer.encoding)
    _fit(answer.encoding, answer.wide, answer.typed)


def _fit(encoding: str, wide: bool, typed: bytes) -> None:
    from tui.terminal import compositor, keyboard, widths, wrapping

    if wide:
        widths.use_wide()
    wrapping.install()
    compositor.install()
    keyboard.install("gb18030" if encoding == "gbk" else encoding, typed)
