"""The behaviours of other engines, by their ids: what is required, and of whom."""

from __future__ import annotations

import pytest

from bot.app.asking import Asking
from bot.app.asking import approvals as asked_of
from bot.core.approvals.answer import State
from bot.core.approvals.evaluate import evaluate
from bot.core.approvals.extra import needs
from bot.core.approvals.need import Skipped
from bot.core.approvals.people import membership, unknown_teams
from bot.core.approvals.policy import ApprovalPolicy, Ask, Board, ExtraRule, Givers, When
from bot.core.approvals.pull_request import PullRequest, Status, Teams
from bot.core.approvals.requirements import requirements
from bot.core.approvals.who import Who
from bot.core.finding import Bump
from bot.core.policy.settings import Settings
from bot.core.records import replace
from tests.core.approvals.making import AUTHOR, approvals, pull
from tests.core.approvals.scenes import (
    POLICY,
    Texts,
    asked,
    contract,
    product,
    scene_of,
    team,
)

ORDERS = contract("orders", "name: amount", "name: note", more=team("ada"))
BROKEN = contract("orders", "name: note", version="2.0.0", more=team("ada"))
BOARD = ApprovalPolicy(board=Board(givers=Givers(people=("hilda",))))
BASE: Texts = {
    "contracts/orders.yaml": ORDERS,
    "contracts/reader.yaml": product("reader", "orders.amount", more=team("rosa")),
    "contracts/other.yaml": product("other", "orders.note", more=team("otto")),
}
OWNER = "owner:orders:contracts/orders.yaml"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            {"contracts/orders.yaml": BROKEN},
            {OWNER: ["ada"], "consumer:reader": ["rosa"], "board": ["hilda"]},
            id="a consumer that reads the field is asked, another one is not",
        ),
        pytest.param(
            {"contracts/orders.yaml": BROKEN, "contracts/reader.yaml": ""},
            {
                OWNER: ["ada"],
                "owner:reader:contracts/reader.yaml": ["rosa"],
                "consumer:reader": ["rosa"],
                "board": ["hilda"],
            },
            id="I04: a consumer that is removed by the same change is still asked",
        ),
        pytest.param(
            {
                "contracts/orders.yaml": BROKEN,
                "contracts/reader.yaml": product("reader", "orders.note", more=team("mallory")),
            },
            {
                OWNER: ["ada"],
                "owner:reader:contracts/reader.yaml": ["rosa"],
                "consumer:reader": ["rosa"],
                "board": ["hilda"],
            },
            id="I04: so is one that stops to read the field, by its owners of before",
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS.replace("ada", "mallory")},
            {OWNER: ["ada"], "board": ["hilda"]},
            id="I03: who owns a contract at the base is asked, and the board",
        ),
        pytest.param(
            {POLICY: "compatibility: none\n"},
            {"board": ["hilda"]},
            id="I03: a changed policy needs the board of before",
        ),
        pytest.param(
            {".github/CODEOWNERS": "* @mallory\n"},
            {"board": ["hilda"]},
            id="I03: changed code owners need the board",
        ),
        pytest.param(
            {"contracts/orders.waivers.yaml": "waivers: []\n"},
            {"board": ["hilda"]},
            id="I03: a waiver needs the board",
        ),
        pytest.param({"README.md": "new\n"}, {}, id="a change of anything else needs nobody"),
        pytest.param(
            {
                "contracts/orders.yaml": "",
                "elsewhere/orders.yaml": ORDERS.replace("amount", "sum").replace("ada", "mallory"),
            },
            {
                "owner:orders:elsewhere/orders.yaml": ["ada"],
                "consumer:reader": ["rosa"],
                "board": ["hilda"],
            },
            id="D01: a contract that moves away is still that of its owners of before",
        ),
        pytest.param(
            {"contracts/orders.yaml": ""},
            {
                OWNER: ["ada"],
                "consumer:other": ["otto"],
                "consumer:reader": ["rosa"],
                "board": ["hilda"],
            },
            id="a contract that goes hurts everyone who reads it",
        ),
    ],
)
def test_who_is_asked_for_a_change(head: Texts, expected: dict[str, list[str]]) -> None:
    assert asked(scene_of(BASE, head, BOARD)) == expected


NAMED = "customProperties:\n- property: consumers\n  value: [{id: crm, team: crm}]\n"
WISHED = 'customProperties:\n- property: changeApprovers\n  value: ["@eve"]\n'


