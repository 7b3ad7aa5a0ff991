"""Stand-in."""

import sys
from pathlib import Path


def main() -> int:
    from tui.terminal import breaking, environment

    environment.prepare()
    breaking.install()
    from tui.app import run

    return run(Path(sys.argv[1]) if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    sys.exit(main())
