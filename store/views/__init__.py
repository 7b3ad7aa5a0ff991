"""How a list is looked at: as JSON values, selected (筛选), sorted.

It may import everything of `store`.
"""
