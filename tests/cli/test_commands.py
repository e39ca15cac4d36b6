"""Each command from the outside: its answer, its exit code, and what it says when it fails."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import click
import pytest

from bot.cli.root import cli
from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward

ORDERS = "contracts/orders/orders.odcs.yaml"
PROFILE = "contracts/customer/profile.odcs.yaml"

OLD = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: 1.0.0
status: active
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number}
"""
NEW = OLD.replace("  - {name: amount, logicalType: number}\n", "")


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "old.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.yaml").write_text(NEW, "utf-8")
    return tmp_path


def test_diff_of_two_files_says_no_to_a_removed_field(steward: Steward, pair: Path) -> None:
    said = steward(pair, "diff", "old.yaml", "new.yaml", "--format", "json")

    told = json.loads(said.out)
    assert said.code == 1
    assert told["compatible"] is False
    assert told["required_bump"] == "major"
    assert [(found["rule"], found["path"]) for found in told["findings"]] == [
        ("DC104", "orders.amount")
    ]
    assert [change["subject"] for change in told["changes"]] == ["field removed"]


@pytest.mark.parametrize(
    ("mode", "code"),
    [("backward", 0), ("forward", 1), ("full", 1), ("none", 0), ("FORWARD_TRANSITIVE", 1)],
)
def test_the_mode_decides(steward: Steward, pair: Path, mode: str, code: int) -> None:
    said = steward(pair, "diff", "old.yaml", "new.yaml", "--compatibility", mode)

    assert said.code == code


def test_diff_of_two_revisions_of_one_file(steward: Steward, story: Path) -> None:
    said = steward(story, "diff", f"main:{PROFILE}", f"feature/drop-email:{PROFILE}")

    assert said.code == 1
    assert "customer_profile.email" in said.out


def test_diff_of_a_range_with_an_unreadable_file_is_undecided(
    steward: Steward, own_story: Path
) -> None:
    broken = own_story / ORDERS
    broken.write_text("version: 1.10\n", "utf-8")
    profile = own_story / PROFILE
    profile.write_text(profile.read_text("utf-8").replace("name: email", "name: mail"), "utf-8")

    said = steward(own_story, "diff", "HEAD..WORKTREE")

    assert said.out.startswith("Undecided")
    assert said.code == 2


def test_diff_of_a_range_names_every_contract_that_differs(steward: Steward, story: Path) -> None:
    said = steward(story, "diff", "main..feature/retype-quantity", "--format", "json")

    told = json.loads(said.out)
    assert said.code == 1
    assert [entry["id"] for entry in told["contracts"]] == ["orders-orders"]


def test_equal_files_are_compatible_and_need_no_bump(steward: Steward, pair: Path) -> None:
    said = steward(pair, "diff", "old.yaml", "old.yaml", "--format", "json")

    told = json.loads(said.out)
    assert (said.code, told["compatible"], told["required_bump"]) == (0, True, "none")
    assert told["findings"] == told["changes"] == []


@pytest.mark.parametrize(
    ("branch", "code"),
    [
        ("feature/drop-email", 1),
        ("feature/add-loyalty-tier", 0),
        ("feature/retype-quantity", 1),
        ("feature/rename-sold-at", 1),
        ("feature/broken-yaml", 2),
        ("feature/lower-classification", 1),
    ],
)
def test_review_of_a_branch(steward: Steward, story: Path, branch: str, code: int) -> None:
    said = steward(story, "review", "--base", "main", "--head", branch)

    assert said.code == code, said.out


def test_review_of_the_files_on_disk_sees_what_is_not_committed(
    steward: Steward, own_story: Path
) -> None:
    file = own_story / PROFILE
    file.write_text(file.read_text("utf-8").replace("    status: active\n", ""), "utf-8")
    before = steward(own_story, "review", "--base", "main")

    file.write_text(file.read_text("utf-8").replace("name: email\n", "name: e_mail\n"), "utf-8")
    after = steward(own_story, "review", "--base", "main")

    assert before.code == 0
    assert after.code == 1
    assert "customer_profile.email" in after.out


