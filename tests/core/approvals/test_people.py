from __future__ import annotations

import pytest

from bot.adapters.reading import read
from bot.core.approvals.answer import State
from bot.core.approvals.evaluate import evaluate
from bot.core.approvals.extra import needs
from bot.core.approvals.people import owners_named, resolve
from bot.core.approvals.policy import ApprovalPolicy, Givers
from bot.core.approvals.who import Who
from bot.core.contract.model import Contract
from bot.core.records import replace
from bot.core.rule import whole
from tests.core.approvals.making import approvals, pull
from tests.core.approvals.scenes import asked, contract, scene_of, team

POLICY = ApprovalPolicy(
    teams={"acme/data": ("ada", "bea@example.com")},
    identities={"bea@example.com": "bea", "cyd": "cyd-on-github"},
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("@ada", Who(people=("ada",)), id="a login"),
        pytest.param("@acme/other", Who(teams=("acme/other",)), id="a team"),
        pytest.param("acme/data", Who(teams=("acme/data",)), id="a team of the roster"),
        pytest.param("Bea@Example.com", Who(people=("bea",)), id="an e-mail address, in any case"),
        pytest.param("cyd", Who(people=("cyd-on-github",)), id="a user name with an identity"),
        pytest.param("dot", Who(nameless=("dot",)), id="a user name without one is no login"),
        pytest.param("d@e.org", Who(nameless=("d@e.org",)), id="an unknown e-mail address"),
        pytest.param("@a b", Who(nameless=("@a b",)), id="what is no login"),
        pytest.param("acme/other", Who(nameless=("acme/other",)), id="a team without @"),
        pytest.param(" ", Who(), id="nothing"),
    ],
)
def test_a_name_leads_to_an_account_or_to_nobody(name: str, expected: Who) -> None:
    assert resolve((name,), POLICY) == expected


def _member(name: str, role: str, more: str = "") -> str:
    return f"  - {{username: {name}, role: {role}{more}}}\n"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param(_member("cyd", "Owner"), Who(people=("cyd-on-github",)), id="an owner"),
        pytest.param(
            _member("cyd", "Data Steward"), Who(people=("cyd-on-github",)), id="a steward"
        ),
        pytest.param(_member("cyd", "analyst"), Who(), id="others do not answer for it"),
        pytest.param(_member("dot", "owner"), Who(nameless=("dot",)), id="an unknown owner"),
        pytest.param(
            _member("cyd", "owner", ', dateOut: "2026-01-01"'), Who(), id="one who has left"
        ),
        pytest.param(
            _member("dot", "owner", ', dateOut: "2026-01-01", replacedByUsername: cyd'),
            Who(people=("cyd-on-github",)),
            id="who came for one who has left",
        ),
        pytest.param(
            _member(
                "dot", "owner", ", customProperties: [{property: gitHandle, value: dot-on-github}]"
            ),
            Who(people=("dot-on-github",)),
            id="a handle beside the name",
        ),
        pytest.param(
            _member("cyd", "analyst")
            + '  customProperties: [{property: gitTeam, value: "@acme/data"}]\n',
            Who(teams=("acme/data",)),
            id="the team itself",
        ),
    ],
)
def test_who_answers_for_a_contract(members: str, expected: Who) -> None:
    text = contract("orders", "name: a", more=f"team:\n  name: data\n  members:\n{members}")
    found = read(whole(text).encode(), "orders.yaml")

    assert isinstance(found, Contract)
    assert owners_named(found, POLICY) == expected


BASE = {"c/orders.yaml": contract("orders", "name: a", more=team("ada"))}
NEW = {"c/orders.yaml": contract("orders", "name: a", "name: b", version="1.1.0", more=team("ada"))}
BARE = {"c/orders.yaml": contract("orders", "name: a")}
BARE_NEW = {"c/orders.yaml": contract("orders", "name: a", "name: b", version="1.1.0")}
OWNER = "owner:orders:c/orders.yaml"


