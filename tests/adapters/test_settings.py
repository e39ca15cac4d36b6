from __future__ import annotations

import pytest

from bot.adapters.settings import read_settings, settings_schema
from bot.core.approvals.policy import (
    MOST_NESTED,
    AllOf,
    AnyOf,
    ApprovalScope,
    Ask,
    Binding,
    Board,
    ExtraRule,
    Givers,
    Matter,
    Named,
    Requesting,
    When,
)
from bot.core.errors import StewardError
from bot.core.finding import Bump, Weight
from bot.core.mode import MODES, Direction, Mode
from bot.core.policy.settings import DEFAULT_PATHS, Settings, WaiverLimits
from bot.core.policy.window import Window

NAMES = {"DC104": "field-removed", "field-removed": "field-removed"}
FULL_POLICY = b"""\
contracts: [contracts, "data/**/*.odcs.yaml"]
compatibility: forward
rules:
  field-removed: unsure
conventions:
  mustBeBetween: exclusive
  classifications: [open, secret]
domains:
  sales: {compatibility: full-transitive}
paths:
  "contracts/sandbox/*":
    rules: {DC104: off}
"""


def test_every_setting_is_read() -> None:
    found = read_settings(FULL_POLICY, "policy.yml", NAMES)

    assert found.contracts == ("contracts", "data/**/*.odcs.yaml")
    assert found.compatibility == Mode(Direction.FORWARD)
    assert found.rules == {"field-removed": Weight.UNSURE}
    assert not found.conventions.between_inclusive
    assert found.conventions.sensitivity == (("open",), ("secret",))
    assert [scope.source for scope in found.scopes] == [
        "policy.yml:9 (domains.sales)",
        "policy.yml:11 (paths.contracts/sandbox/*)",
    ]
    assert found.scopes[1].rules == {"DC104": Weight.OFF}


GOVERNED = b"""\
deprecation: {window: 60, releases: 2}
board: [ada, "@acme/board"]
teams:
  "@acme/privacy": [grace, "@alan"]
  stewards: ["@ada"]
identities:
  ada@example.com: "@ada"
  Ada Lovelace: ada
waivers: {maxDays: 30.0, never: [DC104]}
approvals:
  owners: 2
  consumers: 0
  board: {count: 2, for: [policy]}
  severalRoles: true
  author: true
  ignoreCommitsBy: ["renovate[bot]"]
  boundTo: head
  request: nobody
  objectors: [stewards]
  rules:
    - name: privacy
      if: {rules: [field-removed], bump: major, authorIn: [ada]}
      requires: {count: 2, from: ["@acme/privacy", grace@example.com], labels: [pii]}
    - name: quick
      requires: {from: [ada]}
  require: {or: [quick, {and: [privacy]}]}
domains:
  sales:
    deprecation: {window: 120}
    owners: ["@acme/sales", ada]
    approvals: {owners: 3}
"""


def test_everything_on_approvals_and_windows_is_read() -> None:
    found = read_settings(GOVERNED, "policy.yml", NAMES)
    held = found.approvals

    assert found.window == Window(60, 2)
    assert found.waivers == WaiverLimits(max_days=30, never=frozenset(["field-removed"]))
    assert (held.owners, held.consumers, held.several_roles, held.author) == (2, 0, True, True)
    assert held.board == Board(
        givers=Givers(people=("ada",), teams=("acme/board",)),
        count=2,
        matters=frozenset([Matter.POLICY]),
    )
    assert held.teams == {"acme/privacy": ("grace", "alan"), "stewards": ("ada",)}
    assert held.identities == {"ada@example.com": "ada", "Ada Lovelace": "ada"}
    assert held.objectors == Givers(teams=("stewards",))
    assert (held.bound_to, held.request) == (Binding.HEAD, Requesting.NOBODY)
    assert held.ignore_commits_by == ("renovate[bot]",)
    assert held.rules == (
        ExtraRule(
            name="privacy",
            when=When(rules=("field-removed",), bump=Bump.MAJOR, author_in=Givers(people=("ada",))),
            ask=Ask(
                count=2,
                givers=Givers(people=("grace@example.com",), teams=("acme/privacy",)),
                labels=("pii",),
            ),
        ),
        ExtraRule(name="quick", ask=Ask(givers=Givers(people=("ada",)))),
    )
    assert held.require == AnyOf((Named("quick"), AllOf((Named("privacy"),))))
    (scope,) = found.scopes
    assert (scope.days, scope.releases) == (120, None)
    assert scope.approvals == ApprovalScope(
        owners=3, givers=Givers(people=("ada",), teams=("acme/sales",))
    )


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("deprecation.window", 1),
        ("board", 2),
        ("teams.stewards", 5),
        ("identities.Ada Lovelace", 8),
        ("approvals.board.count", 13),
    ],
)
def test_every_setting_knows_its_line(setting: str, line: int) -> None:
    found = read_settings(GOVERNED, "policy.yml", NAMES)

    assert found.source(setting) == f"policy.yml:{line}"
    assert found.source("compatibility") == "default"
    assert found.scopes[0].sources["owners"] == "policy.yml:30 (domains.sales)"


