"""What nobody foresaw: the trace goes to a log, the clerk gets a sentence."""

import traceback
from datetime import datetime

from store.machine.own_folders import own_folder


def recorded(error: BaseException) -> str:
    """Write the trace of an error to the log; return the sentence that says where."""
    log = own_folder("log") / "error.log"
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    trace = "".join(lines)
    moment = datetime.now().isoformat(timespec="seconds")
    try:
        log.parent.mkdir(0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            log.chmod(0o600)  # A trace holds paths and names.
            file.write(f"{moment}\n{trace}\n")
    except OSError:
        return f"程序出了意外的错误（{type(error).__name__}），详情也没能记下来，请把正在做的事告诉维护人员。"
    return f"程序出了意外的错误（{type(error).__name__}），详情记在 {log}，请把它交给维护人员。"
