"""Files, commits and merges: what Git decides, and how GitHub tells it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
import requests
from github import GithubException
from github.ContentFile import ContentFile
from github.Repository import Repository as Remote

from tests.github.answers import Refusal
from tests.github.conftest import client
from tests.github.server import StandIn, stand_in
from tests.github.state import Permission, Pull, TokenKind
from tests.github.store import Executable, Submodule, Symlink, Who

FILE = "contracts/orders.yaml"


@pytest.fixture
def remote(hub: StandIn) -> Remote:
    return client(hub).get_repo(hub.repo.full_name)


def _file(remote: Remote, path: str) -> ContentFile:
    found = remote.get_contents(path)
    assert isinstance(found, ContentFile)
    return found


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        pytest.param("orders.yaml", ("file", b"version: 1.0.0\n"), id="to a file beside it"),
        pytest.param("../contracts/orders.yaml", ("file", b"version: 1.0.0\n"), id="by a way up"),
        pytest.param("/etc/passwd", ("symlink", None), id="out of the repository"),
        pytest.param("gone.yaml", ("symlink", None), id="to nothing"),
    ],
)
def test_a_link_is_shown_as_the_file_it_leads_to(
    hub: StandIn, remote: Remote, target: str, shown: tuple[str, bytes | None]
) -> None:
    hub.commit({"contracts/link.yaml": Symlink(target)})

    found = _file(remote, "contracts/link.yaml")

    content = found.decoded_content if found.type == "file" else None
    assert (found.type, content) == shown


def test_a_tree_tells_links_submodules_and_executables_apart(hub: StandIn, remote: Remote) -> None:
    hub.commit({"a": Symlink(FILE), "b": Submodule("1" * 40), "c": Executable("#!/bin/sh\n")})

    tree = {entry.path: (entry.mode, entry.type) for entry in remote.get_git_tree("main").tree}

    assert tree == {
        "a": ("120000", "blob"),
        "b": ("160000", "commit"),
        "c": ("100755", "blob"),
        "contracts": ("040000", "tree"),
    }
    assert _file(remote, "b").type == "submodule"


def test_a_large_file_has_no_content_but_its_blob_has(hub: StandIn, remote: Remote) -> None:
    hub.commit({"large.yaml": "x" * 1_000_001})

    found = _file(remote, "large.yaml")

    assert (found.encoding, found.size) == ("none", 1_000_001)
    assert remote.get_git_blob(found.sha).size == 1_000_001


def test_a_folder_lists_its_entries(hub: StandIn, remote: Remote) -> None:
    hub.commit({"contracts/deep/a.yaml": "1"})

    found = remote.get_contents("contracts")

    assert isinstance(found, list)
    assert [(each.type, each.path) for each in found] == [
        ("dir", "contracts/deep"),
        ("file", FILE),
    ]


def test_commits_of_strangers_have_no_author(hub: StandIn, remote: Remote) -> None:
    stranger = Who("Nobody", "nobody@elsewhere.example")
    hub.commit({FILE: "2"}, branch="feature", author=stranger, committer="alice")

    found = remote.get_commit("feature")

    assert found.raw_data["author"] is None
    assert found.committer.login == "alice"
    assert [file.filename for file in found.files] == [FILE]


def test_commits_are_listed_by_path(hub: StandIn, remote: Remote) -> None:
    hub.commit({"other": "1"}, message="Other")
    hub.commit({FILE: "2"}, message="Orders")

    assert [c.commit.message for c in remote.get_commits(path=FILE)] == ["Orders", "Begin"]


def test_files_of_a_pull_request_tell_what_became_of_them(hub: StandIn, remote: Remote) -> None:
    text = "".join(f"line {number}\n" for number in range(20))
    hub.commit({"old.yaml": text, "gone.yaml": "1\n", "picture": b"\0\1"})
    hub.commit(
        {"old.yaml": None, "new.yaml": f"{text}more\n", "gone.yaml": None, "picture": b"\0\2"},
        branch="feature",
    )
    pull = hub.open_pull("feature")

    files = remote.get_pull(pull.number).get_files()

    assert [(f.filename, f.status, f.previous_filename, f.changes) for f in files] == [
        ("gone.yaml", "removed", None, 1),
        ("new.yaml", "renamed", "old.yaml", 1),
        ("picture", "modified", None, 0),
    ]
    assert [bool(f.patch) for f in files] == [True, True, False]


def _two_sides(hub: StandIn) -> Pull:
    hub.commit({"b": "1"}, branch="feature", message="First", author="bob")
    hub.commit({"c": "1"}, branch="feature", message="Second", author="bob")
    hub.commit({"d": "1"}, message="Meanwhile")
    return hub.open_pull("feature", author="bob", title="Two files")


@pytest.mark.parametrize(
    ("method", "messages", "parents"),
    [
        pytest.param(
            "merge", ["Merge pull request #1 from acme/feature\n\nTwo files"], 2, id="merge"
        ),
        pytest.param("squash", ["Two files (#1)"], 1, id="squash"),
        pytest.param("rebase", ["Second", "First"], 1, id="rebase"),
    ],
)
def test_a_merge_leaves_what_git_would(
    hub: StandIn, remote: Remote, method: str, messages: list[str], parents: int
) -> None:
    pull = _two_sides(hub)

    merged = remote.get_pull(1).merge(merge_method=method)

    assert {entry.path for entry in remote.get_git_tree("main").tree} == {
        "b",
        "c",
        "contracts",
        "d",
    }
    log = [*hub.repo.store.log(merged.sha)]
    assert [commit.message for commit in log][: len(messages)] == messages
    assert len(log[0].parents) == parents
    assert (pull.state, pull.merge_sha) == ("closed", hub.repo.store.tip("main"))


def test_sides_that_conflict_are_not_merged(hub: StandIn, remote: Remote) -> None:
    hub.commit({FILE: "2"}, branch="feature")
    hub.commit({FILE: "3"})
    hub.open_pull("feature")

    assert (remote.get_pull(1).mergeable, remote.get_pull(1).mergeable_state) == (False, "dirty")
    with pytest.raises(GithubException) as caught:
        remote.get_pull(1).merge()
    assert caught.value.status == 405


def _protected(hub: StandIn, remote: Remote, conclusion: str | None) -> Pull:
    sha = hub.commit({"b": "1"}, branch="feature")
    hub.protect("main", "contracts")
    if conclusion is not None:
        remote.create_check_run("contracts", sha, status="completed", conclusion=conclusion)
    return hub.open_pull("feature")


@pytest.mark.parametrize("conclusion", [None, "failure", "action_required"])
def test_a_protected_branch_waits_for_its_check(
    hub: StandIn, remote: Remote, conclusion: str | None
) -> None:
    pull = _protected(hub, remote, conclusion)

    with pytest.raises(Refusal, match=r"405 Required status check .contracts. is expected"):
        hub.merge(pull)


def test_a_protected_branch_takes_what_passed(hub: StandIn, remote: Remote) -> None:
    pull = _protected(hub, remote, "success")

    assert hub.merge(pull) == hub.repo.store.tip("main")


def test_the_base_of_a_pull_request_stays_until_the_next_push(hub: StandIn) -> None:
    first = hub.repo.store.tip("main")
    hub.commit({"b": "1"}, branch="feature")
    pull = hub.open_pull("feature")

    second = hub.commit({"c": "1"})
    before = pull.base_sha
    hub.commit({"b": "2"}, branch="feature")

    assert (before, pull.base_sha) == (first, second)


def test_commits_of_a_fork_belong_to_no_pull_request(hub: StandIn, remote: Remote) -> None:
    fork = hub.fork("mallory")
    sha = hub.commit({"b": "1"}, repo=fork)
    hub.open_pull("main", author="mallory", fork=fork)

    assert [p.number for p in remote.get_pulls()] == [1]
    assert [*remote.get_commit(sha).get_pulls()] == []


def test_a_deleted_fork_and_author_leave_the_pull_request(hub: StandIn, remote: Remote) -> None:
    fork = hub.fork("mallory")
    hub.commit({"b": "1"}, repo=fork)
    pull = hub.open_pull("main", author="mallory", fork=fork)
    hub.review(pull, "alice")

    hub.delete_fork(fork)
    hub.delete_user("mallory")
    hub.delete_user("alice")

    seen = remote.get_pull(1)
    assert (seen.raw_data["head"]["repo"], seen.user.login) == (None, "ghost")
    assert [review.raw_data["user"] for review in seen.get_reviews()] == [None]
    assert [f.filename for f in seen.get_files()] == ["b"]


def test_a_file_is_written_and_deleted(hub: StandIn, remote: Remote) -> None:
    made = remote.create_file("a.yaml", "Add", "1", branch="main")["content"]
    assert isinstance(made, ContentFile)
    remote.update_file("a.yaml", "Change", "2", made.sha, branch="main")

    assert _file(remote, "a.yaml").decoded_content == b"2"
    with pytest.raises(GithubException) as caught:
        remote.delete_file("a.yaml", "Delete", made.sha, branch="main")
    assert caught.value.status == 409
    assert len(hub.writes) == 2


def test_faults_of_the_code_owners_are_told(hub: StandIn) -> None:
    hub.user("alice", Permission.WRITE)
    hub.team("data", "carol")
    text = "* @alice @acme/data\n# @nobody\n/contracts @gone @acme/none\n"
    hub.commit({".github/CODEOWNERS": text})

    url = f"{hub.url}/repos/acme/contracts/codeowners/errors"
    errors = requests.get(url, timeout=10).json()["errors"]

    assert [(each["line"], each["column"], each["kind"]) for each in errors] == [
        (3, 12, "Unknown owner"),
        (3, 18, "Unknown owner"),
    ]


@pytest.mark.parametrize(
    ("login", "told"),
    [
        pytest.param("alice", ("admin", "admin"), id="an administrator"),
        pytest.param("bob", ("write", "maintain"), id="a maintainer"),
        pytest.param("carol", ("write", "write"), id="a member of a team"),
        pytest.param("mallory", ("read", "read"), id="anybody, since it is public"),
    ],
)
def test_permissions_are_told(
    hub: StandIn, remote: Remote, login: str, told: tuple[str, str]
) -> None:
    hub.user("alice", Permission.ADMIN)
    hub.user("bob", Permission.MAINTAIN)
    hub.user("mallory")
    hub.team("data", "carol")

    assert remote.get_collaborator_permission(login) == told[0]
    assert remote.get_collaborator_role_name(login) == told[1]


def test_it_serves_as_enterprise_server_too(tmp_path: Path) -> None:
    with stand_in(tmp_path, enterprise=True) as hub:
        hub.commit({FILE: "1"})
        hub.open_issue("An issue")
        remote = client(hub).get_repo("acme/contracts")

        remote.get_issue(1).create_comment("x")

        assert hub.url.endswith("/api/v3")
        assert [str(call) for call in hub.writes] == [
            "POST /repos/acme/contracts/issues/1/comments 201"
        ]


def test_a_private_repository_is_hidden_from_strangers(tmp_path: Path) -> None:
    with stand_in(tmp_path, private=True) as hub:
        hub.commit({FILE: "1"})
        statuses = [
            requests.get(
                f"{hub.url}/repos/acme/contracts",
                headers={"Authorization": f"Bearer {token}"} if token else {},
                timeout=10,
            ).status_code
            for token in (
                None,
                hub.token(TokenKind.PERSON, login="mallory"),
                hub.token(TokenKind.FORK),
            )
        ]

    assert statuses == [404, 404, 200]


@pytest.mark.parametrize(
    "branch",
    [
        pytest.param("-rf", id="an option"),
        pytest.param("refs/heads/x", id="a whole reference"),
        pytest.param("0123456789" * 4, id="like a commit"),
        pytest.param("`id`;$(id)", id="for a shell"),
        pytest.param("é" * 100, id="long and not of ASCII"),
        pytest.param("a#b%2Fc", id="with what URLs are made of"),
    ],
)
def test_a_branch_may_have_a_hostile_name(hub: StandIn, remote: Remote, branch: str) -> None:
    hub.commit({"b": "1"}, branch=branch)
    hub.open_pull(branch, title="%0A::set-output name=x::y\n::add-mask::a")

    pull = remote.get_pull(1)

    assert pull.head.ref == branch
    assert remote.get_branch(branch).commit.sha == pull.head.sha
    assert [f.filename for f in pull.get_files()] == ["b"]


def _ask_a_broken_one(folder: Path) -> None:
    with StandIn(folder) as hub:
        hub.commit({FILE: "1"})
        hub.repo.protected = None  # type: ignore[assignment]
        requests.get(f"{hub.url}/repos/acme/contracts/branches", timeout=10)


def test_a_fault_of_the_stand_in_reaches_the_test(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="NoneType"):
        _ask_a_broken_one(tmp_path)


def test_calls_at_once_are_all_carried_out(hub: StandIn) -> None:
    hub.open_issue("An issue")

    def comment(number: int) -> None:
        client(hub).get_repo("acme/contracts").get_issue(1).create_comment(str(number))

    threads = [Thread(target=comment, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(each.body for each in hub.repo.issues[1].comments) == list("01234567")
    assert len({each.id for each in hub.repo.issues[1].comments}) == 8