def test_combinations_may_stand_in_each_other_up_to_the_bound() -> None:
    def nested(depth: int) -> bytes:
        tree = "{or: [" * depth + "a" + "]}" * depth
        rules = "[{name: a, requires: {count: 0}}]"
        return f"approvals: {{rules: {rules}, require: {tree}}}\n".encode()

    assert read_settings(nested(MOST_NESTED), "policy.yml", NAMES).approvals.require is not None
    with pytest.raises(StewardError, match="deeper in each other"):
        read_settings(nested(MOST_NESTED + 1), "policy.yml", NAMES)


def test_an_empty_mapping_is_the_default_policy() -> None:
    found = read_settings(b"{}\n", "policy.yml", NAMES)

    assert found.contracts == DEFAULT_PATHS
    assert found.compatibility == Mode(Direction.FULL)
    assert found == Settings(file="policy.yml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "compatability: full\n",
            "policy.yml:1: E401 `compatability` is no setting\n"
            "  | compatability: full\n"
            "  | ^\n"
            "  hint: did you mean `compatibility`?",
            id="a misspelt key",
        ),
        pytest.param(
            "compatibility: fowrard\n",
            "policy.yml:1: E401 `compatibility` cannot be `fowrard`\n"
            "  | compatibility: fowrard\n"
            "  |                ^\n"
            "  hint: did you mean `forward`?",
            id="a misspelt mode",
        ),
        pytest.param(
            "rules: {field-remove: off}\n",
            "policy.yml:1: E402 `field-remove` is no rule\n"
            "  | rules: {field-remove: off}\n"
            "  |         ^\n"
            "  hint: did you mean `field-removed`?",
            id="a rule that is none",
        ),
        pytest.param(
            "contracts: contracts\n",
            "policy.yml:1: E401 `contracts` has the wrong form\n"
            "  | contracts: contracts\n"
            "  |            ^\n"
            "  hint: give it a list; see `steward config --schema`",
            id="a text for a list",
        ),
        pytest.param(
            "deprecation: {window: 90 days}\n",
            "policy.yml:1: E401 `deprecation.window` has the wrong form\n"
            "  | deprecation: {window: 90 days}\n"
            "  |                       ^\n"
            "  hint: give it a whole number; see `steward config --schema`",
            id="days with a unit",
        ),
        pytest.param(
            "waivers: {maxDays: 0}\n",
            "policy.yml:1: E401 `waivers.maxDays` cannot be 0\n"
            "  | waivers: {maxDays: 0}\n"
            "  |                    ^\n"
            "  hint: give it at least 1",
            id="a number out of bounds",
        ),
        pytest.param(
            "approvals: {board: {for: [majors]}}\n",
            "policy.yml:1: E401 `approvals.board.for.0` cannot be `majors`\n"
            "  | approvals: {board: {for: [majors]}}\n"
            "  |                           ^\n"
            "  hint: did you mean `major`?",
            id="a matter that is none",
        ),
        pytest.param(
            "identities: {ada@example.com: ada lovelace}\n",
            "policy.yml:1: E401 `identities.ada@example.com` cannot be `ada lovelace`\n"
            "  | identities: {ada@example.com: ada lovelace}\n"
            "  |                               ^\n"
            "  hint: what it takes: A login on GitHub, with or without `@`",
            id="a name for a login",
        ),
        pytest.param(
            "waivers: {never: [field-remove]}\n",
            "policy.yml:1: E402 `field-remove` is no rule\n"
            "  | waivers: {never: [field-remove]}\n"
            "  |                   ^\n"
            "  hint: did you mean `field-removed`?",
            id="a rule that is none, in a list",
        ),
        pytest.param(
            "approvals: {rules: [{name: privacy}]}\n",
            "policy.yml:1: E401 `approvals.rules.0` has no `requires`\n"
            "  | approvals: {rules: [{name: privacy}]}\n"
            "  |                     ^\n"
            "  hint: add the key",
            id="a rule of approvals that asks for nothing",
        ),
        pytest.param(
            "approvals: {require: privacy}\n",
            "policy.yml:1: E401 `approvals.require`: there is no rule `privacy`\n"
            "  | approvals: {require: privacy}\n"
            "  |             ^\n"
            "  hint: the rules are: none",
            id="B07 a combination of a rule there is not",
        ),
        pytest.param(
            "approvals: {require: {or: []}}\n",
            'policy.yml:1: E401 `approvals.require` cannot be `{"or": []}`\n'
            "  | approvals: {require: {or: []}}\n"
            "  |                      ^\n"
            "  hint: what it takes: The name of a rule, or `and:` or `or:` with a list of such",
            id="B07 an empty or",
        ),
        pytest.param(
            "approvals: {require: {and: [a], or: [b]}}\n",
            'policy.yml:1: E401 `approvals.require` cannot be `{"and": ["a"], "or": ["b"]}`\n'
            "  | approvals: {require: {and: [a], or: [b]}}\n"
            "  |                      ^\n"
            "  hint: what it takes: The name of a rule, or `and:` or `or:` with a list of such",
            id="B07 both and: and or:",
        ),
        pytest.param(
            "approvals: {require: {or: [[a]]}}\n",
            'policy.yml:1: E401 `approvals.require` cannot be `{"or": [["a"]]}`\n'
            "  | approvals: {require: {or: [[a]]}}\n"
            "  |                      ^\n"
            "  hint: what it takes: The name of a rule, or `and:` or `or:` with a list of such",
            id="B07 a list inside or",
        ),
        pytest.param(
            'teams: {"@a/b": [x], a/b: [y]}\n',
            "policy.yml:1: E401 the team `@a/b` is there twice, with `@` and without\n"
            '  | teams: {"@a/b": [x], a/b: [y]}\n'
            "  |         ^\n"
            "  hint: keep one of the two",
            id="a team under two spellings",
        ),
        pytest.param(
            "domains: {sales: {contracts: [x]}}\n",
            "policy.yml:1: E401 `contracts` is no setting\n"
            "  | domains: {sales: {contracts: [x]}}\n"
            "  |                   ^\n"
            "  hint: known here: compatibility, deprecation, owners, approvals, rules",
            id="B08 a key that is unknown there",
        ),
    ],
)
def test_a_fault_says_what_was_meant(text: str, expected: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_settings(text.encode(), "policy.yml", NAMES)

    assert str(caught.value) == expected


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(StewardError) as caught:
        read_settings(b"a: 1\nrules: {x: off}\ncompatibility: y\n", "policy.yml", NAMES)

    assert [fault.where.line for fault in caught.value.faults if fault.where] == [1, 2, 3]


def test_the_published_schema_names_every_mode_and_weight() -> None:
    schema = settings_schema()

    assert sorted(schema["$defs"]["mode"]["enum"]) == sorted(map(str, MODES))
    assert schema["$defs"]["rules"]["additionalProperties"]["enum"] == [
        weight.word for weight in Weight
    ]
