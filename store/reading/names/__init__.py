"""Names in a text: people, units, and the clauses that say who owns what.

It may import `signs` and `result`, `store.words` and `store.records`.
"""
