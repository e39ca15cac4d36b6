"""The policy from the outside: what `init` writes, and what `config` says of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from bot.adapters.settings import read_settings, settings_schema
from bot.core.policy.settings import SETTINGS_FILE, Settings
from bot.core.policy.telling import policy_rows
from tests.cli.conftest import Steward

FILE = "contracts/my-domain/my-table.odcs.yaml"
POLICY = """\
deprecation: {window: 30}
board: ["@acme/board"]
domains:
  my-domain:
    owners: [ada]
"""


def test_the_first_policy_names_the_schema_beside_it_and_holds_the_defaults(
    steward: Steward, tmp_path: Path
) -> None:
    steward(tmp_path, "init")
    policy = tmp_path / SETTINGS_FILE
    first, *_ = policy.read_text("utf-8").splitlines()
    _, _, schema = first.partition("# yaml-language-server: $schema=")

    assert json.loads((policy.parent / schema).read_text("utf-8")) == settings_schema()
    read = read_settings(policy.read_bytes(), SETTINGS_FILE, {})
    told = {row.setting: row.value for row in policy_rows(read)}
    defaults = {row.setting: row.value for row in policy_rows(Settings())}
    assert told == defaults | {"contracts": ["contracts"]}


def test_a_review_tells_what_its_head_asks_for_in_vain(steward: Steward, tmp_path: Path) -> None:
    steward(tmp_path, "init")
    git = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "Begin")):
        subprocess.run((*git, *words), cwd=tmp_path, check=True, capture_output=True)
    file = tmp_path / FILE
    before = file.read_text("utf-8")
    wish = "customProperties:\n- {property: compatibilityMode, value: none}\n"
    file.write_text(before + wish, "utf-8")

    said = steward(tmp_path, "review", "--base", "main", "--format", "json")

    (entry,) = json.loads(said.out)["contracts"]
    told = [found for found in entry["findings"] if found["name"] == "policy-loosened"]
    place = {"file": FILE, "line": len(before.splitlines()) + 2, "column": 33}
    assert [found["locations"]["head"] for found in told] == [place]


def test_config_prints_the_schema_that_is_published(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "config", "--schema")

    assert json.loads(said.out) == settings_schema()


def test_config_tells_every_setting_and_its_place(steward: Steward, tmp_path: Path) -> None:
    steward(tmp_path, "init")
    (tmp_path / SETTINGS_FILE).write_text(POLICY, "utf-8")

    said = steward(tmp_path, "config")

    lines = {line.split()[0]: line.split()[1:] for line in said.out.splitlines()}
    assert lines["deprecation.window"] == ["30", "from", f"{SETTINGS_FILE}:1"]
    assert lines["deprecation.releases"] == ["0", "from", "default"]
    assert lines["board"] == ["@acme/board", "from", f"{SETTINGS_FILE}:2"]
    assert lines["approvals.author"] == ["false", "from", "default"]
    assert lines["domains.my-domain.owners"][-1] == "(domains.my-domain)"


def test_config_of_a_contract_says_what_it_asks_for_in_vain(
    steward: Steward, tmp_path: Path
) -> None:
    steward(tmp_path, "init")
    (tmp_path / SETTINGS_FILE).write_text(POLICY, "utf-8")
    file = tmp_path / FILE
    wish = "customProperties:\n- {property: deprecationWindowDays, value: 7}\n"
    file.write_text(file.read_text("utf-8") + wish, "utf-8")

    said = steward(tmp_path, "config", FILE, "--format", "json")

    rows = {row["setting"]: (row["value"], row["source"]) for row in json.loads(said.out)}
    assert rows["deprecation.window"] == (30, f"{SETTINGS_FILE}:1")
    assert rows["owners"] == (["ada"], f"{SETTINGS_FILE}:5 (domains.my-domain)")
    assert rows["refused.deprecationWindowDays"][0] == 7
    assert rows["refused.deprecationWindowDays"][1].startswith(f"customProperties of {FILE}:")
