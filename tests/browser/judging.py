"""Asks Lighthouse what it thinks of pages."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.browser.node import told_by

ROUNDS = 3
"""A page below the bar is judged so often; the best score of each category counts."""
# The shared memory of a container is too small for Chromium, and its own fence needs rights that
# root gives up.
_FLAGS = (
    "--headless=new",
    "--disable-dev-shm-usage",
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),
)

Judgements = dict[tuple[str, str], dict[str, object]]
"""By the name of the page and the device: `scores` from 0 to 1, what points were `lost` for."""


def judged(
    modules: Path,
    chrome: str,
    pages: Mapping[str, str],
    wanted: Mapping[tuple[str, str], Sequence[str]],
    bar: float,
) -> Judgements:
    """Return what Lighthouse says of pages: `pages` has the address of each by its name.

    `wanted` has, for a page's name and a device, the categories in which it must reach the bar.
    """
    asked = {
        "modules": str(modules),
        "chrome": chrome,
        "flags": _FLAGS,
        "bar": bar,
        "rounds": ROUNDS,
        "pages": [
            {"name": name, "device": device, "url": pages[name], "wanted": categories}
            for (name, device), categories in wanted.items()
        ],
    }
    told = told_by("lighthouse.mjs", json.dumps(asked))
    assert isinstance(told, list)
    return {(one["name"], one["device"]): one for one in told}
