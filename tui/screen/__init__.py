"""The screen of a list: the part that writes, the part that holds the list, and the whole that joins panes, dialogs and acts."""
