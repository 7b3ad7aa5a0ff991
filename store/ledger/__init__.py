"""The ledger (台账): what is due, how far it is, what is closed: pure functions of a list and a day.

The day is passed in, never asked for. It may import `store.reading` and what lies below; no act and no file.
"""
