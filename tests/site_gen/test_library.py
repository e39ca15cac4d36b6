"""What could not be read for a while is not kept: it is there again as soon as it can be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from site_gen.cache import PageCache
from site_gen.catalogue import catalogue
from site_gen.library import Library
from site_gen.page import Asset, Page
from site_gen.portal import Portal
from site_gen.rendering import Site
from tests.site_gen.conftest import commit

_TEXT = """\
apiVersion: v3.1.0
kind: DataContract
id: {id}
version: {version}
status: active
schema:
  - name: {id}
    properties:
      - name: key
        logicalType: string
"""


def _text(name: str, version: str) -> str:
    return _TEXT.format(id=name, version=version)


def _made(folder: Path, kept: Path | None) -> list[Page | Asset]:
    """Make every page and file, after what an earlier build kept."""
    repository = Repository.discover(folder)
    portal = Portal(
        site=Site(),
        catalogue=catalogue(repository, library=Library(kept, "1")),
        repository=repository,
        cache=None if kept is None else PageCache(kept),
    )
    return [*portal.pages()]


@contextmanager
def _without(folder: Path, revision: str, path: str) -> Iterator[None]:
    """Let Git miss what lies at a path of a revision, as in a clone that is not whole."""
    found = next(iter(Repository.discover(folder).blobs(revision, (path,))))
    file = folder / ".git/objects" / found.id[:2] / found.id[2:]
    aside = folder.parent / found.id
    file.rename(aside)
    yield
    aside.rename(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository in which one contract has two versions."""
    folder = tmp_path / "small"
    for version in ("1.0.0", "1.1.0"):
        commit(folder, {"contracts/sold.odcs.yaml": _text("sold", version)})
    return folder


@pytest.mark.parametrize(
    "left",
    [
        pytest.param((), id="nothing is kept"),
        pytest.param(("identities",), id="its id is known"),
    ],
)
def test_a_version_that_git_misses_for_a_while_comes_again(
    left: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    _made(folder, kept)
    for file in kept.iterdir():
        if file.name not in left:
            file.unlink()
    with _without(folder, "HEAD^", "contracts/sold.odcs.yaml"):
        _made(folder, kept)
    assert _made(folder, kept) == _made(folder, None)


def test_a_file_without_an_id_is_read_at_each_build() -> None:
    library = Library()
    for name in ("sold", "stock"):
        data = _text(name, "1.0.0").encode()
        assert library.brief("a.odcs.yaml", "", partial(bytes, data)).head.id == name
