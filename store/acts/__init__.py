"""What the clerk does to a list, a file an act: answers in, a change or a preview out.

It may import `store.reading`, `store.file` and what lies below; not checks, questions or importing.
"""
