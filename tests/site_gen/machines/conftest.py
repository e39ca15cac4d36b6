from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from site_gen.catalogue import catalogue
from site_gen.page import Asset, Page
from site_gen.portal import Portal
from site_gen.rendering import Site

Files = Mapping[str, bytes]


def portal(folder: Path, url: str = "", **roots: str) -> tuple[Page | Asset, ...]:
    """Return everything that a portal is made of."""
    repository = Repository.discover(folder)
    site = Site(roots=roots or {"en": "en/portal", "fr": "fr/portal"}, url=url)
    return tuple(Portal(site=site, catalogue=catalogue(repository), repository=repository).pages())


def files(made: tuple[Page | Asset, ...]) -> Files:
    """Return the files for machines by their paths, and fail where two want the same."""
    found = [one for one in made if isinstance(one, Asset) and not one.path.endswith(".js")]
    assert len({(one.language, one.path) for one in found}) == len(found)
    return {one.path: one.data for one in found}


@pytest.fixture(scope="session")
def told(story_folder: Path) -> tuple[Page | Asset, ...]:
    return portal(story_folder, "https://data.example.com/acme/")


@pytest.fixture(scope="session")
def story_files(told: tuple[Page | Asset, ...]) -> Files:
    return files(told)
