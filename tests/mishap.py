"""What ended the program that nobody foresaw: a test that fails by it says where."""

from platformdirs import user_log_path


def trace() -> str:
    """What the program wrote to its log; empty where it wrote nothing."""
    log = user_log_path("yaodian", appauthor=False) / "error.log"
    return log.read_text("utf-8") if log.exists() else ""
