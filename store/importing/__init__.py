"""A reading becomes a new list, or is compared with a list that there is.

It may import `store.reading` and what lies below; not acts or checks.
"""
