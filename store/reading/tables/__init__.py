"""Tables, whatever became of their cells: found, cut, fitted to columns, put right.

It may import `prose`, `names`, `signs` and `result`, `store.words` and `store.records`.
"""
