"""Reviews of pull requests end to end: what is shown, to whom, and that it is shown once."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import pytest

from tests.action.conftest import Runner, clone
from tests.action.contracts import POLICY, contract
from tests.github import events
from tests.github.faults import DropsBefore, Fails, Meanwhile
from tests.github.server import StandIn, stand_in
from tests.github.stage import APP_SCOPES
from tests.github.state import Permission, Pull, TokenKind

ORDERS = "contracts/orders.odcs.yaml"
BROKEN = contract(fields=("id",))
ANNOUNCED = contract("2.0.0", ("id",))


def opened(hub: StandIn, text: str = BROKEN, *, draft: bool = False) -> Pull:
    hub.commit({ORDERS: text}, branch="feature", author="bob")
    return hub.open_pull("feature", author="bob", draft=draft)


def conclusions(hub: StandIn, commit: str) -> list[tuple[str, str | None]]:
    return [(run.name, run.conclusion) for run in hub.repo.checks if run.sha == commit]


def labels(pull: Pull) -> list[str]:
    return sorted(label.name for label in pull.labels)


def asked(pull: Pull) -> list[str]:
    return sorted(user.login for user in pull.asked)


def test_a_break_without_a_new_version_fails_and_says_what_to_do(
    hub: StandIn, runner: Runner
) -> None:
    pull = opened(hub)
    ran = runner.review(pull)

    assert ran.code == 1
    assert (ran.outputs["verdict"], ran.outputs["required-bump"]) == ("failed", "major")
    assert ran.outputs["breaking"] == "1"
    assert conclusions(hub, pull.head_sha) == [("Data contracts", "failure")]
    assert labels(pull) == ["contracts: blocked", "contracts: breaking"]
    assert [ran.outputs["comment-id"]] == [str(comment.id) for comment in pull.comments]
    assert "`version` must be" in ran.summary


def test_the_comment_names_both_commits_that_were_compared(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    forked = pull.base_sha
    hub.commit({"README.md": "Moved on."}, branch="main", author="alice")
    runner.review(pull)

    (comment,) = pull.comments
    assert f"From `main@{forked[:10]}` to `{pull.head_sha[:10]}`" in comment.body


def test_a_removal_is_noted_on_the_element_that_enclosed_it(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    runner.review(pull)

    notes = [
        (found.path, found.level, BROKEN.split("\n")[found.start_line - 1].strip())
        for found in hub.repo.checks[0].annotations
    ]
    assert (ORDERS, "failure", "- name: orders") in notes


def test_a_version_among_the_changed_lines_can_be_mended_by_a_click(
    hub: StandIn, runner: Runner
) -> None:
    pull = opened(hub, contract(fields=("id",), domain="shop"))
    runner.review(pull)

    assert [found.body.split("```")[1] for found in pull.review_comments] == [
        "suggestion\nversion: 2.0.0\n"
    ]

    hub.commit({ORDERS: contract("2.0.0", ("id",), domain="shop")}, branch="feature", author="bob")
    runner.review(pull, "synchronize")

    assert pull.review_comments == []


def test_an_announced_break_waits_for_its_owner_and_then_passes(
    hub: StandIn, runner: Runner
) -> None:
    pull = opened(hub, ANNOUNCED)
    ran = runner.review(pull)

    assert (ran.code, ran.outputs["verdict"]) == (1, "pending")
    assert conclusions(hub, pull.head_sha) == [("Data contracts", "action_required")]
    assert asked(pull) == ["alice"]

    review = hub.review(pull, "alice")
    ran = runner.run("pull_request_review", events.pull_request_review(hub, pull, review))

    assert (ran.code, ran.outputs["verdict"]) == (0, "passed")
    assert conclusions(hub, pull.head_sha)[-1] == ("Data contracts", "success")
    assert labels(pull) == ["contracts: breaking"]


def test_nobody_is_asked_again_after_somebody_took_that_back(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED)
    runner.review(pull)
    hub.take_back(pull, "alice", by="bob")
    runner.review(pull)
    assert asked(pull) == []

    hub.ask(pull, "alice")
    hub.take_back(pull, "alice", by="bob")
    hub.ask(pull, "alice")
    hub.review(pull, "alice")
    hub.commit({ORDERS: contract("2.0.0", ("id",), domain="shop")}, branch="feature", author="bob")
    runner.review(pull, "synchronize")
    assert asked(pull) == ["alice"]


def test_whom_github_does_not_take_as_a_reviewer_is_named(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED)
    refused = Fails(422, "Reviews may only be requested from collaborators.")
    hub.faults.plan("POST", r"/requested_reviewers$", refused)
    ran = runner.review(pull)

    assert ran.outputs["verdict"] == "pending"
    assert "does not take them as reviewers here: `alice`" in ran.summary


def test_an_approval_of_other_content_no_longer_counts(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED)
    hub.review(pull, "alice")
    hub.commit({ORDERS: contract("2.0.0", ())}, branch="feature", author="bob")

    assert runner.review(pull, "synchronize").outputs["verdict"] != "passed"


def test_an_approval_outlives_a_force_push_that_leaves_the_contract(
    hub: StandIn, runner: Runner
) -> None:
    pull = opened(hub, ANNOUNCED)
    hub.review(pull, "alice")
    hub.point("feature", hub.repo.store.tip("main") or "")
    hub.commit({ORDERS: ANNOUNCED, "README.md": "New"}, branch="feature", author="bob")

    assert runner.review(pull, "synchronize").outputs["verdict"] == "passed"


def test_a_second_run_writes_nothing(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, contract(fields=("id",), domain="shop"))
    runner.review(pull)
    hub.forget_calls()
    runner.review(pull)

    assert hub.writes == ()


def test_whatever_write_a_run_dies_at_the_next_one_ends_in_the_same_state(
    hub: StandIn, runner: Runner
) -> None:
    text = contract(fields=("id",), domain="shop")
    done = opened(hub, text)
    runner.review(done)
    number = len(hub.writes)
    wanted = _state(hub, done)
    for survived in range(number):
        hub.commit({ORDERS: text, "n": str(survived)}, branch=f"f{survived}", author="bob")
        pull = hub.open_pull(f"f{survived}", author="bob")
        hub.faults.plan("writes", "^/repos", DropsBefore(), times=-1, skip=survived)
        assert runner.review(pull).code == 2
        hub.faults.clear()
        runner.review(pull)
        assert _state(hub, pull) == wanted


def _state(hub: StandIn, pull: Pull) -> object:
    return (
        len(pull.comments),
        labels(pull),
        asked(pull),
        len(pull.review_comments),
        {conclusion for _, conclusion in conclusions(hub, pull.head_sha)},
    )


def test_a_draft_is_reviewed_and_nobody_is_asked(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED, draft=True)
    ran = runner.review(pull)

    assert ran.outputs["verdict"] == "pending"
    assert len(pull.comments) == 1
    assert asked(pull) == []


def test_a_change_without_contracts_is_passed_in_silence(hub: StandIn, runner: Runner) -> None:
    hub.commit({"README.md": "Read"}, branch="docs", author="bob")
    pull = hub.open_pull("docs", author="bob")
    ran = runner.review(pull)

    assert (ran.code, ran.outputs["verdict"]) == (0, "none")
    assert conclusions(hub, pull.head_sha) == [("Data contracts", "success")]
    assert pull.comments == []
    assert labels(pull) == []


def test_a_change_that_leaves_contracts_alone_again_says_so(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    runner.review(pull)
    hub.commit({ORDERS: contract(), "README.md": "Read"}, branch="feature", author="bob")
    runner.review(pull, "synchronize")

    assert ["no contract changes any more" in one.body for one in pull.comments] == [True]
    assert labels(pull) == []


def test_nothing_is_shown_of_a_head_that_moved(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)

    def push() -> None:
        hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="bob")

    hub.faults.plan("GET", r"/pulls/[0-9]+$", Meanwhile(push), skip=1)
    ran = runner.review(pull)

    assert hub.writes == ()
    assert "Nothing was written" in ran.summary


def fork_pull(hub: StandIn) -> Pull:
    fork = hub.fork("mallory")
    hub.commit({ORDERS: ANNOUNCED}, branch="change", author="mallory", repo=fork)
    return hub.open_pull("change", author="mallory", fork=fork)


def test_a_read_only_token_fails_nothing_and_tells_everything_in_the_summary(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    pull = fork_pull(hub)
    payload = events.pull_request(hub, pull, "opened")
    ran = runner.run("pull_request", payload, kind=TokenKind.FORK)

    assert hub.writes == ()
    assert ran.outputs["verdict"] == "pending"
    assert "may not write everything" in ran.summary
    assert "::error " in capsys.readouterr().out


def test_the_run_after_a_forks_run_shows_what_that_could_not(hub: StandIn, runner: Runner) -> None:
    pull = fork_pull(hub)
    ran = runner.run("workflow_run", events.workflow_run(hub, pull))

    assert ran.outputs["verdict"] == "pending"
    assert conclusions(hub, pull.head_sha) == [("Data contracts", "action_required")]
    assert len(pull.comments) == 1


def test_a_pull_request_whose_fork_is_gone_is_reviewed(hub: StandIn, runner: Runner) -> None:
    fork = hub.fork("mallory")
    hub.commit({ORDERS: ANNOUNCED}, branch="change", author="mallory", repo=fork)
    pull = hub.open_pull("change", author="mallory", fork=fork)
    hub.delete_fork(fork)

    assert runner.review(pull).outputs["verdict"] == "pending"


def test_a_pull_request_whose_author_is_gone_is_not_decided(hub: StandIn, runner: Runner) -> None:
    pull = fork_pull(hub)
    hub.review(pull, "alice")
    payload = events.pull_request(hub, pull, "synchronize")
    hub.delete_user("mallory")
    ran = runner.run("pull_request_target", payload)

    assert (ran.code, ran.outputs["verdict"]) == (1, "undecided")


def test_a_policy_in_the_pull_request_itself_does_not_hold(hub: StandIn, runner: Runner) -> None:
    weak = POLICY.replace("owners: 1", "owners: 0")
    hub.commit(
        {ORDERS: ANNOUNCED, ".github/contract-steward.yml": weak, ".github/CODEOWNERS": "* @bob\n"},
        branch="feature", author="bob",
    )  # fmt: skip
    pull = hub.open_pull("feature", author="bob")

    assert runner.review(pull).outputs["verdict"] == "pending"


def test_a_branch_from_before_the_policy_obeys_the_policy_of_today(
    hub: StandIn, runner: Runner
) -> None:
    weak = POLICY.replace("owners: 1", "owners: 0")
    hub.commit({".github/contract-steward.yml": weak})
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="bob")
    hub.commit({".github/contract-steward.yml": POLICY})
    pull = hub.open_pull("feature", author="bob")

    assert runner.review(pull).outputs["verdict"] == "pending"


def test_a_policy_that_cannot_be_read_turns_the_check_red(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED)
    hub.review(pull, "alice")
    runner.review(pull)
    hub.commit({".github/contract-steward.yml": "approvals: [\n"})
    ran = runner.review(pull, "synchronize")

    assert (ran.code, ran.outputs["verdict"]) == (2, "undecided")
    assert conclusions(hub, pull.head_sha)[-1] == ("Data contracts", "failure")


def test_a_branch_with_a_policy_of_its_own_has_a_check_of_its_own(
    hub: StandIn, runner: Runner
) -> None:
    weak = POLICY.replace("owners: 1", "owners: 0")
    hub.commit({".github/contract-steward.yml": weak}, branch="playground")
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="bob")
    serious = hub.open_pull("feature", author="bob")
    hub.merge_commit("feature", "playground", author="bob")
    playful = hub.open_pull("feature", author="bob", base="playground")
    runner.review(serious)
    runner.review(playful)

    assert dict(conclusions(hub, playful.head_sha)) == {
        "Data contracts": "action_required",
        "Data contracts for playground": "success",
    }


def test_the_queue_is_checked_on_its_own_commit(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub, ANNOUNCED)
    hub.review(pull, "alice")
    payload = events.merge_group(hub, pull)
    ran = runner.run("merge_group", payload)
    queued = payload["merge_group"]
    assert isinstance(queued, dict)

    assert ran.outputs["verdict"] == "passed"
    assert conclusions(hub, queued["head_sha"]) == [("Data contracts", "success")]
    assert pull.comments == []


def test_a_team_counts_with_the_token_of_an_app(hub: StandIn, runner: Runner) -> None:
    hub.team("data", "carol")
    hub.commit({".github/CODEOWNERS": "* @acme/data\n"})
    named = ANNOUNCED.replace('username: "@alice"', 'username: "@acme/data"')
    hub.commit({ORDERS: named}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    app = hub.token(TokenKind.APP)
    hub.review(pull, "carol")
    hub.review(pull, "alice")

    assert runner.review(pull).outputs["verdict"] != "failed"
    assert runner.review(pull, app_token=app).outputs["verdict"] == "passed"


def test_a_dry_run_tells_and_writes_nothing(
    hub: StandIn, runner: Runner, capsys: pytest.CaptureFixture[str]
) -> None:
    runner.review(opened(hub), dry_run=True)

    assert hub.writes == ()
    assert "would set the check `Data contracts` to failure" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fail_on", "text", "code"),
    [
        pytest.param("pending", ANNOUNCED, 1, id="a missing approval fails the job"),
        pytest.param("failed", ANNOUNCED, 0, id="a missing approval is left to the check"),
        pytest.param("failed", BROKEN, 1, id="a refused change fails the job"),
        pytest.param("never", BROKEN, 0, id="nothing fails the job"),
    ],
)
def test_fail_on_says_what_fails_the_job(
    hub: StandIn, runner: Runner, fail_on: str, text: str, code: int
) -> None:
    assert runner.review(opened(hub, text), fail_on=fail_on).code == code


def test_findings_can_be_had_as_sarif(hub: StandIn, runner: Runner) -> None:
    file = runner.folder / "found.sarif"
    runner.review(opened(hub), sarif=file)

    assert '"version": "2.1.0"' in file.read_text("utf-8")


def test_racing_runs_end_with_one_comment(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    threads = [threading.Thread(target=runner.review, args=(pull,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    runner.review(pull)

    assert len(pull.comments) == 1
    assert {conclusion for _, conclusion in conclusions(hub, pull.head_sha)} == {"failure"}


def test_nothing_of_the_head_lies_in_the_checkout(hub: StandIn, runner: Runner) -> None:
    hub.commit({ORDERS: ANNOUNCED, "setup.py": "raise SystemExit"}, branch="feature", author="bob")
    runner.review(hub.open_pull("feature", author="bob"))
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=runner.checkout, capture_output=True, check=True
    )

    assert status.stdout == b""
    assert not (runner.checkout / "setup.py").exists()


def test_a_team_is_asked_with_the_token_of_an_app(hub: StandIn, runner: Runner) -> None:
    hub.team("data", "carol")
    hub.commit({".github/CODEOWNERS": "* @acme/data\n"})
    named = contract().replace('"@alice"', '"@acme/data"')
    hub.commit({ORDERS: named})
    hub.commit({ORDERS: ANNOUNCED}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    app = hub.token(TokenKind.APP, scopes={**APP_SCOPES, "administration": "read"})
    runner.review(pull, app_token=app)

    assert [team.slug for team in pull.asked_teams] == ["data"]

    hub.forget_calls()
    runner.review(pull, app_token=app)
    assert hub.writes == ()


def test_enterprise_server_is_found_by_its_own_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stand_in(tmp_path / "hub", enterprise=True) as hub:
        hub.user("bob", Permission.WRITE)
        hub.commit({ORDERS: contract(), ".github/contract-steward.yml": POLICY})
        checkout = clone(hub, tmp_path)
        monkeypatch.chdir(checkout)
        pull = opened(hub)
        ran = Runner(hub, tmp_path, checkout).review(pull)

    assert (ran.code, ran.outputs["verdict"]) == (1, "failed")
    assert len(pull.comments) == 1


def test_the_comment_of_an_app_is_known_by_its_login(hub: StandIn, runner: Runner) -> None:
    pull = opened(hub)
    for _ in range(2):
        runner.review(pull, kind=TokenKind.APP, login="contract-steward[bot]")

    assert [one.author.login for one in pull.comments] == ["contract-steward[bot]"]