@pytest.mark.parametrize(
    ("head", "reasons"),
    [
        pytest.param(
            {"contracts/orders.yaml": BROKEN.replace("2.0.0", "1.1.0")},
            ["`orders` breaks"],
            id="a break, whatever version it is given",
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS.replace("1.0.0", "2.0.0")},
            ["`orders` begins a new major version, 2.0.0"],
            id="a new major, whatever it changes",
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS.replace("1.0.0", "1.1.0")}, [], id="not a minor"
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS.replace("value: ada", "value: bea")},
            ["who answers for `orders` changes"],
            id="another owner",
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS + WISHED},
            ["who answers for `orders` changes"],
            id="another approver whom the contract asks for",
        ),
        pytest.param(
            {"contracts/orders.yaml": ORDERS + NAMED},
            ["the consumers named by `orders` change"],
            id="a consumer that the contract names",
        ),
        pytest.param(
            {"contracts/reader.yaml": product("reader", "orders.note", more=team("rosa"))},
            ["what the data product `reader` reads, or who answers for it, changes"],
            id="a consumer that reads something else",
        ),
        pytest.param(
            {"contracts/new.yaml": product("new", "orders.note", more=team("nell"))},
            ["the data product `new` is registered"],
            id="a new consumer",
        ),
        pytest.param(
            {"contracts/reader.yaml": BASE["contracts/reader.yaml"] + "# a comment\n"},
            [],
            id="not a comment in one",
        ),
    ],
)
def test_what_the_board_is_asked_for(head: Texts, reasons: list[str]) -> None:
    found = requirements(scene_of(BASE, head, BOARD))

    assert [why for need in found if need.key == "board" for why in need.reasons] == reasons


def test_a_contract_that_moves_to_where_others_decide_needs_the_board() -> None:
    found = scene_of(BASE, {"contracts/orders.yaml": ORDERS + "domain: sales\n"}, BOARD)
    (changed,) = found.contracts
    freer = replace(changed, policy_after=replace(changed.policy, consumers=0))

    assert "board" in asked(replace(found, contracts=(freer,)))
    assert "board" not in asked(found)


def test_who_feeds_what_changes_is_no_consumer() -> None:
    base: Texts = {
        "orders.yaml": contract(
            "orders", "name: amount, transformSourceObjects: [raw.raw.sum]", more=team("ada")
        ),
        "raw.yaml": contract("raw", "name: sum", more=team("ray")),
    }
    head = {"orders.yaml": base["orders.yaml"].replace("sum]", "sum], required: true")}
    found = scene_of(base, head, BOARD)

    assert [change.breaking for change in found.contracts] == [True]
    assert list(asked(found)) == ["owner:orders:orders.yaml", "board"]


def test_a_count_of_none_asks_nobody() -> None:
    policy = replace(BOARD, owners=0, consumers=0)

    assert asked(scene_of(BASE, {"contracts/orders.yaml": BROKEN}, policy)) == {"board": ["hilda"]}


@pytest.mark.parametrize("path", [POLICY, "CODEOWNERS", "contracts/orders.waivers.yaml"])
def test_an_approval_is_given_for_the_contract_and_for_what_it_is_judged_by(path: str) -> None:
    head = {"contracts/orders.yaml": BROKEN, path: "x: 1\n", "README.md": "new\n"}

    (owner, *_) = requirements(scene_of(BASE, head, BOARD))

    assert set(owner.content) == {"contracts/orders.yaml", path}


@pytest.mark.parametrize(
    ("head", "side"),
    [
        pytest.param({}, "consumer", id="a consumer is another side than the owners"),
        pytest.param(
            {"contracts/reader.yaml": ""},
            "owner",
            id="one that changes along is not: its owner could not approve both",
        ),
    ],
)
def test_on_which_side_a_consumer_stands(head: Texts, side: str) -> None:
    found = requirements(scene_of(BASE, {"contracts/orders.yaml": BROKEN, **head}, BOARD))

    assert {need.side for need in found if need.key == "consumer:reader"} == {side}


def test_a_consumer_of_the_same_team_is_on_the_side_of_the_owners() -> None:
    base = BASE | {"contracts/reader.yaml": product("reader", "orders.amount", more=team("ada"))}
    found = requirements(scene_of(base, {"contracts/orders.yaml": BROKEN}, BOARD))

    assert {need.key: need.side for need in found} == {
        OWNER: "owner",
        "consumer:reader": "owner",
        "board": "board",
    }


_MOVED: Texts = {"a/orders.yaml": contract("orders", "name: amount")}


def test_d01_a_move_to_other_code_owners_needs_those_of_before_and_the_board() -> None:
    found = scene_of(
        _MOVED,
        {"a/orders.yaml": "", "b/orders.yaml": _MOVED["a/orders.yaml"]},
        BOARD,
        "/a/ @ann\n/b/ @bea\n",
    )

    assert asked(found) == {"owner:orders:b/orders.yaml": ["ann"], "board": ["hilda"]}


def test_b11_without_a_policy_file_nobody_is_asked() -> None:
    nothing = Asking(files=(), codeowners=None)

    assert asked_of((), (), Settings(), nothing, pytest.fail) is None


def _extra(when: When, ask: Ask | None = None) -> ApprovalPolicy:
    rule = ExtraRule(name="extra", when=when, ask=ask or Ask(givers=Givers(people=("ada",))))
    return replace(BOARD, rules=(rule,))


_FORK = replace(pull(), head_owner="mallory", head_branch="release/1")


