"""Refused: what every layer raises where a rule stands against an act."""


class Refused(Exception):
    """An act that a rule does not allow; the message is a sentence for the clerk that says what to do."""
