"""Each bad file through the command, on disk and in commits, and what becomes of the others."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.adapters.git.checkout import Checkout
from tests.bad_input.cage import Said, run
from tests.bad_input.commits import APART, COMPOSED, FORBIDDEN_NAMES, LINKS, ODD_NAMES, contract
from tests.bad_input.texts import FLAWED, GOOD, TEXTS, named


def faults(said: Said) -> dict[str, list[str]]:
    """Return the `line: CODE` of each fault by file, from an answer in JSON."""
    told: dict[str, list[str]] = {}
    for fault in json.loads(said.out)["faults"]:
        place = fault["location"]
        assert fault["hint"]
        told.setdefault(place["file"], []).append(f"{place['line']}: {fault['code']}")
    return told


def states(said: Said) -> dict[str, str]:
    """Return what became of each contract, by its id."""
    return {entry["id"]: entry["state"] for entry in json.loads(said.out)["contracts"]}


BAD_TEXTS = {named(name): list(text.faults) for name, text in TEXTS.items() if text.faults}
LFS = {named("lfs-pointer"): ["1: E117"]}


def test_a_review_tells_every_bad_text_and_judges_the_rest(repository: Path) -> None:
    said = run(repository, "review", "--base", "main", "--head", "texts", "--format", "json")

    review = json.loads(said.out)
    assert said.code == 2
    assert review["verdict"]["word"] == "undecided"
    assert faults(said) == BAD_TEXTS
    assert [(found["rule"], found["path"]) for found in review["findings"]] == [
        ("DC104", "orders.amount")
    ]
    assert states(said)["good"] == "changed"
    assert states(said)["flawed"] == "added"


@pytest.mark.parametrize("form", ["text", "markdown", "json", "sarif", "junit", "github"])
@pytest.mark.parametrize("branch", ["texts", "files", "moves"])
def test_every_format_can_be_printed(repository: Path, branch: str, form: str) -> None:
    review = run(repository, "review", "--base", "main", "--head", branch, "--format", form)
    lint = run(repository, "lint", "--rev", branch, "--format", form)

    assert review.out
    assert lint.out


def test_lint_of_a_revision_tells_every_bad_text(repository: Path) -> None:
    said = run(repository, "lint", "--rev", "texts", "--format", "json")

    assert said.code == 2
    assert faults(said) == BAD_TEXTS
    assert {found["contract"] for found in json.loads(said.out)["findings"]} >= {"flawed", "good"}


@pytest.mark.parametrize("words", ["show texts:{0}", "diff main:contracts/good.yaml texts:{0}"])
def test_a_bad_text_is_refused_at_a_revision(repository: Path, words: str) -> None:
    for path, expected in BAD_TEXTS.items():
        said = run(repository, *words.format(path).split())
        assert said.code == 2
        assert all(place.partition(": ")[2] in said.err for place in expected)
        assert "hint: " in said.err


FORBIDDEN = {
    **{f"contracts/to-{name}.yaml": ["1: E306"] for name in LINKS},
    **{f"contracts/{told}": ["1: E309"] for told in FORBIDDEN_NAMES.values()},
    "contracts/module.yaml": ["1: E306"],
}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("review --base main --head files", id="review"),
        pytest.param("lint --rev files", id="lint"),
    ],
)
def test_no_link_no_module_and_no_forbidden_name_is_read(repository: Path, words: str) -> None:
    said = run(repository, *words.split(), "--format", "json")

    assert said.code == 2
    assert faults(said) == FORBIDDEN
    assert "root:" not in said.told


def test_every_other_name_is_read(repository: Path) -> None:
    said = run(repository, "review", "--base", "main", "--head", "files", "--format", "json")

    first = len(FORBIDDEN_NAMES)
    names = {f"name-{number}" for number in range(first, first + len(ODD_NAMES))}
    assert states(said) == {**dict.fromkeys(names, "added"), "good": "changed"}


def test_the_files_on_disk_are_told_as_those_of_a_commit(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    Checkout(tmp_path / "unused").git(
        "clone", "--quiet", "--branch", "files", str(repository), str(folder)
    )

    lint = run(folder, "lint", "--format", "json")
    review = run(folder, "review", "--base", "origin/main", "--format", "json")

    not_on_disk = "contracts/module.yaml"
    assert (lint.code, review.code) == (2, 2)
    assert faults(lint) == {path: told for path, told in FORBIDDEN.items() if path != not_on_disk}
    assert faults(review) == FORBIDDEN


MOVES = {
    "moves": "changed",
    "gone": "removed",
    "folder": "moved",
    "part": "removed",
    "same": "added",
    "run": "added",
}
"""A change of rights alone is none."""


def test_what_moves_away_or_turns_into_something_else_is_told(repository: Path) -> None:
    said = run(repository, "review", "--base", "main", "--head", "moves", "--format", "json")

    found = json.loads(said.out)["findings"]
    assert faults(said) == {}
    assert states(said) == MOVES
    assert [(one["contract"], one["rule"], one["path"]) for one in found if one["before"]] == [
        ("moves", "DC104", "orders.amount")
    ]


def test_a_contract_that_becomes_a_link_is_not_called_removed(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "one")
    checkout.write("contracts/a.yaml", GOOD)
    checkout.commit()
    (checkout.path / "contracts/a.yaml").unlink()
    (checkout.path / "contracts/a.yaml").symlink_to("/etc/passwd")
    checkout.commit()

    said = run(checkout.path, "review", "--base", "HEAD~1", "--head", "HEAD", "-f", "json")

    assert said.code == 2
    assert faults(said) == {"contracts/a.yaml": ["1: E306"]}
    assert states(said) == {}


def test_one_id_in_two_files_is_an_error(repository: Path) -> None:
    said = run(repository, "lint", "--rev", "moves", "--format", "json")

    found = json.loads(said.out)["findings"]
    again = [one for one in found if one["name"] == "contract-id-repeated"]
    assert said.code == 1
    assert [one["locations"]["head"]["file"] for one in again] == ["contracts/same.yaml"]
    assert "contracts/same-again.yaml" in again[0]["message"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("orders.yaml", "ORDERS.yaml", id="names that differ in case"),
        pytest.param(COMPOSED, APART, id="names that differ in how an accent is encoded"),
        pytest.param("A/x.yaml", "a/x.yaml", id="folders that differ in case"),
    ],
)
def test_twins_that_no_mac_can_hold_are_told(one: str, other: str, tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "twins")
    for number, name in enumerate((one, other)):
        blob = checkout.git("hash-object", "-w", "--stdin", stdin=contract(f"c{number}").encode())
        checkout.git("update-index", "--add", "--cacheinfo", f"100644,{blob},contracts/{name}")
    checkout.git("commit", "--quiet", "--message", "twins")

    said = run(checkout.path, "lint", "--rev", "HEAD", "--format", "json")

    assert said.code == 2
    assert faults(said) == {f"contracts/{max(one, other)}": ["1: E309"]}
    assert {found["contract"] for found in json.loads(said.out)["findings"]} == {"c0", "c1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder outside Git with everything that a path on disk may be."""
    folder = tmp_path / "contracts"
    (folder / "deep.yaml").mkdir(parents=True)
    (folder / "deep.yaml/inner.YML").write_text(contract("inner"), "utf-8")
    (folder / "flawed.yaml").write_text(FLAWED, "utf-8")
    (folder / "run.yaml").write_text(contract("run"), "utf-8")
    (folder / "run.yaml").chmod(0o755)
    (folder / "trailing.yaml.").write_text("no contract", "utf-8")
    (folder / "trailing.yaml ").write_text("no contract", "utf-8")
    (folder / "round.yaml").symlink_to(folder)
    (folder / "round").symlink_to(folder)
    for name, target in LINKS.items():
        (folder / f"to-{name}.yaml").symlink_to(target)
    os.mkfifo(folder / "pipe.yaml")
    return folder


