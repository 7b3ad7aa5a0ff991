"""Coverage held to its floors: `python -m tests.house.coverage REPORT.json` fails where a figure is below.

Lines and branches of `store` and `tui` together, and no module far below them.
"""

import json
import sys
from pathlib import Path
from typing import TypedDict

LINES, BRANCHES, MODULE = 92.0, 85.0, 75.0
"""Percent: of all lines, of all branches, and of the lines of any one module."""


class Summary(TypedDict):
    """What coverage counts of a module, or of all."""

    covered_lines: int
    num_statements: int
    covered_branches: int
    num_branches: int


def percent(part: int, whole: int) -> float:
    """Give a share in percent; all of nothing is covered."""
    return 100 * part / whole if whole else 100.0


def lines_of(summary: Summary) -> float:
    """Give the share of lines that tests reach."""
    return percent(summary["covered_lines"], summary["num_statements"])


def branches_of(summary: Summary) -> float:
    """Give the share of branches that tests take."""
    return percent(summary["covered_branches"], summary["num_branches"])


def main(path: Path) -> int:
    """Print the figures, the weakest modules last; 1 where one is below its floor."""
    report = json.loads(path.read_text("utf-8"))
    total: Summary = report["totals"]
    modules = {name: lines_of(found["summary"]) for name, found in report["files"].items()}
    weak = [name for name, share in modules.items() if share < MODULE]
    print(
        f"lines {lines_of(total):.1f} % (floor {LINES:g}), branches {branches_of(total):.1f} % (floor {BRANCHES:g})"
    )
    for name, share in sorted(modules.items(), key=lambda one: -one[1])[-12:]:
        print(f"  {share:5.1f} %  {name}")
    return int(lines_of(total) < LINES or branches_of(total) < BRANCHES or bool(weak))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
