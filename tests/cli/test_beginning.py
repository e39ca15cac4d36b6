"""`init` and `new` in repositories that have something already."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from bot.core.policy.settings import SETTINGS_FILE
from tests.cli.conftest import Steward
from tests.storyboard.git import git

CONTRACT = "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\nstatus: active\n"
OTHER = "version: 2\nmodels: []\n"


def _written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _all(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


@pytest.mark.parametrize(
    ("files", "places"),
    [
        pytest.param({}, ["contracts"], id="nothing is there"),
        pytest.param({"data/a.odcs.yaml": CONTRACT}, ["data"], id="a folder of contracts"),
        pytest.param({"data/a/b.yaml": CONTRACT}, ["data/a"], id="a contract by its kind alone"),
        pytest.param(
            {"data/a/x.odcs.yaml": CONTRACT, "data/b/y.odcs.yml": CONTRACT},
            ["data"],
            id="two folders below one",
        ),
        pytest.param(
            {"a/x.odcs.yaml": CONTRACT, "b/y.odps.yaml": CONTRACT}, ["a", "b"], id="two folders"
        ),
        pytest.param(
            {"models/x.odcs.yaml": CONTRACT, "models/schema.yml": OTHER},
            ["models/*.odcs.yaml"],
            id="contracts among other YAML",
        ),
        pytest.param(
            {"models/x.yaml": CONTRACT, "models/schema.yml": OTHER},
            ["models/x.yaml"],
            id="a contract among other YAML, under a name like any",
        ),
        pytest.param({"x.odcs.yaml": CONTRACT}, ["*.odcs.yaml"], id="at the top"),
        pytest.param(
            {".cache/x.odcs.yaml": CONTRACT, "node_modules/y.odcs.yaml": CONTRACT},
            ["contracts"],
            id="nothing but hidden files and packages",
        ),
        pytest.param({"dätä: x/a.odcs.yaml": CONTRACT}, ["dätä: x"], id="a folder with odd signs"),
    ],
)
def test_the_policy_names_the_places_where_contracts_are(
    steward: Steward, tmp_path: Path, files: dict[str, str], places: list[str]
) -> None:
    _written(tmp_path, files)

    steward(tmp_path, "init")

    assert yaml.safe_load((tmp_path / SETTINGS_FILE).read_text("utf-8"))["contracts"] == places
    assert (tmp_path / "contracts/my-domain/my-table.odcs.yaml").exists() == (
        places == ["contracts"]
    )


def test_what_exists_stays_and_a_second_run_writes_nothing(
    steward: Steward, tmp_path: Path
) -> None:
    mine = {
        "data/a.odcs.yaml": CONTRACT,
        ".github/CODEOWNERS": "* @acme/data\n",
        ".github/workflows/contracts.yml": "name: Mine\n",
        "mkdocs.yml": "site_name: Acme\n",
    }
    _written(tmp_path, mine)
    words = ("init", "--action", "acme/contract-steward@v1", "--branch", "trunk")

    first = steward(tmp_path, *words)
    between = _all(tmp_path)
    second = steward(tmp_path, *words)

    assert {name: between[name].decode() for name in mine} == mine
    assert _all(tmp_path) == between
    assert "wrote" not in second.out
    assert "kept     .github/workflows/contracts.yml" in first.out
    assert "found    1 file with contracts or data products in data" in first.out
    assert "found    .github/CODEOWNERS" in first.out
    assert "kept     mkdocs.yml; for the portal it needs a plugin" in first.out
    assert "+  - contracts\n" in first.out


def test_a_site_gets_the_plugin_from_a_dry_run_and_from_nothing_else(
    steward: Steward, tmp_path: Path
) -> None:
    site = "site_name: Acme\nplugins:\n  # first\n  - search # mine"
    _written(tmp_path, {"mkdocs.yml": site})
    git(tmp_path, "init", "--quiet")
    steward(tmp_path, "init")
    kept = (tmp_path / "mkdocs.yml").read_text("utf-8")

    said = steward(tmp_path, "init", "--dry-run")
    command = ["git", "apply"]
    subprocess.run(command, input=said.out, text=True, cwd=tmp_path, check=True)
    again = steward(tmp_path, "init", "--dry-run")

    assert kept == site
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == f"{site}\n  - contracts"
    assert again.out == ""
    assert "kept     mkdocs.yml, which shows the contracts" in again.err


@pytest.mark.parametrize(
    ("site", "told"),
    [
        pytest.param("plugins: [", "add `contracts` to its `plugins`", id="no YAML"),
        pytest.param("plugins: [\xff]", "it needs a plugin", id="letters beyond ASCII"),
    ],
)
def test_a_site_that_cannot_be_read_is_left_to_the_user(
    steward: Steward, tmp_path: Path, site: str, told: str
) -> None:
    _written(tmp_path, {"mkdocs.yml": site})

    said = steward(tmp_path, "init")

    assert (said.code, told in said.out) == (0, True)
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == site


def test_a_repository_without_a_site_gets_one_that_builds(steward: Steward, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    steward(tmp_path, "init", "--domain", "sales", "--name", "orders")
    git(tmp_path, "add", "--all")
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    git(tmp_path, *person, "commit", "--quiet", "--message=Begin")

    built = steward(tmp_path, "portal", "build")

    assert (built.code, built.err) == (0, "")
    assert (tmp_path / "site/contracts/sales-orders/index.html").is_file()
    assert (tmp_path / "site/about.html").is_file()
    assert git(tmp_path, "status", "--porcelain") == ""


def test_nobody_gets_a_site_who_wants_none(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "init", "--no-portal")

    assert not (tmp_path / "mkdocs.yml").exists()
    assert "portal" not in said.out


def test_the_next_steps_are_those_that_are_left(steward: Steward, tmp_path: Path) -> None:
    first = steward(tmp_path, "init")
    second = steward(tmp_path, "init", "--action", "acme/contract-steward@v1")

    assert "1. Edit contracts/my-domain/my-table.odcs.yaml" in first.out
    assert "`steward init --action" in first.out
    assert "Edit " not in second.out
    assert "`steward init --action" not in second.out


def test_workflows_run_the_action_on_the_default_branch(steward: Steward, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=trunk")
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    git(tmp_path, *person, "commit", "--quiet", "--allow-empty", "--message=Begin")

    steward(tmp_path, "init", "--action", "acme/contract-steward@0123abc # v1.0.0")

    folder = tmp_path / ".github/workflows"
    texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    assert set(texts) == {"contracts.yml", "contract-reviews.yml"}
    assert "uses: acme/contract-steward@0123abc # v1.0.0\n" in texts["contracts.yml"]
    assert not any("uses: ./" in text for text in texts.values())
    assert "branches: [trunk]" in texts["contracts.yml"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("--action", "acme"), id="no repository"),
        pytest.param(("--action", "a/b@v1\n    run: evil"), id="another line"),
        pytest.param(("--branch", "x]\non: push"), id="a branch of two lines"),
    ],
)
def test_what_cannot_stand_in_a_workflow_is_refused(
    steward: Steward, tmp_path: Path, words: tuple[str, str]
) -> None:
    said = steward(tmp_path, "init", "--action", "acme/contract-steward@v1", *words)

    assert (said.code, list(tmp_path.iterdir())) == (2, [])


def test_a_dry_run_prints_a_diff_that_git_applies(steward: Steward, tmp_path: Path) -> None:
    dry, wet = tmp_path / "dry", tmp_path / "wet"
    for folder in (dry, wet):
        folder.mkdir()
        git(folder, "init", "--quiet")
    words = ("init", "--action", "acme/contract-steward@v1")

    said = steward(dry, *words, "--dry-run")
    assert _all(dry) == {}
    command = ["git", "apply"]
    subprocess.run(command, input=said.out, text=True, cwd=dry, check=True, capture_output=True)
    steward(wet, *words)

    assert _all(dry) == _all(wet)


@pytest.mark.parametrize("template", ["event", "table", "reference"])
def test_a_new_contract_goes_to_the_folder_of_the_policy_and_passes_lint(
    steward: Steward, tmp_path: Path, template: str
) -> None:
    _written(tmp_path, {SETTINGS_FILE: "contracts: ['*.odcs.yaml', data/contracts]\n"})

    first = steward(tmp_path, "new", "sales/orders", "--template", template)
    again = steward(tmp_path, "new", "sales/orders", "--template", template)
    lint = steward(tmp_path, "lint")

    assert first.code == 0
    assert first.out.startswith("wrote    data/contracts/sales/orders.odcs.yaml\n\nNext: replace")
    assert (again.code, again.out) == (1, "kept     data/contracts/sales/orders.odcs.yaml\n")
    assert lint.code == 0, lint.out


@pytest.mark.parametrize(
    ("template", "name", "found"),
    [
        pytest.param("table", "sales/web-orders", "web_orders", id="hyphens"),
        pytest.param("event", "sales/2024", "2024", id="digits"),
        pytest.param("reference", "null/true", "true", id="words that YAML takes for values"),
    ],
)
def test_the_object_of_a_new_contract_is_called_as_the_contract_is(
    steward: Steward, tmp_path: Path, template: str, name: str, found: str
) -> None:
    steward(tmp_path, "new", name, "--template", template)

    text = (tmp_path / f"contracts/{name}.odcs.yaml").read_text("utf-8")
    contract = yaml.safe_load(text)
    assert contract["domain"] == name.partition("/")[0]
    assert [each["name"] for each in contract["schema"]] == [found]
    assert steward(tmp_path, "lint").code == 0


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        pytest.param("{}\n", "", id="nothing to say"),
        pytest.param(
            "domains: {sales: {compatibility: none}}\n",
            "note: the domain `slaes` is new; did you mean `sales`?\n",
            id="a domain of the policy, misspelt",
        ),
        pytest.param(
            "domains: {sales: {compatibility: none}, slaes: {compatibility: none}}\n",
            "",
            id="two domains that differ by little",
        ),
        pytest.param(
            "contracts: [data/a.yaml]\n",
            "note: the policy does not look for contracts in contracts/slaes; add `contracts`"
            " to its `contracts`\n",
            id="a policy that names files",
        ),
    ],
)
def test_what_is_odd_about_the_place_of_a_new_contract_is_told(
    steward: Steward, tmp_path: Path, policy: str, told: str
) -> None:
    _written(tmp_path, {SETTINGS_FILE: policy})

    said = steward(tmp_path, "new", "slaes/orders")

    assert (said.code, said.err) == (0, told)


def test_a_domain_that_only_lies_beside_is_known_too(steward: Steward, tmp_path: Path) -> None:
    steward(tmp_path, "new", "sales/orders")

    assert "did you mean `sales`?" in steward(tmp_path, "new", "slaes/orders").err
    assert steward(tmp_path, "new", "slaes/returns").err == ""


@pytest.mark.parametrize(
    "name",
    ["orders", "sales/", "/orders", "../up/x", "a/../b", "Sales/x", "a/b/c", "a/b\x1b[31m", "a/\n",
     "a/" + "b" * 5_000, "a/é", "a/-b", "a/con.yaml", ""],
)  # fmt: skip
def test_a_new_contract_needs_a_domain_and_a_name(
    steward: Steward, tmp_path: Path, name: str
) -> None:
    said = steward(tmp_path, "new", name)

    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "E403" in said.err


def test_an_import_is_written_once_and_passes_lint(steward: Steward, tmp_path: Path) -> None:
    _written(
        tmp_path,
        {"schema.yml": "models: [{name: orders, columns: [{name: id, data_type: text}]}]\n"},
    )

    first = steward(tmp_path, "import", "schema.yml", "sales/orders")
    again = steward(tmp_path, "import", "schema.yml", "sales/orders")
    lint = steward(tmp_path, "lint", "contracts")

    assert first.code == 0
    assert first.out.startswith("wrote    contracts/sales/orders.odcs.yaml\n\nNext: add owners")
    assert (again.code, again.out) == (1, "kept     contracts/sales/orders.odcs.yaml\n")
    assert lint.code == 0, lint.out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "CREATE TABLE t (\n  a int\n  b int\n);\n",
            "t.sql:2: E407 `int b int` is no type of postgres\n  |   a int\n  |     ^\n  hint: see",
            id="a comma that is missing",
        ),
        pytest.param("-" * 1_048_577, "t.sql:1: E104 the file has", id="a dump with its data"),
    ],
)
def test_what_cannot_be_imported_is_told_with_its_line(
    steward: Steward, tmp_path: Path, text: str, told: str
) -> None:
    _written(tmp_path, {"t.sql": text})

    said = steward(tmp_path, "import", "t.sql", "sales/orders")

    assert (said.code, said.out, list(tmp_path.iterdir())) == (2, "", [tmp_path / "t.sql"])
    assert said.err.startswith(told)
    assert "the schema without its data" in said.err or "a comma is missing" in said.err


def test_options_that_the_settings_of_a_site_leave_aside_are_named(
    steward: Steward, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet")
    steward(tmp_path, "init")
    (tmp_path / "mkdocs.yml").rename(tmp_path / "mkdocs.yaml")
    git(tmp_path, "add", "--all")
    person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com")
    git(tmp_path, *person, "commit", "--quiet", "--message=Begin")

    asked = steward(tmp_path, "portal", "build", "--name", "Acme", "--language", "fr")

    assert asked.err == "mkdocs.yaml is followed, which leaves --name, --language aside\n"
    assert (tmp_path / "site/about.html").is_file()
