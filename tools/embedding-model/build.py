"""Builds the bundled Arabic-French embedding model: `python build.py` runs every stage that has not run yet.

Each stage leaves a file in the work folder and is skipped when that file is there; once a stage runs, all after it run too. `--from STAGE`
runs a stage again. `evaluate` and `check` always run."""

import argparse
import time
from pathlib import Path

from pipeline.stages import STAGES, VARIANTS, Workplace

HERE = Path(__file__).parent


def main() -> None:
    """Reads the command line and runs the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for packages, rows and models (about 5 GB), outside the repository")
    parser.add_argument("--variant", choices=VARIANTS, default="all", help="permissive: without GPL, LGPL and share-alike sources")
    parser.add_argument("--datasets", type=Path, help="folder of BEIR sets to evaluate on and to keep out of training")
    parser.add_argument("--compare", action="append", default=[], metavar="NAME=FOLDER", help="another model folder to evaluate beside the new one")
    parser.add_argument("--from", dest="first", choices=list(STAGES), help="run this stage and the ones after it again")
    parser.add_argument("--to", dest="last", choices=list(STAGES), help="stop after this stage")
    options = parser.parse_args()
    others = {name: Path(folder) for name, folder in (entry.split("=", 1) for entry in options.compare)}
    place = Workplace(HERE, options.work.resolve(), options.variant, options.datasets, others)
    again = False
    for name, stage in STAGES.items():
        again = again or name == options.first or not place.is_done(name)
        if not again:
            print(f"{name}: done before ({place.result_of(name)})")
        else:
            place.forget_from(name)
            print(f"{name} …", flush=True)
            started = time.monotonic()
            stage(place)
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
        if name == options.last:
            break


if __name__ == "__main__":
    main()
