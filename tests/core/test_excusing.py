from __future__ import annotations

from datetime import date

import pytest

from bot.core.check import lint
from bot.core.errors import Location
from bot.core.excusing import excused_files
from bot.core.finding import Weight
from bot.core.policy.settings import Settings, WaiverLimits
from bot.core.records import replace
from bot.core.review import Judging
from bot.core.rule import whole
from bot.core.rules import CATALOGUE
from bot.core.waiver import Waiver
from tests.reading import contract

FILE = "contracts/orders.odcs.yaml"
JUDGING = Judging(rules=CATALOGUE, settings=Settings(), today=date(2026, 7, 1))
NOBODY = contract(whole("name: Orders\n"), FILE)
WAIVER = Waiver(
    rule="owner-missing",
    fingerprint=None,
    path=None,
    reason="The team begins in August.",
    owner="ada",
    expires=date(2026, 8, 1),
    where=Location("contracts/orders.waivers.yaml", 2, 3),
)
ELSEWHERE = replace(WAIVER, where=Location("contracts/baskets.waivers.yaml", 2, 3))


@pytest.mark.parametrize(
    ("waivers", "files", "waived", "about"),
    [
        pytest.param([WAIVER], [FILE], True, [], id="beside its contract"),
        pytest.param([], [FILE], False, [], id="no waivers"),
        pytest.param([ELSEWHERE], [FILE], False, ["waiver-unused"], id="beside another"),
        pytest.param(
            [replace(WAIVER, expires=date(2026, 6, 30))],
            [FILE],
            False,
            ["waiver-expired"],
            id="expired",
        ),
        pytest.param(
            [replace(WAIVER, rule="field-removed")], [FILE], False, [], id="of what was not asked"
        ),
        pytest.param(
            [replace(WAIVER, rule="lineage-cycle")],
            [FILE],
            False,
            ["waiver-unused"],
            id="of what found nothing",
        ),
        pytest.param(
            [replace(WAIVER, rule=None, fingerprint="0" * 16)],
            [FILE],
            False,
            [],
            id="a fingerprint may be that of a change",
        ),
    ],
)
def test_files_under_waivers(
    waivers: list[Waiver], files: list[str], *, waived: bool, about: list[str]
) -> None:
    found = lint(NOBODY, JUDGING.ruleset(NOBODY)[0])

    told = excused_files(found, waivers, JUDGING, files)

    owner = [finding.waiver for finding in told if finding.name == "owner-missing"]
    assert owner == [waivers[0] if waived else None]
    assert [finding.name for finding in told if finding.name.startswith("waiver-")] == about
    assert len(told) == len(found) + len(about)


def test_the_policy_says_what_may_not_be_waived() -> None:
    limits = WaiverLimits(never=frozenset(["owner-missing"]))
    strict = replace(JUDGING, settings=Settings(waivers=limits))
    found = lint(NOBODY, strict.ruleset(NOBODY)[0])

    told = {finding.name: finding for finding in excused_files(found, [WAIVER], strict, [FILE])}

    assert told["owner-missing"].waiver is None
    assert told["waiver-refused"].breaking
    assert str(told["waiver-refused"].head) == "contracts/orders.waivers.yaml:2"


def test_a_weight_of_the_policy_holds_for_the_rules_on_waivers_too() -> None:
    lenient = replace(JUDGING, settings=Settings(rules={"waiver-expired": Weight.WARNING}))
    late = replace(WAIVER, expires=date(2026, 6, 30))
    found = lint(NOBODY, lenient.ruleset(NOBODY)[0])

    told = {finding.name: finding for finding in excused_files(found, [late], lenient, [FILE])}

    assert not told["waiver-expired"].breaking
