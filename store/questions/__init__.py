"""Questions (待定): what the program must ask and not guess. An answer is a change.

They may import `store.acts`, `store.checks` and what lies below.
"""
