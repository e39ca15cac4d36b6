"""What the first users do to their contracts one day, and the comment that they get for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.storyboard import tell
from bot.storyboard.edits import Added, Edit, Removed, Rewritten, Tree, bumped, play
from bot.storyboard.passages import ORDERS, SILVER_V1, SILVER_V2, USERS
from tests.conftest import Golden
from tests.storyboard.git import git, tree

CDR_EVENTS = "contracts/telecom/topics/cdr-events.odcs.yaml"
PROGRESS = "contracts/erp/progress.odcs.yaml"
CELL = """\
      - id: cell
        name: cell
        logicalType: integer
        businessName: Cellule
        description: Number of the cell where it began.
        classification: internal
        examples: [7202]
"""
IN_AUTUMN = "2026-11-03T10:00:00+01:00"

Committed = Callable[[Tree, str], None]
Judged = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tell(tmp_path_factory.mktemp("told") / "story").path


@pytest.fixture
def story(told: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(told, tmp_path / "story"))


@pytest.fixture
def committed(story: Path, monkeypatch: pytest.MonkeyPatch) -> Committed:
    """Return a function that commits a tree of texts on the branch that is checked out."""

    def commit(after: Tree, when: str) -> None:
        before = tree(story, "HEAD")
        for name in before.keys() - after.keys():
            (story / name).unlink()
        for name, text in after.items():
            if before.get(name) != text:
                (story / name).write_bytes(text.encode())
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_NAME", "Alex Morel")
            monkeypatch.setenv(f"GIT_{role}_EMAIL", "alex.morel@example.com")
            monkeypatch.setenv(f"GIT_{role}_DATE", when)
        git(story, "add", "--all")
        git(story, "commit", "--quiet", "--message=Change contracts")

    return commit


@pytest.fixture
def judged(
    story: Path,
    committed: Committed,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Judged:
    """Return a function that proposes a tree of texts and answers with exit code and comment."""

    def judge(base: str, after: Tree, when: str = IN_AUTUMN) -> tuple[int, str]:
        git(story, "branch", "--force", "base", base)
        git(story, "checkout", "--quiet", "-b", "proposal", "base")
        committed(after, when)
        monkeypatch.chdir(story)
        words = f"review --base=base --head=proposal --today={when[:10]} --format=markdown"
        code = main(tuple(words.split()))
        return code, capsys.readouterr().out

    return judge


def _played(folder: Path, revision: str, *edits: Edit) -> dict[str, str]:
    return play(tree(folder, revision), edits)


def test_a_second_line_of_silver_beside_the_first_passes(
    story: Path, judged: Judged, golden: Golden
) -> None:
    released = tree(story, "customer-silver/v2.0.0")

    code, comment = judged("customer-silver/v2.0.0^", released, "2026-04-20T10:00:00+02:00")

    golden("scenarios/silver-v2-beside-v1.md", comment)
    assert code == 0


def test_silver_that_becomes_its_second_line_in_place_is_told_what_breaks(
    story: Path, judged: Judged, golden: Golden
) -> None:
    base = "customer-silver/v2.0.0^"
    second = tree(story, "customer-silver/v2.0.0")[SILVER_V2]
    before = tree(story, base)
    git(story, "branch", "before", base)
    git(story, "tag", "--delete", "customer-silver/v2.0.0", "customer-silver/v2.1.0")

    code, comment = judged("before", {**before, SILVER_V1: second}, "2026-04-20T10:00:00+02:00")

    golden("scenarios/silver-v2-instead-of-v1.md", comment)
    assert code == 0


def test_key_figures_that_lose_their_column_are_told(
    story: Path, judged: Judged, golden: Golden
) -> None:
    after = _played(story, "main", Removed(ORDERS, "unit_price"), bumped(ORDERS, "1.1.1", "2.0.0"))

    code, comment = judged("main", after)

    golden("scenarios/key-figure-without-its-column.md", comment)
    assert code == 1


def test_a_topic_that_is_kept_for_a_year_is_held_to_every_release(
    story: Path, committed: Committed, judged: Judged, golden: Golden
) -> None:
    released = _played(
        story, "main", Removed(CDR_EVENTS, "cell"), bumped(CDR_EVENTS, "1.0.0", "1.1.0")
    )
    committed(released, "2026-11-02T15:00:00+01:00")
    git(story, "tag", "telecom-cdr-events/v1.1.0", "main")
    after = play(
        released,
        [Added(CDR_EVENTS, "cell", "bytes", CELL), bumped(CDR_EVENTS, "1.1.0", "1.2.0")],
    )

    code, comment = judged("main", after)

    golden("scenarios/topic-under-full-transitive.md", comment)
    assert code == 1


def test_a_column_with_a_hyphen_is_renamed(story: Path, judged: Judged, golden: Golden) -> None:
    after = _played(
        story,
        "main",
        Rewritten(PROGRESS, "        name: pri-ven\n", "        name: prix-vente\n"),
        bumped(PROGRESS, "1.0.0", "1.1.0"),
    )

    code, comment = judged("main", after)

    golden("scenarios/hyphenated-column-renamed.md", comment)
    assert code == 1


def test_a_field_that_goes_before_its_notice_is_over_has_to_wait(
    story: Path, judged: Judged, golden: Golden
) -> None:
    base = "reference-users/v2.0.0"
    after = _played(story, base, Removed(USERS, "age"), bumped(USERS, "2.0.0", "3.0.0"))

    code, comment = judged(base, after, "2026-06-15T10:00:00+02:00")

    golden("scenarios/age-removed-too-early.md", comment)
    assert code == 1