@pytest.mark.parametrize("words", [(), (".",), ("contracts",)], ids=["", "here", "by name"])
def test_what_is_no_file_is_told_and_the_rest_is_read(words: tuple[str, ...], folder: Path) -> None:
    said = run(folder.parent, "lint", *words, "--format", "json")

    links = {f"contracts/to-{name}.yaml": ["1: E306"] for name in LINKS}
    pipe = {"contracts/pipe.yaml": ["1: E306"], "contracts/round.yaml": ["1: E306"]}
    assert said.code == 2
    assert faults(said) == {**links, **pipe}
    assert {found["contract"] for found in json.loads(said.out)["findings"]} == {
        *("flawed", "run", "inner")
    }


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_utf_8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.yaml")).write_text(FLAWED, "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")

    for form in ("text", "json", "sarif", "junit", "github", "markdown"):
        said = run(tmp_path, "lint", ".", "--format", form)
        assert said.code == 1
        assert "flawed" in said.out or "amount" in said.out


BAD_PATHS = [
    pytest.param("nowhere.yaml", "E305", id="nothing"),
    pytest.param("contracts/flawed.yaml/x", "E305", id="below a file"),
    pytest.param("contracts/to-outside.yaml", "E306", id="a link outside"),
    pytest.param("contracts/to-itself.yaml", "E306", id="a link to itself"),
    pytest.param("contracts/to-nothing.yaml", "E306", id="a link to nothing"),
    pytest.param("contracts/pipe.yaml", "E306", id="a pipe"),
    pytest.param("x" * 5_000, "E101", id="an endless name"),
    pytest.param("\x1b[2J\u202e.yaml", "E305", id="signs that act"),
    pytest.param("C:\\contracts\\a.yaml", "E30", id="a path of Windows"),
]


