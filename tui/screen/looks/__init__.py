"""How the program looks: four tables of colours, the themes made of them, and the style sheets.

It may import Textual and `tui.terminal`, and nothing else of ours.
"""
