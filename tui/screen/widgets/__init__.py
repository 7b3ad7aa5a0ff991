"""Parts that panes and dialogs are made of; they know no list.

They may import `tui.screen.commands` and what lies below the screen.
"""
