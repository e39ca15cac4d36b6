from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.adapters.git import Repository
from bot.adapters.sights import Sights, changed_files, codeowners_at
from bot.core.approvals.answer import Answer, State
from bot.core.approvals.policy import Givers
from bot.core.approvals.pull_request import Blobs, Commit
from bot.core.history.snapshot import WORKTREE
from tests.adapters.git.checkout import Checkout
from tests.core.approvals.making import judged, need, pull, review

ORDERS = "orders.yaml"
LINES = "".join(f"line {number}\n" for number in range(20))
PROPOSED = LINES.replace("line 1\n", "line one\n")
WHAT_ELSE = LINES.replace("line 18\n", "line eighteen\n")


def _later(checkout: Checkout) -> None:
    checkout.commit("Write notes", notes="x")


def _changed(checkout: Checkout) -> None:
    checkout.commit("Change it", orders=PROPOSED + "more\n")


def _updated(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "main")
    checkout.commit("Something else on main", notes="y")
    checkout.git("checkout", "--quiet", "proposal")
    checkout.merge("main")


def _updated_with_the_contract(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "main")
    checkout.commit("The contract on main", orders=WHAT_ELSE)
    checkout.git("checkout", "--quiet", "proposal")
    checkout.merge("main")


def _undone_by_a_merge(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "main")
    checkout.commit("The contract on main", orders=WHAT_ELSE)
    checkout.git("checkout", "--quiet", "proposal")
    checkout.merge("main", "--strategy=ours")


def _rewritten(checkout: Checkout) -> None:
    checkout.git("commit", "--quiet", "--amend", "--message", "Say it better")


def _there_and_back(checkout: Checkout) -> None:
    checkout.commit("Change it", orders=PROPOSED + "more\n")
    checkout.commit("Change it back", orders=PROPOSED)


def _not_committed(checkout: Checkout) -> None:
    checkout.write(ORDERS, PROPOSED + "more\n")


def _answer(checkout: Checkout, reviewed: str, head: str = "HEAD") -> Answer:
    """Return how far the approval of a reviewed commit goes for what is there now."""
    repository = Repository(checkout.path)
    fork = repository.merge_base("main", "HEAD")
    assert fork is not None
    found = {file.new: file for file in changed_files(repository, fork.id, head)}
    content = {ORDERS: Blobs(found[ORDERS].base, found[ORDERS].head)}
    listed = checkout.git("rev-list", "--reverse", "--parents", "main..HEAD").splitlines()
    commits = tuple(
        Commit(id=name, author="eve", committer="eve", parents=tuple(parents))
        for name, *parents in (line.split() for line in listed)
    )
    handed = pull(review("ada", commit=reviewed), commits=commits)
    sights = Sights(repository, "main")
    completed = sights.completed(handed, head, frozenset({ORDERS}))
    (answer,) = judged(need("ada", content=content), completed).leaves()
    return answer


@pytest.mark.parametrize(
    ("then", "head", "expected"),
    [
        pytest.param(lambda _: None, "HEAD", State.APPROVED, id="nothing happened since"),
        pytest.param(_later, "HEAD", State.APPROVED, id="another file changed"),
        pytest.param(_changed, "HEAD", State.PENDING, id="the contract changed"),
        pytest.param(_updated, "HEAD", State.APPROVED, id="A13: the branch was updated"),
        pytest.param(
            _updated_with_the_contract,
            "HEAD",
            State.PENDING,
            id="A13: the update brought another change of the contract",
        ),
        pytest.param(
            _undone_by_a_merge,
            "HEAD",
            State.PENDING,
            id="H06: a merge undoes what the base has, and leaves the file as it was",
        ),
        pytest.param(_rewritten, "HEAD", State.APPROVED, id="the commit was written anew"),
        pytest.param(_there_and_back, "HEAD", State.APPROVED, id="it changed, and back again"),
        pytest.param(_not_committed, WORKTREE, State.PENDING, id="the file on disk differs"),
        pytest.param(lambda _: None, WORKTREE, State.APPROVED, id="the file on disk is the same"),
    ],
)
def test_an_approval_holds_while_the_contract_and_its_base_are_what_they_were(
    checkout: Checkout, then: Callable[[Checkout], None], head: str, expected: State
) -> None:
    checkout.commit("Begin", orders=LINES)
    checkout.git("checkout", "--quiet", "-b", "proposal")
    reviewed = checkout.commit("Propose", orders=PROPOSED)
    then(checkout)

    assert _answer(checkout, reviewed, head).state is expected


def test_the_commit_that_made_an_approval_stale_is_named(checkout: Checkout) -> None:
    checkout.commit("Begin", orders=LINES)
    checkout.git("checkout", "--quiet", "-b", "proposal")
    reviewed = checkout.commit("Propose", orders=PROPOSED)
    _later(checkout)
    changed = checkout.commit("Change it", orders=PROPOSED + "more\n")
    _later(checkout)

    (stale,) = _answer(checkout, reviewed).stale

    assert (stale.path, stale.since) == (ORDERS, changed)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param(
            ("contracts",),
            [
                ".github/CODEOWNERS",
                ".github/contract-steward.yml",
                "contracts/a.waivers.yaml",
                "contracts/a.yaml",
            ],
            id="where contracts are, and what they are judged by",
        ),
        pytest.param(
            None,
            [
                ".github/CODEOWNERS",
                ".github/contract-steward.yml",
                "contracts/a.waivers.yaml",
                "contracts/a.yaml",
                "data.bin",
                "other.yaml",
            ],
            id="everything, where a rule asks for it",
        ),
    ],
)
@pytest.mark.parametrize("committed", [True, False])
def test_which_files_are_looked_at(
    checkout: Checkout, places: tuple[str, ...] | None, expected: list[str], committed: bool
) -> None:
    base = checkout.commit("Begin")
    for path in (
        ".github/CODEOWNERS",
        ".github/contract-steward.yml",
        "contracts/a.yaml",
        "contracts/a.waivers.yaml",
        "data.bin",
        "other.yaml",
    ):
        checkout.write(path, "x: 1\n")
    head = checkout.commit("Write it all") if committed else WORKTREE

    found = changed_files(Repository(checkout.path), base, head, places)

    assert [file.new for file in found] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"docs/CODEOWNERS": "* @c"}, "c", id="docs"),
        pytest.param({"docs/CODEOWNERS": "* @c", "CODEOWNERS": "* @b"}, "b", id="the top"),
        pytest.param(
            {"docs/CODEOWNERS": "* @c", "CODEOWNERS": "* @b", ".github/CODEOWNERS": "* @a"},
            "a",
            id=".github",
        ),
    ],
)
def test_code_owners_are_taken_from_the_first_place_where_github_looks(
    checkout: Checkout, files: dict[str, str], expected: str | None
) -> None:
    for path, text in files.items():
        checkout.write(path, text)
    checkout.commit("Begin", orders=LINES)
    checkout.write(".github/CODEOWNERS", "* @not-committed")

    found = codeowners_at(Repository(checkout.path), "HEAD")

    assert (found and found.owners("a")) == (expected and Givers(people=(expected,)))
