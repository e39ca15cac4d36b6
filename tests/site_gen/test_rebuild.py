"""A site that is built over the last one is the site that would be built anew, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.policy.settings import SETTINGS_FILE
from site_gen.standing import ASIDE
from tests.conftest import ROOT
from tests.site_gen.conftest import PLAIN, built, bytes_of, commit

_KEPT = Path(".cache/plugin/contracts")
_SETTINGS = {**PLAIN, "strict": False}
_ORDERS = "contracts/orders/orders.odcs.yaml"
_INVENTORY = "contracts/orders/inventory.odcs.yaml"
_POLICY = "compatibility: none\n"
Change = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A repository with the contracts of one domain, and the site that was built of it before."""

    folder: Path
    site: Path

    def built(self, settings: Mapping[str, object] = _SETTINGS) -> dict[str, str]:
        """Build over what stands there."""
        return bytes_of(built(self.folder, self.site, settings))

    def anew(self, settings: Mapping[str, object], other: Path) -> dict[str, str]:
        """Build elsewhere, from nothing."""
        shutil.rmtree(self.folder / _KEPT)
        return bytes_of(built(self.folder, other, settings))


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = tmp_path_factory.mktemp("rebuild")
    folder = place / "small"
    shutil.copytree(ROOT / "contracts/orders", folder / "contracts/orders")
    commit(folder, {".gitignore": ".cache\ndocs\nmkdocs.yml\n"}, "Write contracts")
    subprocess.run(["git", "tag", "first"], cwd=folder, check=True)
    return Place(folder, place / "site")


@pytest.fixture
def place(lived_in: Place) -> Place:
    """Return the place with the first contracts, and a site of whatever was before."""
    reset = ["git", "reset", "--quiet", "--hard", "first"]
    subprocess.run(reset, cwd=lived_in.folder, check=True)
    return lived_in


def _edit(path: str, old: str, new: str) -> Change:
    def edit(folder: Path) -> None:
        text = (folder / path).read_text()
        assert old in text
        commit(folder, {path: text.replace(old, new, 1)}, "Edit a contract")

    return edit


def _remove(path: str) -> Change:
    def remove(folder: Path) -> None:
        (folder / path).unlink()
        commit(folder, {}, "Remove a file")

    return remove


def _copy(folder: Path) -> None:
    text = (folder / _INVENTORY).read_text().replace("id: orders-inventory", "id: orders-stock")
    commit(folder, {"contracts/orders/stock.odcs.yaml": text}, "Add a contract")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_edit(_INVENTORY, "name: stock_quantity", "name: stock_left"), id="a field"),
        pytest.param(_edit(_INVENTORY, "status: active", "status: deprecated"), id="a status"),
        pytest.param(_edit(_INVENTORY, "domain: orders", "domain: stock"), id="a domain"),
        pytest.param(_edit(_ORDERS, "id: orders-orders", "id: orders-all"), id="an id"),
        pytest.param(_edit(_ORDERS, "version: ", "version: 7"), id="a version"),
        pytest.param(_remove(_INVENTORY), id="a contract that goes"),
        pytest.param(_copy, id="a contract that comes"),
        pytest.param(_edit(_INVENTORY, "name: stock_quantity", "name: ["), id="a text spoiled"),
        pytest.param(lambda at: commit(at, {SETTINGS_FILE: _POLICY}), id="the policy"),
    ],
)
def test_after_a_change_the_site_is_as_if_built_anew(
    change: Change, place: Place, tmp_path: Path
) -> None:
    change(place.folder)
    assert place.built() == place.anew(_SETTINGS, tmp_path)
    assert not (place.site / ASIDE).exists()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"site_url": "https://other.example.com/"}, id="another address"),
        pytest.param({"copyright": "Acme"}, id="another footer"),
        pytest.param({"use_directory_urls": False}, id="other links"),
        pytest.param(
            {"plugins": ["search", {"contracts": {"languages": {"fr": "fr", "en": "en"}}}]},
            id="other languages",
        ),
    ],
)
def test_after_a_change_of_the_settings_the_site_is_as_if_built_anew(
    other: Mapping[str, object], place: Place, tmp_path: Path
) -> None:
    settings = {**_SETTINGS, **other}
    assert place.built(settings) == place.anew(settings, tmp_path)


def test_what_did_not_change_is_not_written_again(place: Place) -> None:
    place.built()
    page = place.site / "portal/contracts/orders-orders/index.html"
    other = place.site / "portal/contracts/orders-inventory/index.html"
    before = {path: path.stat().st_ino for path in page.parent.rglob("*.html")}
    was = other.read_bytes()
    _edit(_INVENTORY, "Stock", "All stock")(place.folder)
    place.built()
    assert {path: path.stat().st_ino for path in page.parent.rglob("*.html")} == before
    assert other.read_bytes() != was


def test_a_page_that_somebody_touched_is_written_again(place: Place) -> None:
    first = place.built()
    (place.site / "portal/contracts/orders-orders/index.html").write_bytes(b"spoiled")
    assert place.built() == first


def test_a_site_in_another_folder_is_made_from_kept_pages(place: Place, tmp_path: Path) -> None:
    first = place.built()
    kept = {file.name for file in (place.folder / _KEPT).iterdir()}
    assert len(kept - {"documents", "gists", "identities", "ledger", "lineage", "words"}) == 6 + 1
    assert bytes_of(built(place.folder, tmp_path, _SETTINGS)) == first


def test_a_spoiled_cache_is_no_fault(place: Place) -> None:
    first = place.built()
    for file in (place.folder / _KEPT).iterdir():
        file.write_bytes(b"spoiled")
    assert place.built() == first