@pytest.mark.parametrize(("path", "code"), BAD_PATHS)
@pytest.mark.parametrize("words", [("lint",), ("show",), ("diff", "contracts/run.yaml")])
def test_a_path_on_disk_at_which_no_file_lies_is_told(
    words: tuple[str, ...], path: str, code: str, folder: Path
) -> None:
    said = run(folder.parent, *words, "--", path)

    assert said.code == 2
    assert code in said.told
    assert "hint: " in said.told


@pytest.mark.parametrize(
    ("path", "code"),
    [
        pytest.param("contracts/../../.git/config", "E309", id="up and into .git"),
        pytest.param("contracts/../.git/config", "E309", id="into .git"),
        pytest.param(".git/config", "E309", id=".git"),
        pytest.param("/etc/passwd", "E309", id="absolute"),
        pytest.param("contracts\\good.yaml", "E309", id="a backslash"),
        pytest.param("C:/contracts/good.yaml", "E309", id="a drive"),
        pytest.param("contracts/good.yaml.", "E305", id="a dot behind"),
        pytest.param("contracts/good.yaml ", "E305", id="a space behind"),
        pytest.param("contracts/GOOD.yaml", "E305", id="another case"),
        pytest.param("contracts/%2e%2e/x", "E305", id="dots in percent signs"),
        pytest.param("contracts", "E306", id="a folder"),
        pytest.param("", "E306", id="no path"),
        pytest.param("contracts/good.yaml/x", "E305", id="below a file"),
        pytest.param("a\nb", "E309", id="a line break"),
        pytest.param("a\0b", "E309", id="a NUL"),
        pytest.param("x" * 5_000, "E309", id="an endless path"),
        pytest.param("./../x", "E309", id="up from here"),
    ],
)
def test_a_path_in_a_revision_leads_nowhere_else(path: str, code: str, repository: Path) -> None:
    for words in (("show",), ("diff", "main:contracts/good.yaml")):
        said = run(repository, *words, f"main:{path}")
        assert said.code == 2
        assert code in said.err
        assert "hint: " in said.err


@pytest.mark.parametrize("path", ["contracts/to-itself.yaml", "contracts/to-outside.yaml", ".."])
def test_a_path_named_with_a_revision_leads_nowhere_else(path: str, tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "one")
    checkout.write("contracts/a.yaml", GOOD)
    (checkout.path / "contracts/to-itself.yaml").symlink_to("to-itself.yaml")
    (checkout.path / "contracts/to-outside.yaml").symlink_to("/etc/passwd")
    checkout.commit()

    for words in (("lint", "--rev", "main", path), ("show", f"main:./{path}")):
        said = run(checkout.path, *words)
        assert said.code == 2
        assert "E30" in said.told
        assert "hint: " in said.told
        assert "root:" not in said.told


