"""What a list holds: keys, records, changes, the task list made of them, and their wording.

It may import `store.words`, `store.machine` and what lies below.
"""
