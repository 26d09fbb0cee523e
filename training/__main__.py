"""`python -m training`: learn the bridge, mine negatives, train the reader, export it for the bot.

`sets` writes our own questions on dev as question sets, for `bot calibrate` and `bot evaluate`;
`words` the lists of common words, of which mistyped ones are told (it needs `wordfreq==3.1.1`).
"""

import argparse
import logging
from pathlib import Path


def main() -> None:
    """Run one verb; `all` runs them in order, and goes on where it was interrupted."""
    top = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    top.add_argument("verb", choices=["bridge", "mine", "train", "export", "sets", "words", "all"])
    top.add_argument("--data", type=Path, required=True, metavar="DIR", help="question sets")
    top.add_argument("--run", type=Path, default=Path("training-runs/reader"), metavar="DIR")
    top.add_argument("--stage", type=int, choices=[1, 2, 3], help="default: all")
    top.add_argument("--seed", type=int, default=1)
    top.add_argument("--minutes", type=float, default=600.0, help="for a stage, at most")
    top.add_argument("--device", default="cpu", help="as torch names it")
    options = top.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.verb in ("bridge", "all"):
        from training.bridge import bridge

        bridge(options.data, options.seed)
    if options.verb in ("mine", "all"):
        from training.mining import mine

        mine(options.data, options.run)
    if options.verb in ("train", "all"):
        from training.progress import Run
        from training.train import train

        stages = [options.stage] if options.stage else [1, 2, 3]
        for stage in stages:
            train(Run(options.data, options.run, stage, options.seed, options.minutes,
                      options.device))  # fmt: skip
    if options.verb in ("export", "all"):
        from training.export import export

        export(options.run)
    if options.verb == "sets":
        from training.written import write_dev_sets

        for path in write_dev_sets(options.data, options.run):
            print(path)
    if options.verb == "words":
        from training.words import words

        for path in words():
            print(path)


if __name__ == "__main__":
    main()
