"""A list on the disk: its life, the journal, the lock, backups, damage. Alone in knowing TinyDB.

It may import `store.portfolio`, `store.history` and what lies below.
"""
