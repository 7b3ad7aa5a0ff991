"""The program as one file that needs no network and no installing: how it is made, and how it starts.

`make bundle` makes `dist/yaodian-….pyz`, `make stick` the folder that goes on a stick with it. Nothing here is
imported by the program; `gate.py`, with which the file begins, and `starter.py` alone travel in it.
"""
