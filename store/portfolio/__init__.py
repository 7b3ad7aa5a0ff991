"""Who has which unit (分管): standings, and the proof from the cells.

It may import `store.records` and what lies below.
"""
