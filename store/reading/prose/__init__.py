"""What stands outside tables: head, outline, roster, owners in sentences and brackets.

It may import `names`, `signs` and `result`, `store.words` and `store.records`.
"""