HEX = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    "revision",
    [
        pytest.param("-rf", id="an option"),
        pytest.param("--upload-pack=touch pwned", id="an option that would act"),
        pytest.param("refs/heads/x", id="a branch in full that is not there"),
        pytest.param(HEX, id="an id that is not there"),
        pytest.param("main\nfiles", id="two lines"),
        pytest.param("main\0", id="a NUL"),
        pytest.param("é" * 256, id="256 letters"),
        pytest.param("\U0001f600" * 256, id="256 signs beyond the first plane"),
        pytest.param("x" * 100_000, id="an endless name"),
        pytest.param("$(id)", id="a command of the shell"),
        pytest.param("`id`", id="another"),
        pytest.param('";curl', id="a quote"),
        pytest.param("%0A::set-output name=a::b", id="a workflow command"),
        pytest.param("\u202egnp.exe", id="right to left"),
        pytest.param("main@{yesterday", id="an open brace"),
        pytest.param("main^{/(a+)+$}", id="a regular expression"),
        pytest.param(":/(((((", id="a search that is broken"),
        pytest.param("main~99999999999999999999", id="very far back"),
        pytest.param("..", id="dots"),
        pytest.param("main:contracts/good.yaml", id="a file"),
        pytest.param("", id="nothing"),
        pytest.param(" ", id="a space"),
    ],
)
def test_a_revision_that_is_none_is_told(revision: str, repository: Path) -> None:
    before = sorted(repository.iterdir())
    for words in (
        ("review", f"--base={revision}", "--head=main"),
        ("review", "--base=main", f"--head={revision}"),
        ("lint", f"--rev={revision}"),
    ):
        if not revision and "--rev=" not in words[-1]:
            continue
        said = run(repository, *words)
        assert said.code == 2
        assert "hint: " in said.err
    assert sorted(repository.iterdir()) == before


@pytest.mark.parametrize(
    ("branch", "revision"),
    [
        pytest.param("-rf", "refs/heads/-rf", id="a branch like an option"),
        pytest.param("refs/heads/x", "refs/heads/x", id="a branch like a full name"),
        pytest.param("é" * 60, "é" * 60, id="a branch of 60 letters"),
        pytest.param("$(id)`id`", "$(id)`id`", id="a branch like a command"),
        pytest.param("a%0A,b;c", "a%0A,b;c", id="a branch like a workflow command"),
    ],
)
def test_a_branch_of_any_name_can_be_reviewed(branch: str, revision: str, tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "one")
    checkout.write("contracts/a.yaml", GOOD)
    commit = checkout.commit()
    checkout.git("update-ref", f"refs/heads/{branch}", commit)

    for form in ("text", "markdown", "json", "github"):
        said = run(checkout.path, "review", "--base", revision, "--head", "main", "-f", form)
        assert said.code == 0


def test_a_branch_named_like_an_id_is_not_taken_for_the_commit(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path / "one")
    checkout.write("contracts/a.yaml", GOOD)
    old = checkout.commit()
    checkout.write(
        "contracts/a.yaml", GOOD.replace("  - {name: amount, logicalType: number}\n", "")
    )
    new = checkout.commit()
    checkout.git("update-ref", f"refs/heads/{old}", new)

    said = run(checkout.path, "review", "--base", old, "--head", "main", "-f", "json")

    assert said.code in {1, 2}


POLICY = ".github/contract-steward.yml"


@pytest.mark.parametrize(
    ("name", "code"),
    [(name, text.faults[0].partition(": ")[2]) for name, text in TEXTS.items() if text.faults],
)
def test_a_bad_policy_is_told_and_nothing_is_judged_without_it(
    name: str, code: str, tmp_path: Path
) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / POLICY).write_bytes(TEXTS[name].data)
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts/a.yaml").write_text(GOOD, "utf-8")

    said = run(tmp_path, "lint")

    assert said.code == 2
    assert said.err.startswith(POLICY) or POLICY in said.err
    assert code in said.err or "E4" in said.err


def test_a_policy_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / POLICY).symlink_to("/etc/passwd")

    said = run(tmp_path, "lint")

    assert said.code == 2
    assert "E306" in said.err
