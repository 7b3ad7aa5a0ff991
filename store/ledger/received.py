"""Reports that came in: by a day, on which day, and whether they stand."""

from store.records.report import Report


def came_on(report: Report) -> str | None:
    """Return the day by which a report is in time or late, ISO: that on which it first came."""
    return report.first_received_on or report.received_on


def came_by(report: Report, day: str) -> bool:
    """Tell whether a report had come by a day, ISO."""
    came = came_on(report)
    return came is not None and came <= day


def was_returned(report: Report, day: str) -> bool:
    """Tell whether a report was sent back by a day, ISO, and has not come again."""
    return report.returned_on is not None and report.returned_on <= day


def stands_on(report: Report, day: str) -> bool:
    """Tell whether a report was received by a day and is not sent back on it."""
    return came_by(report, day) and not was_returned(report, day)
