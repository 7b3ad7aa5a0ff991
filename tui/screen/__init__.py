"""The screen: one main screen joins panes, dialogs and acts by a desk.

Inside, app imports main_screen, that acts, those the desk, that dialogs and panes, those widgets and commands.
It may import `tui.paper`, `tui.terminal` and the store.
"""
