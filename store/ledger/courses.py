"""The course of a row on a day, as `store.records.courses` says it."""

from store.records.courses import Course, applies_from, closing_asked_on, closing_on, course_on

__all__ = ["Course", "applies_from", "closing_asked_on", "closing_on", "course_on"]
