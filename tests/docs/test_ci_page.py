"""The recipes on the page about hooks, editors and CI do what the page says."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from bot.cli import main
from bot.storyboard import tell
from tests.docs.pages import DOCS, LANGUAGES, ROOT
from tests.storyboard.git import git

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def _blocks(language: str, kind: str) -> list[str]:
    text = (DOCS / language / "ci.md").read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tell(tmp_path_factory.mktemp("told") / "story").path
    for name in ("target", "main"):
        git(folder, "update-ref", f"refs/remotes/origin/{name}", "main")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hooks_of_the_page_are_those_that_are_offered(language: str) -> None:
    (repository,) = yaml.safe_load(_blocks(language, "yaml")[0])["repos"]

    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in HOOKS]


@pytest.mark.parametrize(
    ("branch", "codes"),
    [
        pytest.param("main", [0, 0], id="nothing changed"),
        pytest.param("feature/drop-email", [1, 1], id="a reader loses a field"),
        pytest.param("feature/broken-yaml", [2, 2], id="a file cannot be read"),
    ],
)
def test_a_hook_ends_with_what_its_command_says(
    story: Path, monkeypatch: pytest.MonkeyPatch, branch: str, codes: list[int]
) -> None:
    git(story, "checkout", "--quiet", branch)
    monkeypatch.chdir(story)

    found = [main(tuple(shlex.split(hook["entry"])[1:])) for hook in HOOKS]

    git(story, "checkout", "--quiet", "main")
    assert found == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_problem_matcher_finds_file_line_code_and_weight(
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
) -> None:
    (task,) = json.loads(_blocks(language, "json")[0])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    git(story, "checkout", "--quiet", "feature/broken-yaml")
    monkeypatch.chdir(story)
    main(tuple(shlex.split(task["command"])[1:]))
    git(story, "checkout", "--quiet", "main")

    lines = capsys.readouterr().out.splitlines()
    matches = [match for line in lines if (match := re.match(pattern["regexp"], line))]
    told = [
        tuple(match[pattern[part]] for part in ("file", "line", "code", "severity"))
        for match in matches
    ]

    assert ("contracts/orders/inventory.odcs.yaml", "81", "E103", None) in told
    assert ("contracts/customer/events.odcs.yaml", "167", "DC061", "warning") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_recipes_review_a_branch_and_write_their_reports(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    job = yaml.safe_load(_blocks(language, "yaml")[2])["contracts"]
    lines = [*job["script"], *_blocks(language, "sh")[0].splitlines()]
    git(story, "checkout", "--quiet", "--detach", "feature/drop-email")
    monkeypatch.chdir(story)

    codes = [
        main(tuple(_moved(line, tmp_path))) for line in lines if line.startswith("steward review")
    ]

    git(story, "checkout", "--quiet", "main")
    assert codes == [1, 1, 1]
    assert {file.name for file in tmp_path.iterdir()} == {"review.md", "review.xml", "review.sarif"}
    assert {"review.md"} == set(job["artifacts"]["paths"])
    assert job["artifacts"]["reports"]["junit"] == "review.xml"


def _moved(line: str, folder: Path) -> list[str]:
    """Return the words behind `steward`, with the report written into the folder."""
    words = shlex.split(line.removesuffix("|| true"))[1:]
    return [str(folder / word) if word.startswith("review.") else word for word in words]
