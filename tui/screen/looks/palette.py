"""The 256 colours that many terminals have, and which of them is nearest to a colour."""

_STEPS = (0, 95, 135, 175, 215, 255)
"""What each of red, green and blue can be in the cube of colours."""
_GREYS = tuple(range(8, 248, 10))


def nearest_of_256(colour: str) -> str:
    """Return the colour of the cube or of the greys that is nearest to one such as #1a1e25.

    Rich takes the nearest in the cube alone for all that is not quite grey, where dark grounds
    become black or blue.
    """
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    cube = [min(_STEPS, key=lambda step: abs(step - part)) for part in wanted]
    mean = sum(wanted) / len(wanted)
    grey = [min(_GREYS, key=lambda step: abs(step - mean))] * 3
    red, green, blue = min((grey, cube), key=lambda parts: _distance(parts, wanted))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _distance(one: list[int], other: list[int]) -> int:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))
