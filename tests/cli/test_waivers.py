"""Waivers and the policy in reviews of a real repository, from the outside."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward

ORDERS = "contracts/orders/orders.odcs.yaml"
WAIVERS = "contracts/orders/orders.waivers.yaml"
POLICY = "contracts: [contracts]\nwaivers: {maxDays: 365}\n"
BASE = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: 1.0.0
status: active
team: {name: orders}
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number}
"""
DROPPED = BASE.replace("  - {name: amount, logicalType: number}\n", "")
MAJOR = DROPPED.replace("1.0.0", "2.0.0")
OTHER = BASE.replace("id: orders\n", "id: other\n")
OTHER_MAJOR = MAJOR.replace("id: orders\n", "id: other\n")
EARLY = """\
waivers:
- rule: element-removed-undeprecated
  path: orders.amount
  reason: Nobody has read it since May.
  owner: "@acme/orders"
  expires: 2026-12-31
"""
OWNER = EARLY.replace("element-removed-undeprecated", "owner-missing").replace(
    "orders.amount", '""'
)


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def write(folder: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main", ".")
    write(tmp_path, {SETTINGS_FILE: POLICY, ORDERS: BASE})
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    return tmp_path


def review(
    steward: Steward, folder: Path, files: dict[str, str | None], today: str = "2026-07-01"
) -> tuple[int, dict[str, Any]]:
    """Commit these files on a branch, and review it: once committed, and once on disk."""
    write(folder, files)
    words = ("review", "--base", "main", "--today", today, "--format", "json")
    on_disk = steward(folder, *words)
    git(folder, "switch", "-q", "-c", "topic")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Change")
    said = steward(folder, *words, "--head", "topic")
    told, disk = json.loads(said.out), json.loads(on_disk.out)
    assert (said.code, disk["verdict"]) == (on_disk.code, told["verdict"])
    return said.code, told


def names(told: dict[str, Any], *, waived: bool) -> set[str]:
    return {
        found["name"]
        for entry in told["contracts"]
        for found in entry["findings"]
        if (found["waiver"] is not None) is waived and found["weight"] != "note"
    }


@pytest.mark.parametrize(
    ("files", "today", "code", "waived", "left"),
    [
        pytest.param(
            {ORDERS: MAJOR},
            "2026-07-01",
            1,
            set(),
            {"field-removed", "element-removed-undeprecated"},
            id="without a waiver it fails",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: EARLY},
            "2026-07-01",
            0,
            {"element-removed-undeprecated"},
            {"field-removed"},
            id="the pull request may bring the waiver",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: EARLY},
            "2026-12-31",
            0,
            {"element-removed-undeprecated"},
            {"field-removed"},
            id="on its last day it holds",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: EARLY},
            "2027-01-01",
            1,
            set(),
            {"field-removed", "element-removed-undeprecated", "waiver-expired"},
            id="on the day after it does not, and that is a fault of its own",
        ),
        pytest.param(
            {ORDERS: DROPPED, WAIVERS: EARLY},
            "2026-07-01",
            1,
            {"element-removed-undeprecated"},
            {"field-removed", "version-not-bumped"},
            id="it never spares the major version",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: EARLY.replace("orders.amount", "orders.id")},
            "2026-07-01",
            1,
            set(),
            {"field-removed", "element-removed-undeprecated", "waiver-unused"},
            id="another path covers nothing",
        ),
        pytest.param(
            {ORDERS: MAJOR, "contracts/orders/other.waivers.yaml": EARLY},
            "2026-07-01",
            1,
            set(),
            {"field-removed", "element-removed-undeprecated"},
            id="beside another contract it covers nothing",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: EARLY.replace("2026-12-31", "2099-12-31")},
            "2026-07-01",
            1,
            {"element-removed-undeprecated"},
            {"field-removed", "waiver-too-long"},
            id="seventy years are too long",
        ),
        pytest.param(
            {
                ORDERS: DROPPED,
                WAIVERS: EARLY.replace("element-removed-undeprecated", "DC930").replace(
                    "orders.amount", '""'
                ),
            },
            "2026-07-01",
            1,
            set(),
            {
                *("field-removed", "element-removed-undeprecated"),
                *("version-not-bumped", "waiver-refused"),
            },
            id="what no waiver may cover",
        ),
        pytest.param(
            {ORDERS: MAJOR, WAIVERS: ""},
            "2026-07-01",
            2,
            set(),
            {"field-removed", "element-removed-undeprecated"},
            id="what cannot be read excuses nothing, and decides nothing",
        ),
    ],
)
def test_a_review_under_waivers(  # noqa: PLR0913, PLR0917  # a row of the table
    steward: Steward,
    repository: Path,
    files: dict[str, str | None],
    today: str,
    code: int,
    waived: set[str],
    left: set[str],
) -> None:
    found, told = review(steward, repository, files, today)

    assert (found, names(told, waived=True)) == (code, waived), told["verdict"]
    assert names(told, waived=False) == left