@pytest.mark.parametrize(
    ("when", "head", "pull_request", "applies"),
    [
        pytest.param(
            When(changed_files=("contracts/*",)),
            {"contracts/orders.yaml": "", "elsewhere/orders.yaml": ORDERS},
            pull(),
            True,
            id="D01: a file renamed to another folder still was in the old one",
        ),
        pytest.param(When(changed_files=("*",)), {}, pull(), False, id="D03: no file, none fits"),
        pytest.param(
            When(no_changed_files=("*",)), {}, pull(), True, id="D03: no file, so none fits"
        ),
        pytest.param(
            When(heads=("release/*",)), {}, _FORK, False, id="D06: a fork's branch has its owner"
        ),
        pytest.param(
            When(heads=("mallory:release/*",)), {}, _FORK, True, id="D06: and is meant with it"
        ),
        pytest.param(
            When(labels=("foo", "bar")),
            {},
            replace(pull(), labels=frozenset({"foo"})),
            False,
            id="D07: one of two labels",
        ),
        pytest.param(
            When(domains=("sales",)),
            {"contracts/orders.yaml": ORDERS + "domain: sales\n"},
            pull(),
            True,
            id="a contract that comes into the domain",
        ),
        pytest.param(
            When(domains=("sales",)),
            {"contracts/orders.yaml": BROKEN},
            pull(),
            False,
            id="a contract of no domain",
        ),
        pytest.param(
            When(bump=Bump.MAJOR), {"contracts/orders.yaml": BROKEN}, pull(), True, id="a break"
        ),
        pytest.param(
            When(bump=Bump.MAJOR),
            {"contracts/orders.yaml": ""},
            pull(),
            True,
            id="a contract that goes",
        ),
        pytest.param(
            When(bump=Bump.MAJOR),
            {"contracts/orders.yaml": ORDERS.replace("1.0.0", "1.0.1")},
            pull(),
            False,
            id="a patch",
        ),
        pytest.param(
            When(rules=("field-removed",)),
            {"contracts/orders.yaml": BROKEN},
            pull(),
            True,
            id="a rule that struck, by name",
        ),
        pytest.param(
            When(rules=("DC104",)),
            {"contracts/orders.yaml": BROKEN},
            pull(),
            True,
            id="a rule that struck, by number",
        ),
        pytest.param(
            When(rules=("field-added",)),
            {"contracts/orders.yaml": BROKEN},
            pull(),
            False,
            id="a rule that did not strike",
        ),
        pytest.param(
            When(labels=("foo", "bar")),
            {},
            replace(pull(), labels=frozenset({"foo", "bar", "baz"})),
            True,
            id="D07: both labels",
        ),
        pytest.param(
            When(statuses=("build",)),
            {},
            replace(pull(), statuses=(Status("build", "success"), Status("build", "failure"))),
            False,
            id="D09: of two runs one failed",
        ),
        pytest.param(
            When(
                only_contributors_in=Givers(people=("contributor-author", "contributor-committer"))
            ),
            {},
            pull(),
            False,
            id="D10: the author counts as a contributor",
        ),
        pytest.param(
            When(
                only_contributors_in=Givers(
                    people=(AUTHOR, "contributor-author", "contributor-committer")
                )
            ),
            {},
            pull(),
            True,
            id="D10: all are in the list",
        ),
    ],
)
def test_a_rule_applies_where_its_condition_holds(
    when: When, head: Texts, pull_request: PullRequest, applies: bool
) -> None:
    tree = needs(scene_of(BASE, head, _extra(when)), pull_request)
    (rules,) = [part for part in tree.parts if part.title == "the policy's rules"]

    assert isinstance(rules.parts[0], Skipped) is not applies  # type: ignore[union-attr]  # a group


def test_what_only_unknown_members_could_tell_is_undecided() -> None:
    policy = _extra(When(author_in=Givers(teams=("acme/robots",))), Ask(count=0))
    found = scene_of(BASE, {"README.md": "x"}, policy)

    assert evaluate(needs(found, pull()), pull(), policy).state is State.UNDECIDED


@pytest.mark.parametrize(
    ("teams", "expected"),
    [
        pytest.param(
            Teams(members={"acme/data": frozenset({"ada"})}), State.APPROVED, id="known members"
        ),
        pytest.param(Teams(), State.UNDECIDED, id="unknown members: never approved"),
        pytest.param(
            Teams(missing=frozenset({"acme/data"})),
            State.PENDING,
            id="H03: a team without write access gives nothing",
        ),
    ],
)
def test_h03_what_is_known_of_a_team_decides(teams: Teams, expected: State) -> None:
    found = scene_of(
        {"contracts/orders.yaml": contract("orders", "name: a")},
        {"contracts/orders.yaml": contract("orders", "name: a", "name: b", version="1.1.0")},
        BOARD,
        "* @acme/data\n",
    )
    given = replace(pull(*approvals("ada")), teams=teams)

    assert evaluate(needs(found, given), given, BOARD).state is expected


def test_a_team_that_is_missing_is_not_unknown() -> None:
    who = Who(teams=("acme/data",))
    missing = Teams(missing=frozenset({"acme/data"}))

    assert (membership(who, "ada", missing), unknown_teams(who, missing)) == ("no", ())
