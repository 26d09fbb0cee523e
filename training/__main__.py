"""`python -m training`: train the reader, or export it for the bot."""

import argparse
import logging
from pathlib import Path


def main() -> None:
    """Run one verb."""
    top = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    top.add_argument("verb", choices=["train", "export"])
    top.add_argument("--data", type=Path, default=Path("../shared/data/qa/train"), metavar="DIR")
    top.add_argument("--run", type=Path, default=Path("training-runs/reader"), metavar="DIR")
    top.add_argument("--seed", type=int, default=1)
    top.add_argument("--minutes", type=float, default=600.0)
    top.add_argument("--device", default="cpu")
    options = top.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.verb == "train":
        from training.train import Run, train

        train(Run(options.data, options.run, options.seed, options.minutes, options.device))
    else:
        from training.export import export

        export(options.run)


if __name__ == "__main__":
    main()