def test_waivers_follow_a_contract_that_moved(steward: Steward, repository: Path) -> None:
    moved = {"contracts/sales/o.yml": MAJOR, "contracts/sales/o.waivers.yml": EARLY, ORDERS: None}

    code, told = review(steward, repository, moved)

    assert (code, names(told, waived=True)) == (0, {"element-removed-undeprecated"})


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param({"contracts/orders/orders.odcs.yaml": MAJOR}, 0, id="the contract it is for"),
        pytest.param(
            {"contracts/orders/orders.odcs.yaml": None, "contracts/orders/orders.yaml": MAJOR},
            0,
            id="the same under another ending",
        ),
        pytest.param(
            {"contracts/other.odcs.yaml": None, "contracts/orders/orders.yaml": OTHER_MAJOR},
            1,
            id="another that moved beside it",
        ),
        pytest.param(
            {"contracts/other.odcs.yaml": None, "contracts/orders/orders.yaml": OTHER_MAJOR}
            | {WAIVERS: EARLY + "# and for the other\n"},
            0,
            id="another, with waivers that are written anew",
        ),
    ],
)
def test_what_was_agreed_to_excuses_no_other_contract(
    steward: Steward, repository: Path, files: dict[str, str | None], code: int
) -> None:
    write(repository, {WAIVERS: EARLY, "contracts/other.odcs.yaml": OTHER})
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Waive")

    found, told = review(steward, repository, files)

    assert found == code, told["verdict"]


MART = """\
apiVersion: v3.2.0
kind: DataContract
id: mart
version: 1.0.0
status: active
team: {name: mart}
schema:
- name: mart
  properties:
  - name: total
    logicalType: number
    transformSourceObjects: [orders.orders.amount]
"""


def test_what_breaks_elsewhere_is_waived_beside_the_file_it_stands_in(
    steward: Steward, repository: Path
) -> None:
    write(repository, {"contracts/mart.odcs.yaml": MART})
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Read orders")
    elsewhere = EARLY.replace("element-removed-undeprecated", "source-unknown")
    beside_mart = {"contracts/mart.waivers.yaml": elsewhere.replace("orders.amount", "mart.total")}

    code, told = review(steward, repository, {ORDERS: MAJOR, WAIVERS: EARLY, **beside_mart})

    assert code == 0, told["verdict"]
    (found,) = [entry for entry in told["registry"] if entry["name"] == "source-unknown"]
    assert found["waiver"]["location"]["file"] == "contracts/mart.waivers.yaml"


def test_a_waiver_in_the_base_alone_excuses_nothing(steward: Steward, repository: Path) -> None:
    write(repository, {WAIVERS: EARLY})
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Waive")

    code, told = review(steward, repository, {ORDERS: MAJOR, WAIVERS: None})

    assert (code, names(told, waived=True)) == (1, set())


def test_a_contract_that_only_gets_a_waiver_is_told_with_it(
    steward: Steward, repository: Path
) -> None:
    nobody = BASE.replace("team: {name: orders}\n", "")
    write(repository, {ORDERS: nobody})
    git(repository, "commit", "-q", "-a", "-m", "Nobody owns it")

    code, told = review(steward, repository, {WAIVERS: OWNER})

    assert (code, names(told, waived=True)) == (0, {"owner-missing"})
    assert [entry["id"] for entry in told["contracts"]] == ["orders"]
    assert told["changes"] == []


def test_the_bound_is_that_of_the_base(steward: Steward, repository: Path) -> None:
    longer = EARLY.replace("2026-12-31", "2027-12-31")
    files = {SETTINGS_FILE: "waivers: {maxDays: 3000}\n", ORDERS: MAJOR, WAIVERS: longer}

    code, told = review(steward, repository, dict(files))

    assert (code, "waiver-too-long" in names(told, waived=False)) == (1, True)


@pytest.mark.parametrize(
    ("policy", "code", "word"),
    [
        pytest.param("compatibility: none\n", 0, "passed", id="another policy"),
        pytest.param(None, 0, "passed", id="no policy any more"),
        pytest.param("compatibility: noen\n", 2, "undecided", id="a policy with a fault"),
        pytest.param("board: [ada\n", 2, "undecided", id="a policy that is no YAML"),
    ],
)
def test_a_change_of_the_policy_is_told_and_judged(
    steward: Steward, repository: Path, policy: str | None, code: int, word: str
) -> None:
    found, told = review(steward, repository, {SETTINGS_FILE: policy})

    assert (found, told["verdict"]["word"]) == (code, word)
    assert {entry["name"] for entry in told["registry"]} == (
        {"policy-changed"} if code == 0 else set()
    )
    assert [fault["location"]["file"] for fault in told["faults"]] == (
        [] if code == 0 else [SETTINGS_FILE]
    )


