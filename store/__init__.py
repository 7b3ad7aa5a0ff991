"""The task list as data, a room a concern: see `docs/ARCHITECTURE.md`.

It imports neither `tui` nor a screen's library; a room imports only rooms below it.
"""