def test_lint_reads_every_file_though_one_is_broken(steward: Steward, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(OLD, "utf-8")
    (tmp_path / "bad.yaml").write_text("id: [\n", "utf-8")
    (tmp_path / "unknown.yaml").write_text(OLD + "owner: ada\n", "utf-8")

    said = steward(tmp_path, "lint", ".", "--format", "json")

    told = json.loads(said.out)
    assert said.code == 2
    assert sorted({fault["location"]["file"] for fault in told["faults"]}) == [
        "bad.yaml",
        "unknown.yaml",
    ]


def test_lint_of_the_bundled_contracts_finds_no_error(steward: Steward, story: Path) -> None:
    said = steward(story, "lint")

    assert said.code == 0, said.out


def test_bump_writes_the_honest_version_and_then_rests(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    before = file.read_bytes()
    changed = before.replace(b"name: email\n", b"name: e_mail\n")
    file.write_bytes(changed)

    first = steward(own_story, "bump", PROFILE)
    second = steward(own_story, "bump", PROFILE)

    assert first.out == f"{PROFILE}: 2.0.0 -> 3.0.0\n"
    assert file.read_bytes() == changed.replace(b"version: 2.0.0\n", b"version: 3.0.0\n", 1)
    assert second.out == f"{PROFILE}: 3.0.0 is right, nothing to write\n"


def test_a_dry_run_of_bump_writes_nothing(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    file.write_bytes(file.read_bytes().replace(b"name: email\n", b"name: e_mail\n"))
    before = file.read_bytes()

    said = steward(own_story, "bump", PROFILE, "--dry-run")

    assert said.out == f"{PROFILE}: 2.0.0 -> 3.0.0 (not written)\n"
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param("0.5.0", id="lower than the base"),
        pytest.param("2.0.0", id="the version of the base"),
        pytest.param("2.9.0", id="higher than the base, and too low for a break"),
    ],
)
def test_bump_refuses_a_version_that_is_too_low(
    steward: Steward, own_story: Path, wanted: str
) -> None:
    file = own_story / PROFILE
    file.write_bytes(file.read_bytes().replace(b"name: email\n", b"name: e_mail\n"))
    before = file.read_bytes()

    said = steward(own_story, "bump", PROFILE, "--to", wanted)

    assert (said.code, said.out) == (2, "")
    assert f"the version `{wanted}` is too low for what changed" in said.err
    assert f"hint: steward bump {PROFILE} --to 3.0.0\n" in said.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("wanted", ["3.0.0", "3.0.0-rc.1", "7.2.1"])
def test_bump_writes_a_wanted_version_that_is_high_enough(
    steward: Steward, own_story: Path, wanted: str
) -> None:
    file = own_story / PROFILE
    file.write_bytes(file.read_bytes().replace(b"name: email\n", b"name: e_mail\n"))

    said = steward(own_story, "bump", PROFILE, "--to", wanted)

    assert (said.code, said.out) == (0, f"{PROFILE}: 2.0.0 -> {wanted}\n")


def test_bump_writes_any_version_into_a_new_contract(steward: Steward, own_story: Path) -> None:
    (own_story / "contracts/new.odcs.yaml").write_text(OLD, "utf-8")

    said = steward(own_story, "bump", "contracts/new.odcs.yaml", "--to", "0.1.0")

    assert (said.code, said.out) == (0, "contracts/new.odcs.yaml: 1.0.0 -> 0.1.0\n")


def test_a_changed_id_is_told_of_one_contract(steward: Steward, own_story: Path) -> None:
    file = own_story / PROFILE
    id_line = next(one for one in file.read_text("utf-8").splitlines() if one.startswith("id:"))
    file.write_text(file.read_text("utf-8").replace(id_line, "id: profiles-new", 1), "utf-8")

    said = steward(own_story, "diff", "HEAD..WORKTREE", "--format", "json")

    entries = json.loads(said.out)["contracts"]
    assert [(one["id"], one["state"]) for one in entries] == [("profiles-new", "changed")]
    assert "DC201" in {found["rule"] for found in entries[0]["findings"]}


def test_a_contract_beside_one_of_its_old_id_is_another(steward: Steward, own_story: Path) -> None:
    file, text = own_story / PROFILE, (own_story / PROFILE).read_text("utf-8")
    id_line = next(one for one in text.splitlines() if one.startswith("id:"))
    file.write_text(text.replace(id_line, "id: profiles-new", 1), "utf-8")
    (own_story / "contracts/customer/moved.odcs.yaml").write_text(text, "utf-8")

    said = steward(own_story, "diff", "HEAD..WORKTREE", "--format", "json")

    entries = json.loads(said.out)["contracts"]
    assert {one["id"]: one["state"] for one in entries}["profiles-new"] == "added"
    assert "removed" not in {one["state"] for one in entries}


def test_init_writes_what_lint_accepts_and_never_overwrites(
    steward: Steward, tmp_path: Path
) -> None:
    words = ("init", "--template", "event", "--domain", "sales", "--name", "clicks")
    first = steward(tmp_path, *words)
    (tmp_path / SETTINGS_FILE).write_text("compatibility: forward\n", "utf-8")
    second = steward(tmp_path, *words)
    lint = steward(tmp_path, "lint")

    assert "wrote    contracts/sales/clicks.odcs.yaml" in first.out
    assert "kept     contracts/sales/clicks.odcs.yaml" in second.out
    assert (tmp_path / SETTINGS_FILE).read_text("utf-8") == "compatibility: forward\n"
    assert lint.code == 0, lint.out


@pytest.mark.parametrize("name", ["../evil", "a b", "", "x" * 100, "-rf", "A"])
def test_init_refuses_a_name_that_is_no_slug(steward: Steward, tmp_path: Path, name: str) -> None:
    said = steward(tmp_path, "init", "--name", name or "/")

    assert said.code == 2
    assert "E403" in said.err
    assert list(tmp_path.iterdir()) == []


def test_log_follows_a_contract_to_its_first_release(steward: Steward, story: Path) -> None:
    said = steward(story, "log", PROFILE, "--format", "json")

    told = json.loads(said.out)
    assert [entry["version"] for entry in told] == ["2.0.0", "1.2.0", "1.1.0", "1.0.0"]
    assert [entry["required_bump"] for entry in told] == ["major", "minor", "minor", "none"]
    assert [entry["first"] for entry in told] == [False, False, False, True]


def test_show_prints_a_contract_at_a_revision(steward: Steward, story: Path) -> None:
    now = json.loads(steward(story, "show", f"main:{PROFILE}", "--format", "json").out)
    source = steward(story, "show", f"main:{PROFILE}", "--format", "source")
    text = steward(story, "show", f"main:{PROFILE}")

    assert now["version"] == "2.0.0"
    assert source.out == (story / PROFILE).read_text("utf-8")
    assert "customer_profile.email" in text.out


def test_config_tells_where_each_value_comes_from(steward: Steward, story: Path) -> None:
    said = steward(story, "config", ORDERS, "--format", "json")

    told = {row["setting"]: row["source"] for row in json.loads(said.out)}
    assert told["compatibility"] == "default"
    assert told["contracts"] == f"{SETTINGS_FILE}:2"


def test_explain_finds_a_rule_by_id_and_by_name(steward: Steward, tmp_path: Path) -> None:
    by_id = steward(tmp_path, "explain", "dc104")
    by_name = steward(tmp_path, "explain", "field-removed")
    unknown = steward(tmp_path, "explain", "field-remove")

    assert by_id.out == by_name.out
    assert "DC104" in by_id.out
    assert unknown.code == 2
    assert "did you mean `field-removed`" in unknown.err
    assert "`DC104`" in steward(tmp_path, "explain", "DC1044").err


def test_demo_shows_a_refused_change_and_leaves_nothing_behind(
    steward: Steward, tmp_path: Path
) -> None:
    said = steward(tmp_path, "demo")

    assert said.code == 0
    assert "field-removed" in said.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "said_err"),
    [
        pytest.param(("dif",), 2, "Did you mean `diff`?", id="a misspelt command"),
        pytest.param(("diff", "a.yaml"), 2, "Give two files", id="one file alone"),
        pytest.param(("diff", "a.yaml", "b.yaml"), 2, "E305", id="no such file"),
        pytest.param(("review",), 2, "E301", id="no repository"),
        pytest.param(("diff", "main:a.yaml", "b.yaml"), 2, "E301", id="a revision outside Git"),
        pytest.param(
            ("diff", "a", "b", "-c", "sideways"), 2, "no compatibility mode", id="an unknown mode"
        ),
        pytest.param(("explain", "\x1b[31m"), 2, "\\x1b[31m", id="control characters are shown"),
    ],
)
def test_a_failure_says_what_to_do(
    steward: Steward, tmp_path: Path, words: tuple[str, ...], code: int, said_err: str
) -> None:
    said = steward(tmp_path, *words)

    assert said.code == code
    assert said_err in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("revision", ["nowhere", "-rf", "main:", "@{99}", "main~9999", "\x00"])
