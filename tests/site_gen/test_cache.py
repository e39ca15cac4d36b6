from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

_KEYS = """
import sys
from pathlib import Path
from bot.adapters.git import Repository
from site_gen.cache import Keys
from site_gen.catalogue import catalogue
from site_gen.deprecations import by_contract, endings
from site_gen.neighbours import neighbours
from site_gen.rendering import Site
repository = Repository.discover(Path(sys.argv[1]))
found = catalogue(repository)
ends = by_contract(endings(repository, found))
keys = Keys(Site(), found, neighbours(found), ends, "code")
print([keys.of(entry) for entry in found.entries])
"""


def test_a_key_does_not_hang_on_the_process(story_folder: Path) -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _KEYS, str(story_folder)],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
