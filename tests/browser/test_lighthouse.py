"""Lighthouse's judgement of the pages that people open first, on a phone and on a desk."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from tests.browser.conftest import FLAGS
from tests.browser.node import told_by
from tests.browser.places import PAGES
from tests.github.npm import package

_BAR = 0.95
_ROUNDS = 3
_JUDGED = tuple(product(("home", "contract", "lineage"), ("mobile", "desktop")))
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# The shared memory of a container is too small for Chromium.
_IN_A_CONTAINER = ("--headless=new", "--disable-dev-shm-usage")


@pytest.fixture(scope="module")
def judgements(chromium: str, address: str) -> dict[tuple[str, str], dict[str, object]]:
    """Return what Lighthouse says of each page on each device."""
    modules: Path = package("lighthouse").parent
    asked = {
        "modules": str(modules),
        "chrome": chromium,
        "flags": [*_IN_A_CONTAINER, *FLAGS],
        "bar": _BAR,
        "rounds": _ROUNDS,
        "pages": [
            {"name": name, "device": device, "url": f"{address}{PAGES[name]}"}
            for name, device in _JUDGED
        ],
    }
    told = told_by("lighthouse.mjs", json.dumps(asked))
    assert isinstance(told, list)
    return {(one["name"], one["device"]): one for one in told}


@pytest.mark.parametrize(("name", "device"), _JUDGED)
def test_lighthouse_gives_95_of_100_or_more(
    judgements: dict[tuple[str, str], dict[str, object]], name: str, device: str
) -> None:
    told = judgements[name, device]
    scores = told["scores"]
    assert isinstance(scores, dict)
    assert tuple(scores) == _CATEGORIES
    assert told["warnings"] == []
    assert {one: score for one, score in scores.items() if score < _BAR} == {}, told["lost"]
