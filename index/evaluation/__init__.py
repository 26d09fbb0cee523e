"""How often the passage that answers is found."""

from index.evaluation.figures import SEED, provenance, write_figures
from index.evaluation.metrics import (
    Interval,
    RiskPoint,
    area_under_risk,
    auroc,
    bootstrap,
    calibration_error,
    mean,
    risk_coverage,
)
from index.evaluation.pages import write_section
from index.evaluation.question_sets import Question, QuestionSet, read, require_apart
from index.evaluation.run import (
    add_arguments,
    draw,
    is_right,
    language_pair,
    positive,
    read_all,
    report,
    retriever_for,
    shown,
)

__all__ = [
    "SEED",
    "Interval",
    "Question",
    "QuestionSet",
    "RiskPoint",
    "add_arguments",
    "area_under_risk",
    "auroc",
    "bootstrap",
    "calibration_error",
    "draw",
    "is_right",
    "language_pair",
    "mean",
    "positive",
    "provenance",
    "read",
    "read_all",
    "report",
    "require_apart",
    "retriever_for",
    "risk_coverage",
    "shown",
    "write_figures",
    "write_section",
]
