"""The screen: an application, the screen of a list, its panes and dialogs, and the acts on the desk that joins them.

It may import tui.paper, tui.terminal and all of the store.
"""
