"""What the clerk does to a list: an act is a plain class that is given the desk, and asks in order.

It may import the desk, dialogs and panes, and all of the store; it knows no screen.
"""
