"""Whether quotes answer, and refusals are right."""

from bot.evaluation.run import add_arguments, calibrate, report

__all__ = [
    "add_arguments",
    "calibrate",
    "report",
]