@pytest.mark.parametrize(
    ("base", "head", "policy", "codeowners", "expected"),
    [
        pytest.param(BASE, NEW, ApprovalPolicy(), "* @all\n", ["ada"], id="whom it names"),
        pytest.param(
            BASE,
            NEW,
            ApprovalPolicy(givers=Givers(people=("dom",))),
            "* @all\n",
            ["ada", "dom"],
            id="and whom the policy names for its domain",
        ),
        pytest.param(BARE, BARE_NEW, ApprovalPolicy(), "* @all\n", ["all"], id="else code owners"),
        pytest.param(BARE, BARE_NEW, ApprovalPolicy(), None, [], id="else nobody"),
        pytest.param(
            {}, NEW, ApprovalPolicy(), "* @all\n", ["all"], id="a new one: those of its place"
        ),
        pytest.param(
            {},
            NEW,
            ApprovalPolicy(),
            "/.github/ @hilda\n",
            ["hilda"],
            id="a new one where nobody owns the place: the board",
        ),
    ],
)
def test_who_owns_a_contract(
    base: dict[str, str],
    head: dict[str, str],
    policy: ApprovalPolicy,
    codeowners: str | None,
    expected: list[str],
) -> None:
    assert asked(scene_of(base, head, policy, codeowners))[OWNER] == expected


def _asking(entries: str) -> str:
    return f"{team('ada')}customProperties:\n- property: changeApprovers\n  value: {entries}\n"


@pytest.mark.parametrize(
    ("entries", "fields", "expected"),
    [
        pytest.param('["@acme/privacy"]', ("name: a", "name: b"), ["@acme/privacy"], id="always"),
        pytest.param(
            '[{group: "@acme/privacy", when: [classification]}]',
            ("name: a", "name: b"),
            None,
            id="not where something else changes",
        ),
        pytest.param(
            '[{group: "@acme/privacy", when: [classification]}]',
            ("name: a, classification: secret",),
            ["@acme/privacy"],
            id="where what it names changes",
        ),
        pytest.param(
            '[{group: "@acme/privacy", when: [breaking]}]',
            ("name: b",),
            ["@acme/privacy"],
            id="where a change weighs as much",
        ),
        pytest.param(
            "[{min: 1}]", ("name: a", "name: b"), [], id="what names nobody, nobody gives"
        ),
    ],
)
def test_whom_a_contract_asks_for_besides(
    entries: str, fields: tuple[str, ...], expected: list[str] | None
) -> None:
    base = {"c/orders.yaml": contract("orders", "name: a", more=_asking(entries))}
    head = {"c/orders.yaml": contract("orders", *fields, version="2.0.0", more=_asking(entries))}

    assert asked(scene_of(base, head)).get("approver:orders:c/orders.yaml:1") == expected


@pytest.mark.parametrize(
    "entries", ["[{min: 1}]", '[{group: "@a/b", min: 0}]', "[3]", '[{group: "@a/b", when: [1]}]']
)
def test_a_wish_that_cannot_be_read_is_undecided(entries: str) -> None:
    base = {"c/orders.yaml": contract("orders", "name: a", more=_asking(entries))}
    head = {"c/orders.yaml": contract("orders", "name: b", version="2.0.0", more=_asking(entries))}
    found = needs(scene_of(base, head), pull())

    assert evaluate(found, pull(), ApprovalPolicy()).state is State.UNDECIDED


@pytest.mark.parametrize(
    ("login", "expected"),
    [
        pytest.param("ada", State.APPROVED, id="a member by login"),
        pytest.param("bea", State.APPROVED, id="a member by e-mail address"),
        pytest.param("eve", State.PENDING, id="somebody else"),
    ],
)
def test_the_roster_of_the_policy_tells_the_members_of_a_team(login: str, expected: State) -> None:
    found = scene_of(BARE, BARE_NEW, POLICY, "* @Acme/Data\n")
    given = pull(*approvals(login))

    assert evaluate(needs(found, given), given, POLICY).state is expected


def test_the_roster_has_teams_that_the_host_does_not() -> None:
    found = scene_of(BARE, BARE_NEW, POLICY, "* @acme/data\n")
    given = pull(*approvals("ada"))
    given = replace(given, teams=replace(given.teams, missing=frozenset({"acme/data"})))

    assert evaluate(needs(found, given), given, POLICY).state is State.APPROVED


def test_the_host_knows_better_than_the_roster() -> None:
    found = scene_of(BARE, BARE_NEW, POLICY, "* @acme/data\n")
    given = pull(*approvals("ada"))
    given = replace(given, teams=replace(given.teams, members={"acme/data": frozenset({"zoe"})}))

    assert evaluate(needs(found, given), given, POLICY).state is State.PENDING
