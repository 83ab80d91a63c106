"""Builds the bundled Arabic-French embedding model: `python build.py` runs every stage that has not run yet.

Each stage leaves a file in the work folder and is skipped when that file is there; `--from STAGE` runs a stage and all after it again."""

import argparse
import time
from pathlib import Path

from pipeline.stages import STAGES, Workplace

HERE = Path(__file__).parent


def main() -> None:
    """Reads the command line and runs the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for packages, rows and models (about 5 GB), outside the repository")
    parser.add_argument("--variant", choices=("permissive", "all"), default="all", help="permissive: without GPL, LGPL and share-alike sources")
    parser.add_argument("--datasets", type=Path, help="folder of BEIR sets to evaluate on and to keep out of training")
    parser.add_argument("--compare", type=Path, action="append", default=[], help="another model folder to evaluate beside the new one")
    parser.add_argument("--from", dest="first", choices=list(STAGES), help="run this stage and the ones after it again")
    parser.add_argument("--to", dest="last", choices=list(STAGES), help="stop after this stage")
    options = parser.parse_args()
    place = Workplace(HERE, options.work.resolve(), options.variant, options.datasets, options.compare)
    again = False
    for name, stage in STAGES.items():
        again = again or name == options.first
        result = place.result_of(name)
        if again:
            result.unlink(missing_ok=True)
        if result.exists():
            print(f"{name}: done before ({result})")
        else:
            print(f"{name} …", flush=True)
            started = time.monotonic()
            stage(place)
            print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)
        if name == options.last:
            break


if __name__ == "__main__":
    main()
