"""Prints the tables; names of tables as arguments choose some of them."""

import sys

from tests.bench import acts, branches, checks, file, forms, keys, ledger, paper, portfolio, start, stick

TABLES = {
    "start": start.start,
    "rest": start.at_rest,
    "keys": keys.keys,
    "long": keys.long_list,
    "crossings": keys.crossings,
    "ledger_keys": keys.ledger_view,
    "acts": acts.acts,
    "file": file.costs,
    "reading": file.reading,
    "branches": branches.branches,
    "stick": stick.by_stick,
    "portfolio": portfolio.inference,
    "checks": checks.all_rules,
    "change": checks.after_change,
    "ledger": ledger.states,
    "paper": paper.paper,
    "forms": forms.forms,
}

for name in sys.argv[1:] or TABLES:
    TABLES[name]()
