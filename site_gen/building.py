"""Builds and serves the website with MkDocs, with the repository's own settings or without."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from bot.adapters.git import Repository
from bot.adapters.site_settings import PLUGIN, SITE_FILES, shows_contracts
from site_gen.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a site that has no `mkdocs.yml`: its name, what to read, its languages.

    `url` is where it will be: without one, addresses in feeds and the page for errors are relative.
    """

    name: str | None
    revision: str
    languages: Sequence[str]
    url: str | None = None


def build_site(folder: Path, output: Path, wanted: Wanted) -> None:
    """Write the website of the repository around a folder.

    Raises ClickException with what MkDocs says, StewardError where Git cannot be read.
    """
    with _told(), _config(folder, wanted) as file:
        build(_started(load_config(file, site_dir=str(output))))


def _started(config: MkDocsConfig) -> MkDocsConfig:
    config.plugins.on_startup(command="build", dirty=False)
    return config


def serve_site(folder: Path, address: str, wanted: Wanted) -> None:
    """Serve the website of the repository around a folder until it is stopped."""
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    with _told(), _config(folder, wanted) as file:
        serve(file, dev_addr=address)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what MkDocs raises into a message, and keep its theme from announcing a successor."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # noqa: TID251  # the theme reads only this
    log = logging.getLogger("mkdocs.commands.build")
    before = log.level
    log.setLevel(logging.CRITICAL)  # what it would say is the message below
    try:
        yield
    except MkDocsException as error:
        # MkDocs ends with `Abort`, whose cause says what is wrong.
        cause = error.__context__ if isinstance(error.__context__, MkDocsException) else error
        raise click.ClickException(str(cause)) from error
    finally:
        log.setLevel(before)


@contextmanager
def _config(folder: Path, wanted: Wanted) -> Iterator[str]:
    """Yield the `mkdocs.yml` to follow: the repository's own, or one made for the purpose."""
    unknown = [name for name in wanted.languages if name not in LANGUAGES]
    if unknown:
        message = f"the portal does not speak {unknown[0]!r}; it speaks {', '.join(LANGUAGES)}"
        raise click.ClickException(message)
    top = Repository.discover(folder).top or folder
    own = next((top / name for name in SITE_FILES if (top / name).is_file()), None)
    if own is not None and shows_contracts(own.read_text("utf-8", "replace")):
        left = [option for option, given in _given(wanted) if given]
        if left:
            click.echo(f"{own.name} is followed, which leaves {', '.join(left)} aside", err=True)
        yield str(own)
        return
    with tempfile.TemporaryDirectory(prefix="steward-portal-") as made:
        (Path(made) / "docs").mkdir()
        file = Path(made) / "mkdocs.yml"
        file.write_text(json.dumps(_settings(top, wanted)), "utf-8")
        yield str(file)


def _given(wanted: Wanted) -> Iterator[tuple[str, bool]]:
    """Yield each option of a site without a `mkdocs.yml`, and whether it asks for something."""
    yield "--name", wanted.name is not None
    yield "--url", wanted.url is not None
    yield "--rev", wanted.revision != "HEAD"
    yield "--language", tuple(wanted.languages) != ("en",)


def _settings(top: Path, wanted: Wanted) -> dict[str, object]:
    """Return what a site needs that has nothing but the portal. JSON is YAML."""
    first, *others = wanted.languages
    roots = {first: "", **{name: name for name in others}}
    return {
        "site_name": wanted.name or top.resolve().name,
        **({"site_url": wanted.url} if wanted.url else {}),
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "language": first,
            "font": False,
            "features": ["navigation.top"],
            "palette": [
                _scheme("light", "default", "weather-night"),
                _scheme("dark", "slate", "weather-sunny"),
            ],
        },
        "extra": {"generator": False, "homepage": "index.html"},
        "plugins": [
            "search",
            {
                PLUGIN: {
                    "repository": str(top.resolve()),
                    "revision": wanted.revision,
                    "languages": roots,
                    "cache": _cache(top),
                }
            },
        ],
    }


def _cache(top: Path) -> str:
    """Return where a site without a `mkdocs.yml` keeps its pages: in the folder of Git itself."""
    git = top / ".git"
    return str((git / "contract-steward/portal").resolve()) if git.is_dir() else ""


def _scheme(name: str, scheme: str, icon: str) -> dict[str, object]:
    return {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "primary": "indigo",
        "toggle": {"icon": f"material/{icon}", "name": "◐"},
    }
