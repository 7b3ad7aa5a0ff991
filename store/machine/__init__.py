"""This user and this PC: settings, who writes, where things lie, the log of mishaps.

It may import `store.refused` only.
"""
