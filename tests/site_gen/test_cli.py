from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.root import cli
from site_gen.cli import command


def test_the_command_joins_the_steward_by_its_entry_point() -> None:
    result = CliRunner().invoke(cli, ["portal", "--help"])
    assert (result.exit_code, "steward portal build" in result.output) == (0, True)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        pytest.param("html", "contracts/orders-orders/index.html", id="whole documents"),
        pytest.param("markdown", "contracts/orders-orders/index.md", id="files with front matter"),
    ],
)
def test_export_writes_plain_files(
    story_folder: Path, tmp_path: Path, form: str, name: str
) -> None:
    words = ["export", str(tmp_path), "--format", form, "--repository", str(story_folder)]
    result = CliRunner().invoke(command, words)
    assert result.exit_code == 0, result.output
    text = (tmp_path / name).read_text()
    assert "Orders" in text
    assert (tmp_path / "assets/contracts/portal.css").is_file()
    if form == "markdown":
        head, _, body = text.removeprefix("---\n").partition("\n---\n\n")
        assert head.splitlines()[0] == 'title: "Orders"'
        assert "\n\n" not in body.strip()


def test_build_writes_a_site_where_no_mkdocs_yml_is(story_folder: Path, tmp_path: Path) -> None:
    words = ["build", "-o", str(tmp_path / "site"), "--repository", str(story_folder)]
    result = CliRunner().invoke(command, [*words, "--name", "Acme"])
    assert result.exit_code == 0, result.output
    home = (tmp_path / "site/index.html").read_text()
    assert "<title>" in home
    assert "Acme" in home


def test_an_unknown_language_is_told(story_folder: Path, tmp_path: Path) -> None:
    words = ["build", "-o", str(tmp_path / "site"), "--repository", str(story_folder)]
    result = CliRunner().invoke(command, [*words, "--language", "tlh"])
    assert (result.exit_code, "does not speak 'tlh'" in result.output) == (1, True)


def test_what_is_not_installed_is_named_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "mkdocs"]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("site_gen.building",):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "mkdocs", None)
    result = CliRunner().invoke(command, ["build", "-o", str(tmp_path)])
    assert 'pip install "contract-steward[portal]"' in result.output
