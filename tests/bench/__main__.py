"""Prints the tables; names of tables as arguments choose some of them."""

import sys

from tests.bench import file, paper, portfolio, screen

TABLES = {
    "start": screen.start,
    "keys": screen.keys,
    "file": file.costs,
    "reading": file.reading,
    "portfolio": portfolio.inference,
    "paper": paper.paper,
}

for name in sys.argv[1:] or TABLES:
    TABLES[name]()
