"""What Lighthouse says of the speed of the bundled portal, on a phone and on a desk.

Run it with `make bench`, or by itself: `python -m benchmarks.lighthouse`. It needs what `make test`
installs. On a busy machine it tells less than there is: a page is judged up to three times.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

from bot.storyboard import tell
from tests.browser.judging import judged
from tests.browser.places import PAGES
from tests.browser.serving import served
from tests.github.npm import MODULES

_PLACE = Path(".cache/bench-lighthouse")
_BAR = 0.95
_JUDGED = tuple(product(("home", "contract", "lineage"), ("mobile", "desktop")))


def main() -> None:
    """Print the score of each page on each device, from 0 to 100."""
    asked = subprocess.run(
        ("sh", "tools/find-browser"), capture_output=True, text=True, check=False
    )
    if asked.returncode or not (MODULES / "lighthouse").is_dir():
        sys.stdout.write("no browser, or no Lighthouse: `make test` installs them\n")
        return
    with served(_site()) as address:
        pages = {name: f"{address}{PAGES[name]}" for name, _ in _JUDGED}
        wanted = dict.fromkeys(_JUDGED, ("performance",))
        found = judged(MODULES, asked.stdout.strip(), pages, wanted, _BAR)
    for (name, device), told in found.items():
        scores = told["scores"]
        if isinstance(scores, dict):
            row = ", ".join(f"{one} {100 * score:.0f}" for one, score in scores.items())
            sys.stdout.write(f"{name} on {device:<8} {row}; target 95\n")


def _site() -> Path:
    """Return the site of the bundled repository."""
    shutil.rmtree(_PLACE, ignore_errors=True)
    place = _PLACE.resolve()
    tell(place / "acme")
    build = ("portal", "build", "--output", str(place / "site"), "--language", "en")
    address = ("--language", "fr", "--url", "https://acme.example.com/repo/")
    subprocess.run(
        (sys.executable, "-m", "bot", *build, *address),
        cwd=place / "acme",
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return place / "site"


if __name__ == "__main__":
    main()
