"""Prints the tables; names of tables as arguments choose some of them."""

import sys

from tests.bench import file, screen

TABLES = {"start": screen.start, "keys": screen.keys, "file": file.costs, "reading": file.reading}

for name in sys.argv[1:] or TABLES:
    TABLES[name]()
