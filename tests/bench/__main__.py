"""Prints the tables; names of tables as arguments choose some of them."""

import sys

from tests.bench import checks, file, large, paper, portfolio, screen

TABLES = {
    "start": screen.start,
    "large": large.start_and_memory,
    "keys": screen.keys,
    "crossings": screen.crossings,
    "file": file.costs,
    "reading": file.reading,
    "portfolio": portfolio.inference,
    "checks": checks.all_rules,
    "change": checks.after_change,
    "paper": paper.paper,
}

for name in sys.argv[1:] or TABLES:
    TABLES[name]()
