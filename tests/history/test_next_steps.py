"""What a review tells the producer to do, in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.core.finding import Weight
from bot.core.policy.settings import DEFAULT_SETTINGS, Settings, WaiverLimits
from bot.core.policy.window import Window
from bot.core.records import replace
from bot.core.review import Failed
from tests.history.branches import Branches, orders

_WAIVER = "write a waiver of `{}` into `orders.waivers.yaml`"
_UNDEPRECATED = (
    "orders (orders.yaml:7): the field `orders.amount` goes, and was never deprecated. "
    "Keep it, and write `deprecated: true` on it; it may go 90 days after that is merged."
)
_BUMP = "write `version: 2.0.0` (`steward bump orders.yaml` does it)"
_NEVER = replace(
    DEFAULT_SETTINGS,
    waivers=WaiverLimits(max_days=90, never=frozenset({"element-removed-undeprecated"})),
)
_FREE = replace(DEFAULT_SETTINGS, window=Window(days=0))
_ERRORS = replace(DEFAULT_SETTINGS, rules={"field-added": Weight.ERROR})


def _retyped(field: str, line: int) -> str:
    return (
        f"orders (orders.yaml:{line}): `orders.{field}` was number and is string: `number` is a"
        " number that may have a fraction, `string` is text. Add a field of the new type beside"
        " the old one, fill both, deprecate the old one."
    )


@pytest.fixture
def branches(tmp_path: Path) -> Branches:
    """Return an empty repository."""
    return Branches(tmp_path)


def _steps(
    branches: Branches, old: str, new: str, *, today: str, settings: Settings = DEFAULT_SETTINGS
) -> tuple[str, ...]:
    branches.commit("2026-01-01", old)
    branches.branch("topic")
    branches.commit("2026-01-20", new)
    verdict = branches.review("topic", today, settings=settings).verdict
    assert isinstance(verdict, Failed)
    return verdict.steps


@pytest.mark.parametrize(
    ("new", "settings", "steps"),
    [
        pytest.param(
            orders("id"),
            DEFAULT_SETTINGS,
            (
                _UNDEPRECATED,
                (
                    f"Or, if the break is meant: {_BUMP}, and "
                    f"{_WAIVER.format('element-removed-undeprecated')}."
                ),
            ),
            id="to keep the field comes first, to mean the break second",
        ),
        pytest.param(
            orders("id", version="2.0.0"),
            DEFAULT_SETTINGS,
            (
                _UNDEPRECATED,
                f"Or, if it cannot wait: {_WAIVER.format('element-removed-undeprecated')}.",
            ),
            id="the version that announces it is not enough",
        ),
        pytest.param(
            orders("id", version="2.0.0"),
            _NEVER,
            (_UNDEPRECATED,),
            id="no waiver is advised that the policy refuses",
        ),
        pytest.param(
            orders("id"),
            _NEVER,
            (_UNDEPRECATED, f"When it may go: {_BUMP}."),
            id="without a waiver the version waits for the window",
        ),
        pytest.param(
            orders("id"),
            _FREE,
            (
                (
                    "orders (orders.yaml:4): the contract changed, and its version is still 1.0.0. "
                    "Run `steward bump orders.yaml`, or write `version: 2.0.0`."
                ),
            ),
            id="where no window is asked for, the version is all that is missing",
        ),
        pytest.param(
            orders("id", "amount").replace("number", "string"),
            DEFAULT_SETTINGS,
            (
                _retyped("amount", 10),
                _retyped("id", 9),
                f"Or, if the break is meant: {_BUMP}.",
            ),
            id="what breaks otherwise can be kept, or announced",
        ),
        pytest.param(
            orders("id", "amount", "net", version="1.1.0"),
            _ERRORS,
            (
                (
                    "orders (orders.yaml:11): optional field `orders.net` was added. Nothing to do:"
                    " an optional field is a minor version."
                ),
            ),
            id="a change that the policy calls an error fails",
        ),
    ],
)
def test_what_makes_it_right_comes_first(
    branches: Branches, new: str, settings: Settings, steps: tuple[str, ...]
) -> None:
    found = _steps(branches, orders("id", "amount"), new, today="2026-02-01", settings=settings)
    assert found == steps


_EARLY = (
    "orders (orders.yaml:7): the field `orders.amount` goes before its window of 90 days is over:"
    " it is deprecated since 2026-01-01, by commit"
)


@pytest.mark.parametrize(
    ("version", "second"),
    [
        pytest.param(
            "1.0.0",
            f"Or, if the break is meant: {_BUMP}, and wait until 2026-04-01 (UTC) or "
            f"{_WAIVER.format('element-removed-early')}.",
            id="the version, the day to wait for, and the waiver stand together",
        ),
        pytest.param(
            "2.0.0",
            f"Or, if it cannot wait: {_WAIVER.format('element-removed-early')}.",
            id="with its version it only has to wait",
        ),
    ],
)
def test_a_window_that_is_not_over_names_its_last_day(
    branches: Branches, version: str, second: str
) -> None:
    new = orders("id", version=version)
    steps = _steps(branches, orders("id", "amount!"), new, today="2026-02-01")
    assert steps[0].startswith(_EARLY)
    assert steps[0].endswith("Merge this on 2026-04-01 (UTC) or later.")
    assert steps[1:] == (second,)


def test_of_two_days_to_wait_for_the_later_one_is_told(branches: Branches) -> None:
    told = "customProperties: [{property: deprecation, value: {removal: '2026-12-31'}}]"
    old = orders("id", "amount!").replace("deprecated: true", f"deprecated: true, {told}")
    steps = _steps(branches, old, orders("id", version="2.0.0"), today="2026-02-01")
    assert [step for step in steps if "Merge this on" in step] == [
        (
            "orders (orders.yaml:7): the field `orders.amount` goes, and its end was announced for"
            f" {date(2026, 12, 31)}. Merge this on 2026-12-31 (UTC) or later."
        )
    ]


def test_of_many_breaks_a_few_are_told_and_the_version_is_not_lost(branches: Branches) -> None:
    names = [f"f{number}" for number in range(30)]
    old = orders(*names)
    steps = _steps(branches, old, old.replace("number", "string"), today="2026-02-01")
    assert steps[5:] == (
        "orders: keep what 25 more breaking changes take away, too.",
        f"Or, if the break is meant: {_BUMP}.",
    )
