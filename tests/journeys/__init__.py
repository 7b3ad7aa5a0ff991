"""Whole acts at the keyboard: the real program in a pty, on real files, judged by its screen and the saved
file.
"""
