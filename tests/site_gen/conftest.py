from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from bot.adapters.git import Repository
from bot.storyboard import tell
from site_gen.catalogue import Catalogue, catalogue
from site_gen.page import Asset, Page
from site_gen.portal import Portal
from site_gen.rendering import Site
from tests.site_gen.markup import Markup

_WHO = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgSign=false")


PLAIN: dict[str, object] = {
    "site_name": "Acme",
    "site_url": "https://acme.example.com/data/",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", "contracts"],
    "validation": {"links": {"unrecognized_links": "warn"}},
    "strict": True,
}
"""The settings of a site whose portal has none of its own."""


def built(folder: Path, site: Path, settings: Mapping[str, object]) -> Path:
    """Build a site as `mkdocs build` does, and return its folder."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    text = "# Hello\n\nSee [the orders](portal/contracts/orders-orders/index.html).\n"
    if "nav" not in settings:
        (folder / "docs/index.md").write_text(text)
    file = folder / "mkdocs.yml"
    file.write_text(json.dumps(settings))
    config = load_config(str(file), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return site


def bytes_of(site: Path) -> dict[str, str]:
    """Return a digest of each file of a site, but of those that tell the day of the build."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file() and not file.name.startswith("sitemap.xml")
    }


def commit(folder: Path, files: Mapping[str, str], summary: str = "Write contracts") -> None:
    """Commit the texts by their paths; the folder becomes a repository with the first of them."""
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "--quiet", "--initial-branch=main")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", summary)


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *_WHO, *words], cwd=folder, check=True)


def made(
    folder: Path, languages: Mapping[str, str]
) -> tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]]:
    """Return the pages by language and path, and the files beside them."""
    repository = Repository.discover(folder)
    portal = Portal(
        site=Site(roots=dict(languages), source="https://git.example.com/acme/contracts"),
        catalogue=catalogue(repository),
        repository=repository,
    )
    everything = list(portal.pages())
    pages = {(one.language, one.path): one for one in everything if isinstance(one, Page)}
    return pages, tuple(one for one in everything if isinstance(one, Asset))


@pytest.fixture(scope="session")
def story_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portal") / "story"
    tell(folder)
    return folder


@pytest.fixture(scope="session")
def story_catalogue(story_folder: Path) -> Catalogue:
    return catalogue(Repository.discover(story_folder))


@pytest.fixture(scope="session")
def markups(pages: Mapping[tuple[str, str], Page]) -> Mapping[tuple[str, str], Markup]:
    """Return the elements of each page; of the pages of rules, which are alike, of every tenth."""
    rules = sorted(key for key in pages if key[1].startswith("rules/"))
    left = set(rules) - set(rules[::10])
    return {key: Markup(page.body) for key, page in pages.items() if key not in left}


@pytest.fixture(scope="session")
def everything(
    story_folder: Path,
) -> tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]]:
    return made(story_folder, {"en": "en/portal", "fr": "fr/portal"})


@pytest.fixture(scope="session")
def pages(
    everything: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> Mapping[tuple[str, str], Page]:
    return everything[0]


@pytest.fixture(scope="session")
def files(everything: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]]) -> frozenset[str]:
    """Return the paths of the files beside the pages, below the site's root."""
    return frozenset(f"{one.language}/portal/{one.path}" for one in everything[1])
