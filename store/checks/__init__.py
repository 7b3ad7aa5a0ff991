"""Checks (核对): rules that hold a list against itself, its notice, its roster and its portfolio.

A rule is a function from a Look (the list and what is derived from it) to hits; `registry` knows them all,
`checker` runs them and keeps what they found true to the list. It may import `store.reading` and what lies
below; neither acts nor importing, and never the file.
"""
