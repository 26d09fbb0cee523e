"""Whether quotes answer, and refusals are right."""

from bot.evaluation.calibrating import add_calibration_arguments, calibrate
from bot.evaluation.run import add_arguments, report

__all__ = [
    "add_arguments",
    "add_calibration_arguments",
    "calibrate",
    "report",
]
