"""What nobody foresaw: the clerk reads a sentence, what was changed is on the disk, the trace is in the
log.
"""

import sys
from pathlib import Path

from tests.journeys.conftest import Saved
from tests.journeys.hands import ready
from tests.keys import ENTER, F1
from tests.pty import Terminal


def test_an_error_ends_the_program_with_a_sentence_and_saves_what_was_changed(
    sample: Path, home: Path
) -> None:
    env = {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "XDG_CONFIG_HOME": str(home / "config")}
    with Terminal(
        [sys.executable, "-m", "tests.journeys.broken_act", str(sample)], (120, 40), env, home
    ) as terminal:
        ready(terminal)
        terminal.write("ptc" + ENTER + F1)
        terminal.wait_for("程序出了意外的错误")
        assert terminal.exit_code() == 1
        assert "Traceback" not in terminal.text and "ZeroDivisionError" in terminal.text
    assert Saved(sample).lead("1")[0] == "平台处"
    (log,) = home.rglob("error.log")
    assert "ZeroDivisionError: [/市科技局" in log.read_text("utf-8")
