"""`python -m tests.pictures [screens | sheets | formats]`: make the pictures in docs/, all or some."""

import sys

from tests.pictures import formats, screens, sheets

PARTS = {"screens": screens.main, "sheets": sheets.main, "formats": formats.main}


def main() -> None:
    """Make what is named, else all."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
