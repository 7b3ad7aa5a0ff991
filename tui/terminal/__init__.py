"""What must be settled about the terminal before textual is imported, and what guards it after."""

from store.model import Refused
from tui.terminal import environment


def settle() -> None:
    """Settle all that textual reads when it is imported; Refused where no screen can be opened."""
    environment.prepare()
    if reason := environment.refusal():
        raise Refused(reason)
