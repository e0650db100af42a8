"""`python tools/london_faces.py CHECKOUT FOLDER`: 102 people who agreed to it, to measure on.

The Face Research Lab London Set (DeBruine and Jones, doi 10.6084/m9.figshare.5047666, CC BY 4.0):
adults photographed in 2012, each once neutral and once smiling, who told their own ethnicity.
CHECKOUT is its copy in R's package, `git clone https://github.com/debruine/webmorphR.stim`. What
`uketsuke face evaluate --frames 1` takes is written to FOLDER: `london` with all of them, and a set
for each ethnicity of five people or more. Nothing of it goes into this repository.
"""

import csv
import shutil
import sys
from collections import defaultdict
from pathlib import Path

KINDS = {"neutral_front": "_03.jpg", "smiling_front": "_08.jpg"}
PEOPLE_AT_LEAST = 5


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    checkout, out = map(Path, sys.argv[1:])
    groups = defaultdict(list)
    for person, ethnicity in ethnicities(checkout).items():
        groups["london"].append(person)
        groups[f"london-{ethnicity}"].append(person)
    for name, people in groups.items():
        if len(people) >= PEOPLE_AT_LEAST:
            write_set(checkout, out / name, people)
            print(f"{out / name}: {len(people)} people")
    return 0


def ethnicities(checkout: Path) -> dict[str, str]:
    """By the person's number, as they told it."""
    with (checkout / "data-raw" / "london_info.csv").open(encoding="utf-8", newline="") as lines:
        return {row["face_id"]: row["face_eth"].replace("_", "-") for row in csv.DictReader(lines)}


def write_set(checkout: Path, folder: Path, people: list[str]) -> None:
    for person in people:
        (folder / person).mkdir(parents=True, exist_ok=True)
        for kind, ending in KINDS.items():
            picture = checkout / "inst" / kind / f"{person}{ending}"
            shutil.copyfile(picture, folder / person / f"{kind}.jpg")


if __name__ == "__main__":
    sys.exit(main())
