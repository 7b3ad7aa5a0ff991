"""Questions to the clerk, one window each: what is asked goes in, the answer comes out.

They may import widgets, commands and the store; no pane, no act, no screen.
"""
