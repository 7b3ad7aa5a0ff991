"""The parts of the main screen: tree, task list, 方阵 and roster. Data comes down, messages go up.

They may import widgets, commands and the store; neither each other nor dialogs.
"""
