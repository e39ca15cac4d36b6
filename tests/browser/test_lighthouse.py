"""Lighthouse's judgement of the pages that people open first, on a phone and on a desk."""

from __future__ import annotations

from itertools import product

import pytest

from tests.browser.judging import Judgements, judged
from tests.browser.places import PAGES
from tests.github.npm import package

_BAR = 0.95
_JUDGED = tuple(product(("home", "contract", "lineage"), ("mobile", "desktop")))
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@pytest.fixture(scope="module")
def judgements(chromium: str, address: str) -> Judgements:
    """Return what Lighthouse says of each page on each device."""
    pages = {name: f"{address}{PAGES[name]}" for name, _ in _JUDGED}
    modules = package("lighthouse").parent
    return judged(modules, chromium, pages, {key: _wanted(key[1]) for key in _JUDGED}, _BAR)


def _wanted(device: str) -> tuple[str, ...]:
    """Return what a page must be good at.

    How fast it is on a phone hangs on this machine, four times slower: `benchmarks.lighthouse`
    measures that. On a desk it does not.
    """
    return _CATEGORIES if device == "desktop" else _CATEGORIES[1:]


@pytest.mark.parametrize(("name", "device"), _JUDGED)
def test_lighthouse_gives_95_of_100_or_more(judgements: Judgements, name: str, device: str) -> None:
    told = judgements[name, device]
    scores = told["scores"]
    assert isinstance(scores, dict)
    assert tuple(scores) == _CATEGORIES
    assert told["warnings"] == []
    wanted = {one: scores[one] for one in _wanted(device)}
    assert {one: score for one, score in wanted.items() if score < _BAR} == {}, told["lost"]
