"""A list as JSON values, for the command line, tests and other programs.

It may import everything of `store`.
"""
