"""How the program looks: four tables of colours, the themes made of them, and the style sheets.

It knows Textual and nothing of ours but the terminal.
"""
