"""The command line: `yaodian [FILE]` opens the screen, `yaodian COMMAND …` does one thing and ends.

Exit codes: 0 done, 1 refused or not found, 2 wrong words. An error is one Chinese sentence on stderr.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from store.machine.clock import SYSTEM_CLOCK, Clock
from store.refused import Refused
from tui.command_line import COMMANDS

DONE, REFUSED, WRONG_WORDS, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None, clock: Clock = SYSTEM_CLOCK) -> int:
    """Run the program by a clock; return its exit code."""
    from tui.command_line.output import complain, flush, prepare, say_nothing_more

    os.umask(0o077)  # What the program writes is its user's alone: state, logs, sheets, new lists.
    prepare()
    try:
        try:
            words = sys.argv[1:] if argv is None else argv
            code = _run(list(words), clock)
        except SystemExit as end:
            code = int(end.code or DONE)
        flush()
    except Refused as refusal:
        complain(str(refusal))
        return REFUSED
    except BrokenPipeError:
        say_nothing_more()  # Whoever read stdout has seen enough.
        return DONE
    except KeyboardInterrupt:
        complain("已中断。")
        return INTERRUPTED
    except Exception as error:
        from store.machine.mishaps import recorded

        complain(recorded(error))
        return REFUSED
    return code


def _run(words: list[str], clock: Clock) -> int:
    first = words[0] if words else ""
    if first in COMMANDS:
        command = COMMANDS[first]
        options = command.parser().parse(words[1:])
        options.clock = clock
        from tui.command_line.settings_said import say_wrong_settings

        say_wrong_settings()
        command.run(options)
        return DONE
    if first in ("-h", "--help", "--version"):
        from tui.command_line.about import help_lines, version
        from tui.command_line.output import say

        lines = [f"yaodian {version()}"] if first == "--version" else help_lines()
        say(*lines)
        return DONE
    if first == "--about":
        from tui.command_line.machine_told import about_lines
        from tui.command_line.output import say

        say(*about_lines(clock))
        return DONE
    _refuse_wrong(words)
    return _open_screen(Path(first) if first else None)


def _open_screen(path: Path | None) -> int:
    # Nothing that starting makes is garbage, and looking for it takes a fifth of the time.
    # The app turns it on again.
    gc.disable()
    from tui.terminal.late_methods import compile_late

    compile_late()
    from store.checks.settings import checks_chosen
    from store.machine.settings import load_settings
    from tui.terminal import Unfit, settle
    from tui.terminal.ending import exit_by_signal

    exit_by_signal()
    settings = load_settings()
    _, wrong_of_checks = checks_chosen(settings.checks)
    try:
        misfits = settle(settings.ambiguous)
    except Unfit as unfit:
        from tui.command_line.output import complain

        for line in str(unfit).splitlines():
            complain(line)
        return REFUSED
    from tui.screen.app import run

    return run(path, settings, " ".join((*settings.notices, *wrong_of_checks, *misfits)))


def _refuse_wrong(words: list[str]) -> None:
    """Refuse what is neither a command nor one file."""
    if not words or (len(words) == 1 and Path(words[0]).exists()):
        return
    from difflib import get_close_matches

    from tui.command_line.output import complain

    near = get_close_matches(words[0], COMMANDS, n=1)
    if len(words) == 1 and not near and not words[0].startswith("-"):
        raise Refused(f"没有“{words[0]}”这个文件，请核对文件名；命令见 yaodian --help。")
    guess = f"，是不是要用 {near[0]}？" if near else "。"
    complain(f"没有“{words[0]}”这个命令{guess}用法见 yaodian --help。")
    sys.exit(WRONG_WORDS)


if __name__ == "__main__":
    sys.exit(main())
