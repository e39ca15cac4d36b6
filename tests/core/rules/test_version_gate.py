"""What the step of a version must be, and what a new or deleted contract owes."""

from __future__ import annotations

import pytest

from bot.core.check import gate
from bot.core.contract.model import Contract
from bot.core.finding import Bump
from bot.core.rule import Release, whole
from tests.core.rules.running import family, gated
from tests.reading import contract


def at(version: str) -> Contract:
    return contract(whole(f"version: {version}\n"), "orders.yaml")


def living(status: str) -> Contract:
    return contract(whole(f"status: {status}\n"), "orders.yaml")


@pytest.mark.parametrize(
    ("old", "new", "required", "rules"),
    [
        pytest.param("1.4.0", "1.4.0", Bump.MINOR, ["version-not-bumped"], id="no step"),
        pytest.param("1.4.0", "1.4.0", Bump.PATCH, ["version-not-bumped"], id="a mere text"),
        pytest.param("1.4.0", "1.4.0", Bump.NONE, ["version-not-bumped"], id="what no rule tells"),
        pytest.param("1.4.0", "1.4.1", Bump.PATCH, [], id="a patch for a text"),
        pytest.param("1.4.0", "1.5.0", Bump.MINOR, [], id="a minor for a field"),
        pytest.param("1.4.0", "2.0.0", Bump.MAJOR, [], id="a major for a break"),
        pytest.param("1.4.0", "1.4.1", Bump.MINOR, ["version-bumped-too-little"], id="a patch"),
        pytest.param("1.4.0", "1.9.0", Bump.MAJOR, ["version-bumped-too-little"], id="a minor"),
        pytest.param("1.4.0", "2.0.0", Bump.MINOR, ["version-bumped-too-much"], id="a major"),
        pytest.param("1.4.0", "1.5.0", Bump.NONE, ["version-bumped-too-much"], id="for nothing"),
        pytest.param("1.4.0", "1.3.9", Bump.MINOR, ["version-decreased"], id="back"),
        pytest.param("1.4.0", "1.4.0-rc.1", Bump.MINOR, ["version-decreased"], id="before itself"),
        pytest.param("1.4.0", "2.0.0-rc.1", Bump.MAJOR, [], id="a first candidate"),
        pytest.param("2.0.0-rc.1", "2.0.0-rc.2", Bump.MAJOR, [], id="the next candidate"),
        pytest.param("2.0.0-rc.1", "2.0.0", Bump.MAJOR, [], id="the release of a candidate"),
        pytest.param(
            "1.4.0", "1.4.1-rc.1", Bump.MINOR, ["version-bumped-too-little"], id="of a patch"
        ),
        pytest.param("1.4.0+a", "1.4.0+b", Bump.NONE, [], id="build metadata alone"),
        pytest.param("1.4.0+a", "1.4.0+b", Bump.MINOR, ["version-not-bumped"], id="build metadata"),
        pytest.param("0.9.0", "0.10.0", Bump.MINOR, [], id="a break before the first release"),
        pytest.param("0.9.0", "1.0.0", Bump.MINOR, [], id="the first release"),
        pytest.param("v1", "v1", Bump.MINOR, [], id="no version, as lint tells"),
        pytest.param("v1", "1.0.0", Bump.MINOR, [], id="a version at last"),
        pytest.param("1.0.0", "v2", Bump.MINOR, [], id="a version no more"),
    ],
)
def test_a_version_takes_the_step_that_the_change_demands(
    old: str, new: str, required: Bump, rules: list[str]
) -> None:
    release = Release(old=at(old), new=at(new), required=required, changed=True)

    assert gated(release) == rules


def test_a_file_that_only_moved_needs_no_version() -> None:
    release = Release(old=at("1.4.0"), new=at("1.4.0"), required=Bump.NONE, changed=False)

    assert gated(release) == []


@pytest.mark.parametrize(
    ("required", "wanted"),
    [
        pytest.param(Bump.PATCH, "1.4.1", id="a patch"),
        pytest.param(Bump.MINOR, "1.5.0", id="a minor"),
        pytest.param(Bump.MAJOR, "2.0.0", id="a major"),
    ],
)
def test_the_hint_names_the_smallest_honest_version_and_the_command(
    required: Bump, wanted: str
) -> None:
    release = Release(old=at("1.4.0"), new=at("1.4.0"), required=required, changed=True)

    (found,) = gate(release, family("lifecycle"))

    assert found.hint == f"Run `steward bump orders.yaml`, or write `version: {wanted}`."
    assert (found.before, found.after) == ("1.4.0", "1.4.0")
    assert (str(found.base), str(found.head)) == ("orders.yaml:5", "orders.yaml:5")


@pytest.mark.parametrize(
    ("version", "rules"),
    [
        pytest.param("1.0.0", [], id="a first release"),
        pytest.param("0.3.0", [], id="before the first release"),
        pytest.param("1.0.0-rc.1", [], id="a candidate"),
        pytest.param("2.0.0", [], id="a new release line"),
        pytest.param("1.3.2", ["first-version-unusual"], id="in the middle"),
        pytest.param("v1", [], id="no version, as lint tells"),
    ],
)
def test_a_new_contract_begins_with_a_first_version(version: str, rules: list[str]) -> None:
    release = Release(old=None, new=at(version), required=Bump.NONE, changed=True)

    assert gated(release) == rules


@pytest.mark.parametrize(
    ("status", "rules"),
    [
        pytest.param("active", ["contract-deleted-while-active"], id="active"),
        pytest.param("production", ["contract-deleted-while-active"], id="active in other words"),
        pytest.param("''", ["contract-deleted-while-active"], id="it never said to be a draft"),
        pytest.param("zone 7", ["contract-deleted-while-active"], id="nobody knows what it was"),
        pytest.param("deprecated", ["contract-deleted"], id="deprecated"),
        pytest.param("draft", ["contract-deleted"], id="a draft"),
        pytest.param("retired", [], id="retired"),
    ],
)
def test_a_contract_is_deleted_when_nobody_relies_on_it(status: str, rules: list[str]) -> None:
    release = Release(old=living(status), new=None, required=Bump.NONE, changed=True)

    assert gated(release) == rules
