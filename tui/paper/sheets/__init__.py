"""The sheets that can be printed, a module each: records in, a layout of plain values out.

They may import `tui.paper.layout` and the store; no writer of a format. `tui.paper.kinds` imports one when it
is printed.
"""
