"""`python -m tests.same_outputs OLD NEW`: whether two checkouts say and write the same, byte for byte."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from tests.same_outputs.comparison import Options, compare
from tests.same_outputs.differences import Expected

_NOTICES = Path(__file__).resolve().parents[2].parent / "shared" / "notices"


def main() -> int:
    """Compare, say what differs, and end with 1 where anything does that was not expected."""
    parser = ArgumentParser(prog="python -m tests.same_outputs", description=__doc__)
    parser.add_argument("old", type=Path, help="a checkout with its .venv")
    parser.add_argument("new", type=Path, help="another")
    parser.add_argument("--old-command", type=Path, help="the old program, where it is not .venv/bin/yaodian")
    parser.add_argument("--new-command", type=Path, help="the new program, likewise")
    parser.add_argument("--notices", type=Path, default=_NOTICES, help="a folder of notices")
    parser.add_argument("--font", type=Path, help="Chinese letters for pdf, if not those of the tests")
    parser.add_argument("--only", default="", help="only lists and notices whose names hold this")
    parser.add_argument("--expect", type=Path, help="a file of what may differ: texts or expressions")
    given = parser.parse_args()
    began = time.monotonic()
    expected = Expected.of(given.expect)
    options = Options(given.old_command, given.new_command, given.notices, given.font, given.only)
    found = compare(given.old.resolve(), given.new.resolve(), options)
    open_differences = 0
    for one in found.differences:
        reason = expected.reason(one)
        open_differences += reason is None
        print(f"expected ({reason}): {one}" if reason else one)
    for line in expected.lines:
        if line not in expected.met:
            print(f"expected, but did not happen: {line}")
    print(*found.notes, sep="\n")
    print(
        f"{found.commands} commands, {found.files} files written; {len(found.differences)} differ, "
        f"{open_differences} of them unexpected ({time.monotonic() - began:.0f} s)"
    )
    return 1 if open_differences else 0


if __name__ == "__main__":
    sys.exit(main())