def test_a_change_is_judged_by_the_policy_of_the_base(steward: Steward, repository: Path) -> None:
    dropped = dict[str, str | None]({ORDERS: MAJOR, SETTINGS_FILE: "deprecation: {window: 0}\n"})

    code, told = review(steward, repository, dropped)

    assert (code, "element-removed-undeprecated" in names(told, waived=False)) == (1, True)
    changed = {entry["path"]: entry for entry in told["registry"]}
    assert changed["deprecation.window"]["before"] == 90
    assert changed["deprecation.window"]["after"] == 0
    assert changed["deprecation.window"]["locations"]["head"]["line"] == 1


def lint(steward: Steward, folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    said = steward(folder, "lint", *words, "--today", "2026-07-01", "--format", "json")
    told: dict[str, Any] = json.loads(said.out)
    return said.code, told


@pytest.mark.parametrize(
    ("files", "code", "told"),
    [
        pytest.param({WAIVERS: OWNER}, 0, {"owner-missing": True}, id="what it covers is waived"),
        pytest.param(
            {WAIVERS: OWNER.replace("2026-12-31", "2026-06-30")},
            1,
            {"owner-missing": False, "waiver-expired": False},
            id="not once it expired",
        ),
        pytest.param(
            {WAIVERS: EARLY}, 0, {"owner-missing": False}, id="of changes a lint knows nothing"
        ),
        pytest.param(
            {"contracts/orders/gone.waivers.yaml": EARLY},
            0,
            {"owner-missing": False, "waiver-unused": False},
            id="beside no contract it covers nothing",
        ),
        pytest.param(
            {WAIVERS: OWNER.replace("owner-missing", "reference-to-unknown-object")},
            0,
            {"owner-missing": False, "waiver-unused": False},
            id="a rule that found nothing",
        ),
    ],
)
def test_a_lint_under_waivers(
    steward: Steward,
    repository: Path,
    files: dict[str, str | None],
    code: int,
    told: dict[str, bool],
) -> None:
    write(repository, {ORDERS: BASE.replace("team: {name: orders}\n", ""), **files})

    for words in ((), ("contracts",)):
        found, report = lint(steward, repository, *words)
        names_told = {
            entry["name"]: entry["waiver"] is not None
            for entry in report["findings"]
            if entry["weight"] != "note"
        }
        assert (found, report["files"], names_told) == (code, 1, told)


@pytest.mark.parametrize("named", [ORDERS, WAIVERS])
def test_a_contract_and_its_waivers_are_linted_together(
    steward: Steward, repository: Path, named: str
) -> None:
    write(repository, {ORDERS: BASE.replace("team: {name: orders}\n", ""), WAIVERS: OWNER})

    code, report = lint(steward, repository, named)

    assert (code, report["files"]) == (0, 1)
    assert [entry["name"] for entry in report["findings"] if entry["waiver"]] == ["owner-missing"]


def test_lint_tells_every_fault_of_a_file_of_waivers(steward: Steward, repository: Path) -> None:
    write(repository, {WAIVERS: EARLY.replace("reason:", "raeson:").replace("-undepr", "-undep")})

    code, report = lint(steward, repository)

    assert code == 2
    assert [fault["code"] for fault in report["faults"]] == ["E405", "E402", "E405"]


def test_lint_tells_what_the_policy_names_in_vain(steward: Steward, repository: Path) -> None:
    policy = (
        'domains:\n  salse: {compatibility: none}\nboard: ["@acme/x"]\nteams: {"@acme/y": [a]}\n'
    )
    write(repository, {SETTINGS_FILE: policy})

    code, report = lint(steward, repository)

    found = [
        (entry["path"], entry["locations"]["head"]["line"])
        for entry in report["findings"]
        if entry["name"] == "policy-names-nothing"
    ]
    assert (code, found) == (0, [("domains.salse", 2), ("board", 3)])


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        pytest.param([ORDERS], False, id="only some files are looked at"),
        pytest.param([], True, id="a file cannot be read, and may be the one that is meant"),
    ],
)
def test_what_the_policy_names_may_be_where_nobody_looked(
    steward: Steward, repository: Path, words: list[str], *, broken: bool
) -> None:
    write(repository, {SETTINGS_FILE: "domains:\n  sales: {compatibility: none}\n"})
    if broken:
        write(repository, {"contracts/sales.yaml": "domain: sales\n"})

    _, report = lint(steward, repository, *words)

    assert "policy-names-nothing" not in {entry["name"] for entry in report["findings"]}
