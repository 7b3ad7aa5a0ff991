"""Text before anything is known of lists: names, cleaning, days, search, line breaking.

It may import `store.refused` only.
"""