def test_an_unknown_revision_is_told(steward: Steward, story: Path, revision: str) -> None:
    said = steward(story, "review", f"--base={revision}")

    assert said.code == 2
    assert "E302" in said.err


def test_a_pipe_that_closes_early_is_no_failure(story: Path) -> None:
    command = "python -m bot explain | head -1; echo ${PIPESTATUS[0]}"

    done = subprocess.run(
        ["bash", "-c", command], cwd=story, capture_output=True, text=True, check=False
    )

    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(steward: Steward, tmp_path: Path, shell: str) -> None:
    said = steward(tmp_path, "completion", shell)

    assert said.code == 0
    assert "_STEWARD_COMPLETE" in said.out


COMMANDS = (
    *(
        "init",
        "new",
        "import",
        "lint",
        "diff",
        "review",
        "explain",
        "show",
        "log",
        "impact",
        "lineage",
    ),
    *("bump", "config", "demo"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(steward: Steward, tmp_path: Path, command: str) -> None:
    said = steward(tmp_path, command, "--help")

    assert said.code == 0
    assert "Examples:" in said.out


def test_diff_says_no_though_the_version_announces_the_break(steward: Steward, pair: Path) -> None:
    (pair / "major.yaml").write_text(NEW.replace("1.0.0", "2.0.0"), "utf-8")

    said = steward(pair, "diff", "old.yaml", "major.yaml", "--format", "json")

    assert said.code == 1
    assert json.loads(said.out)["verdict"] == {
        "word": "failed",
        "steps": ["orders: keep it compatible under the mode full, or release it as 2.0.0."],
    }


def test_the_help_lists_every_command_once_in_a_section(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "--help")

    told, section = [], ""
    for line in said.out.splitlines():
        if line.endswith(":") and not line.startswith(" "):
            section = line
        elif line.startswith("  ") and line[2:3].isalpha() and section not in {"", "Options:"}:
            told.append((section, line.split()[0]))
    begin = [name for section, name in told if section == "Begin:"]
    assert begin == ["init", "new", "import", "demo"]
    assert [name for _, name in told if name[0].islower()] == cli.list_commands(click.Context(cli))
