"""The risk-coverage curve as a picture; needs matplotlib, from the extra `evaluation`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from index.errors import VerbatimError
from index.evaluation import RiskPoint


def draw_curves(path: Path, curves: Mapping[str, Sequence[RiskPoint]]) -> None:
    """Draw one line a name: the share of wrong quotes over the share of questions answered."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise VerbatimError(
            "drawing the curve needs matplotlib: pip install 'verbatim[evaluation]'"
        ) from error
    figure = Figure(figsize=(7, 5), layout="constrained")
    axes = figure.add_subplot()
    for name, points in curves.items():
        axes.step(
            [point.coverage for point in points], [point.risk for point in points], label=name
        )
    axes.set(
        xlabel="coverage: share of questions answered (half have their document left out)",
        ylabel="risk: share of those whose quote has no answer",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    axes.grid(alpha=0.3)
    axes.legend(fontsize=7)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=150)
