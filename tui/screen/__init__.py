"""The screen: the application, the screen of a list, its panes and dialogs, and the acts on its desk.

It may import tui.paper, tui.terminal and all of the store.
"""
