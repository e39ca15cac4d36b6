from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import Location
from bot.core.finding import Bump, Confidence, Effect, Finding, Plane, Weight
from bot.core.policy.settings import WaiverLimits
from bot.core.policy.waivers import (
    NEVER_WAIVED,
    WaiverChange,
    apply,
    changed_waivers,
    expiring,
    means,
)
from bot.core.records import replace
from bot.core.rules import CATALOGUE
from bot.core.waiver import Waiver, contract_files, is_waivers_file, stem, waivers_files

TODAY = date(2026, 7, 1)
FINDING = Finding(
    rule="DC104",
    name="field-removed",
    weight=Weight.BREAKING,
    effect=Effect.LOOSENS,
    plane=Plane.WIRE,
    confidence=Confidence.RULE,
    bump=Bump.MAJOR,
    contract="orders",
    path="orders.amount",
    message="field `orders.amount` was removed",
    hint="Deprecate it.",
)
OTHER = replace(FINDING, rule="DC304", name="type-narrowed")
ELSEWHERE = replace(FINDING, path="orders.note")
WAIVER = Waiver(
    rule="field-removed",
    fingerprint=None,
    path="orders.amount",
    reason="Nobody reads it.",
    owner="ada",
    expires=date(2026, 7, 31),
    where=Location("orders.waivers.yaml", 2, 3),
)


@pytest.mark.parametrize(
    ("waiver", "covered"),
    [
        pytest.param(WAIVER, [FINDING], id="a rule at a path"),
        pytest.param(replace(WAIVER, path=None), [FINDING, ELSEWHERE], id="a rule anywhere"),
        pytest.param(replace(WAIVER, path=""), [], id="a rule at the contract itself"),
        pytest.param(replace(WAIVER, path="orders"), [], id="what encloses a path is not the path"),
        pytest.param(
            replace(WAIVER, rule=None, path=None, fingerprint=FINDING.fingerprint),
            [FINDING],
            id="a fingerprint alone",
        ),
        pytest.param(
            replace(WAIVER, fingerprint=ELSEWHERE.fingerprint), [], id="all it names must fit"
        ),
        pytest.param(replace(WAIVER, rule=None, path=None), [], id="what names nothing"),
        pytest.param(replace(WAIVER, expires=TODAY), [FINDING], id="on its last day"),
        pytest.param(replace(WAIVER, expires=date(2026, 6, 30)), [], id="the day after"),
    ],
)
def test_what_a_waiver_covers(waiver: Waiver, covered: list[Finding]) -> None:
    found = apply([waiver], [FINDING, OTHER, ELSEWHERE], TODAY).findings

    assert found == tuple(
        replace(finding, waiver=waiver) if finding in covered else finding
        for finding in (FINDING, OTHER, ELSEWHERE)
    )


def test_a_waived_finding_keeps_its_weight_and_its_bump_and_fails_nothing() -> None:
    (found,) = apply([WAIVER], [FINDING], TODAY).findings

    assert (found.weight, found.bump) == (Weight.BREAKING, Bump.MAJOR)
    assert (FINDING.breaking, found.breaking) == (True, False)


def test_of_several_waivers_the_longest_holds() -> None:
    longer = replace(WAIVER, path=None, expires=date(2026, 8, 31))

    (found,) = apply([WAIVER, longer], [FINDING], TODAY).findings

    assert found.waiver == longer


@pytest.mark.parametrize("name", sorted(NEVER_WAIVED))
def test_no_waiver_makes_a_breaking_change_a_minor_one(name: str) -> None:
    finding = replace(FINDING, name=name)
    named = replace(WAIVER, rule=name)
    printed = replace(WAIVER, rule=None, fingerprint=finding.fingerprint)

    applied = apply([named, printed], [finding], TODAY)

    assert applied.findings == (finding,)
    assert [use.refused for use in applied.uses] == [(name,), (name,)]
    assert name in {rule.name for rule in CATALOGUE}


def test_the_policy_may_forbid_the_waivers_of_a_rule() -> None:
    limits = WaiverLimits(never=frozenset(["field-removed"]))

    applied = apply([WAIVER], [FINDING], TODAY, limits)

    assert applied.findings == (FINDING,)
    assert applied.uses[0].refused == ("field-removed",)


@pytest.mark.parametrize(
    ("expires", "meant", "expired"),
    [
        pytest.param(date(2026, 7, 1), 1, False, id="in use"),
        pytest.param(date(2026, 6, 30), 1, True, id="expired, and still needed"),
    ],
)
def test_a_use_knows_what_is_meant_and_whether_it_expired(
    expires: date, meant: int, *, expired: bool
) -> None:
    (use,) = apply([replace(WAIVER, expires=expires)], [FINDING], TODAY).uses

    assert (len(use.meant), use.expired) == (meant, expired)


