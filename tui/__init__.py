"""What a person meets: the screen, the command line, paper, the terminal.

It may import all of `store`; `store` never imports it.
"""
