"""What ships with the program: the sample notice, default settings, labels."""

from importlib.resources import files
from importlib.resources.abc import Traversable

SAMPLE_NOTICE = "whkjj-2021.txt"


def sample_notice() -> Traversable:
    """The notice the program ships with, found in the checkout and the wheel alike."""
    return files(__name__) / "notices" / SAMPLE_NOTICE
