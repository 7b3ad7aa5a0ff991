"""What ships with the program: the sample notice, default settings, labels."""

from importlib.resources import files

SAMPLE_NOTICE = "whkjj-2021.txt"


def sample_notice() -> bytes:
    """The notice the program ships with, byte for byte, from the checkout and the wheel alike."""
    return (files(__name__) / "notices" / SAMPLE_NOTICE).read_bytes()