def test_the_latest_end_counts_from_today() -> None:
    (use,) = apply([WAIVER], [], TODAY, WaiverLimits(max_days=30)).uses

    assert use.latest == date(2026, 7, 31)


def test_only_rules_that_were_asked_are_sought() -> None:
    waivers = [WAIVER, replace(WAIVER, rule="owner-missing"), replace(WAIVER, rule=None)]

    uses = apply(waivers, [], TODAY, sought=lambda name: name == "owner-missing").uses

    assert [use.sought for use in uses] == [False, True, False]


NAMES = st.sampled_from(["field-removed", "type-narrowed", "version-not-bumped"])
PATHS = st.sampled_from(["", "orders", "orders.amount", "orders.amount.x", "Orders.amount"])
FINDINGS = st.builds(
    lambda name, path, after: replace(FINDING, name=name, path=path, after=after),
    NAMES,
    PATHS,
    st.integers(0, 1),
)
WAIVERS = st.builds(
    lambda rule, path, days: replace(WAIVER, rule=rule, path=path, expires=days),
    st.none() | NAMES,
    st.none() | PATHS,
    st.dates(date(2026, 6, 25), date(2026, 7, 5)),
)


@settings(max_examples=200)
@given(st.lists(WAIVERS, max_size=4), st.lists(FINDINGS, max_size=5))
def test_a_waiver_never_hides_another_rule_or_path(
    waivers: list[Waiver], findings: list[Finding]
) -> None:
    found = apply(waivers, findings, TODAY).findings

    assert [replace(finding, waiver=None) for finding in found] == findings
    for finding in found:
        if finding.waiver is not None:
            assert finding.waiver in waivers
            assert means(finding.waiver, finding)
            assert finding.waiver.rule == finding.name
            assert finding.waiver.path in (None, finding.path)
            assert finding.waiver.expires >= TODAY
            assert finding.name not in NEVER_WAIVED


def test_what_expires_soon_is_told_soonest_first() -> None:
    ends = [date(2026, 7, 20), date(2026, 7, 1), date(2026, 6, 30), date(2026, 7, 15)]
    waivers = [replace(WAIVER, expires=end) for end in ends]

    found = expiring(waivers, TODAY, 14)

    assert [waiver.expires for waiver in found] == [date(2026, 7, 1), date(2026, 7, 15)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([], [WAIVER], [("added", True)], id="one that is new"),
        pytest.param([WAIVER], [], [("removed", False)], id="one that went"),
        pytest.param(
            [WAIVER],
            [replace(WAIVER, expires=date(2026, 8, 31))],
            [("changed", True)],
            id="one that lasts longer",
        ),
        pytest.param(
            [WAIVER], [replace(WAIVER, owner="grace")], [("changed", True)], id="another owner"
        ),
        pytest.param(
            [WAIVER], [replace(WAIVER, reason="Because.")], [("changed", True)], id="another reason"
        ),
        pytest.param(
            [WAIVER],
            [replace(WAIVER, path=None)],
            [("added", True), ("removed", False)],
            id="one that covers more",
        ),
        pytest.param(
            [WAIVER],
            [replace(WAIVER, where=Location("baskets.waivers.yaml", 2, 3))],
            [("added", True), ("removed", False)],
            id="one that went to another contract",
        ),
        pytest.param(
            [WAIVER],
            [replace(WAIVER, where=Location("orders.waivers.yml", 9, 1))],
            [],
            id="another line, or another ending of the file's name",
        ),
    ],
)
def test_what_differs_between_two_states(
    old: list[Waiver], new: list[Waiver], expected: list[tuple[str, bool]]
) -> None:
    found = changed_waivers(old, new)

    assert [(str(change.turn), change.loosens) for change in found] == expected


def test_a_change_has_both_sides() -> None:
    later = replace(WAIVER, expires=date(2026, 8, 31))

    assert changed_waivers([WAIVER], [later]) == (WaiverChange(old=WAIVER, new=later),)


@pytest.mark.parametrize(
    ("path", "waivers"),
    [
        ("a/profile.odcs.yaml", "a/profile.waivers.yaml"),
        ("a/profile.yaml", "a/profile.waivers.yaml"),
        ("a/profile.ODCS.yml", "a/profile.waivers.yaml"),
        ("a.b/c.d.yaml", "a.b/c.d.waivers.yaml"),
        ("product.odps.yaml", "product.waivers.yaml"),
    ],
)
def test_waivers_stand_beside_their_contract(path: str, waivers: str) -> None:
    assert waivers_files(path)[0] == waivers
    assert is_waivers_file(waivers)
    assert not is_waivers_file(path)
    assert stem(path) == stem(waivers)
    assert path.lower() in [file.lower() for file in contract_files(waivers)]
