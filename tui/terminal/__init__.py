"""What must be settled with the terminal before textual is imported.

Textual and Rich are imported only when `settle` changes them, so that commands without a screen start without
them.
"""

import atexit
import os

from tui.terminal.environment import Unfit, advice, own_encoding, prepare, refusal, speak

__all__ = ["Unfit", "prepare", "refusal", "settle"]

AMBIGUOUS = "YAODIAN_AMBIGUOUS"
"""The variable that says how many cells the terminal gives to “…—①: 1, 2, or auto to ask it."""


def settle(ambiguous: str = "auto") -> tuple[str, ...]:
    """Agree with the terminal on encoding, widths, line breaks and keys; Unfit where it cannot show the
    program.

    Return a sentence for each change to Textual or Rich that does not fit the version that is there.
    """
    prepare()
    if message := refusal():
        raise Unfit(message)
    from tui.terminal.probe import TO_ITS_OWN, ask, tell
    from tui.terminal.widths import FRAMES

    answer = ask(own_encoding())
    if answer.encoding is None:
        raise Unfit(advice("this terminal takes neither UTF-8 nor its locale's Chinese.", chinese=""))
    if answer.is_switched:
        atexit.register(tell, TO_ITS_OWN)
    speak(answer.encoding)
    if answer.has_wide_frames:
        os.environ[FRAMES] = "ascii"
    said = os.environ.get(AMBIGUOUS, ambiguous)
    is_wide = said == "2" if said in ("1", "2") else answer.cells == 2
    return _fit(answer.encoding, is_wide, answer.typed)


def _fit(encoding: str, is_wide: bool, typed: bytes) -> tuple[str, ...]:
    from tui.terminal import gone_window, keyboard, left_out, painting, widths, wrapping
    from tui.terminal.patches import fit

    width = [widths.WIDE] if is_wide else []
    keys = keyboard.patches(encoding, typed)
    drawn = (painting.CHANGED, gone_window.DROPPED)
    return fit([left_out.LEFT_OUT, *width, wrapping.DRAWN, wrapping.EDITED, *keys, *drawn])
