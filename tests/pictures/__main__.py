"""`python -m tests.pictures [screens | sheets]`: make the pictures in docs/, all or some of them."""

import sys

from tests.pictures import screens, sheets

PARTS = {"screens": screens.main, "sheets": sheets.main}


def main() -> None:
    """Make what is named, else all."""
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
