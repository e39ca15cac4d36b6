from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.utils import clean_directory

from site_gen.standing import ASIDE, Footprint, Standing
from site_gen.writing import Writer

_SHELL = {"en 2 home": "as it was"}
_ORDERS = {"c/orders/index.html": "orders", "c/orders/log/index.html": "log", "api/o.json": "{}"}
_STOCK = {"c/stock/index.html": "stock", "api/s.json": "{}"}
_ALL = {"orders": _ORDERS, "stock": _STOCK}


def _build(
    place: Path, groups: Mapping[str, Mapping[str, str]], shell: Mapping[str, str] = _SHELL
) -> list[str]:
    """Build a site of the groups over the last one; return what was not written again."""
    site = place / "site"
    standing = Standing(site, place / "cache/ledger")
    clean_directory(str(site))
    writer = Writer(site)
    stayed = []
    for key, texts in groups.items():
        if standing.stays(key, shell):
            stayed.append(key)
        else:
            files = tuple(writer.write(path, text.encode()) for path, text in texts.items())
            standing.note(key, Footprint(files, shell))
    standing.close()
    return stayed


def _texts(place: Path) -> dict[str, str]:
    site = place / "site"
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): file.read_text() for file in files}


def test_what_stands_stays(tmp_path: Path) -> None:
    assert _build(tmp_path, _ALL) == []
    before = (tmp_path / "site/c/orders/index.html").stat()
    assert _build(tmp_path, _ALL) == ["orders", "stock"]
    assert (tmp_path / "site/c/orders/index.html").stat().st_ino == before.st_ino
    assert _texts(tmp_path) == _ORDERS | _STOCK


def _reverse(file: Path) -> None:
    file.write_bytes(file.read_bytes()[::-1])


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/dev/null")


def _link_folder(file: Path) -> None:
    elsewhere = file.parents[3] / "elsewhere"
    file.parent.rename(elsewhere)
    file.parent.symlink_to(elsewhere)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_text("longer than before"), id="another size"),
        pytest.param(_reverse, id="the same size"),
        pytest.param(Path.unlink, id="removed"),
        pytest.param(_link, id="a link instead"),
        pytest.param(_link_folder, id="a link to its folder"),
        pytest.param(lambda file: shutil.rmtree(file.parent), id="its folder removed"),
    ],
)
def test_what_somebody_touched_is_written_again(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    _build(tmp_path, _ALL)
    spoil(tmp_path / "site/c/orders/index.html")
    assert _build(tmp_path, _ALL) == ["stock"]
    assert _texts(tmp_path) == _ORDERS | _STOCK


def test_what_has_no_place_in_the_site_any_more_is_removed(tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    (tmp_path / "site/c/orders/stranger.html").write_text("nobody wrote this")
    assert _build(tmp_path, {"orders": _ORDERS}) == ["orders"]
    assert _texts(tmp_path) == _ORDERS


def test_groups_may_share_a_folder(tmp_path: Path) -> None:
    groups = {"a": {"x/a.html": "a"}, "b": {"x/b.html": "b"}, "c": {"x/y/c.html": "c"}}
    _build(tmp_path, groups)
    assert _build(tmp_path, groups) == ["a", "b", "c"]
    assert _build(tmp_path, {"c": {"x/y/c.html": "new"}, **groups}) == ["c", "a", "b"]
    assert _texts(tmp_path) == {"x/a.html": "a", "x/b.html": "b", "x/y/c.html": "c"}


def test_what_is_around_the_pages_decides_too(tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    assert _build(tmp_path, _ALL, {"en 2 home": "another footer"}) == []
    assert _build(tmp_path, _ALL, {"en 2 home": "another footer"}) == ["orders", "stock"]


def test_what_an_interrupted_build_set_aside_is_in_nobodys_way(tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    (tmp_path / "site" / ASIDE / "c/orders").mkdir(parents=True)
    (tmp_path / "site/c/orders").rename(tmp_path / "site" / ASIDE / "c/orders")
    assert _build(tmp_path, _ALL) == ["stock"]
    assert _texts(tmp_path) == _ORDERS | _STOCK


def test_what_an_interrupted_build_set_aside_goes_even_if_nobody_remembers_it(
    tmp_path: Path,
) -> None:
    _build(tmp_path, _ALL)
    (tmp_path / "site" / ASIDE / "c/orders").mkdir(parents=True)
    (tmp_path / "cache/ledger").unlink()
    assert _build(tmp_path, _ALL) == []
    assert not (tmp_path / "site" / ASIDE).exists()


def test_without_a_ledger_nothing_stays_and_nothing_is_left(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ASIDE).mkdir(parents=True)
    standing = Standing(site, None)
    standing.note("orders", Footprint((Writer(site).write("a.html", b"a"),), _SHELL))
    standing.close()
    assert not Standing(site, None).stays("orders", _SHELL)
    assert [file.name for file in tmp_path.rglob("*")] == ["site", "a.html"]


def test_what_another_build_took_away_is_written_again(tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    standing = Standing(tmp_path / "site", tmp_path / "cache/ledger")
    shutil.rmtree(tmp_path / "site" / ASIDE / "c/orders")
    assert not standing.stays("orders", _SHELL)
    assert standing.stays("stock", _SHELL)


def test_a_site_in_another_folder_has_nothing_of_this_one(tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    (tmp_path / "site").rename(tmp_path / "other")
    assert _build(tmp_path, _ALL) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[]", id="no lines"),
        pytest.param(b"{}\n{}", id="no groups"),
        pytest.param(b"\xff", id="no text"),
        pytest.param(b'[["a"]]\n[1, [[1]], 2]', id="other types"),
        pytest.param(b'["orders", [["c/orders/index.html", "6", 1]], 7]', id="no marks"),
        pytest.param(
            b'["orders", [["../cache/ledger", 6, 1]], {"en 2 home": "as it was"}]', id="a way out"
        ),
        pytest.param(b"[" * 100_000, id="depth"),
    ],
)
def test_a_spoiled_ledger_is_no_fault(text: bytes, tmp_path: Path) -> None:
    _build(tmp_path, _ALL)
    ledger = tmp_path / "cache/ledger"
    ledger.write_bytes(ledger.read_bytes().split(b"\n")[0] + b"\n" + text)
    assert _build(tmp_path, _ALL) == []
    assert _texts(tmp_path) == _ORDERS | _STOCK
