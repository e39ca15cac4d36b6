from __future__ import annotations

import pytest

from bot.core.finding import Weight
from bot.core.mode import FULL, MODES, Direction, Mode
from bot.core.policy.settings import Scope, Settings, effective, join
from bot.core.rule import whole
from tests.reading import contract

FORWARD = Mode(Direction.FORWARD)
BACKWARD = Mode(Direction.BACKWARD)
NONE = Mode(Direction.NONE)
FULL_TRANSITIVE = Mode(Direction.FULL, transitive=True)


def asks_for(mode: str) -> str:
    return f"domain: sales\ncustomProperties:\n- {{property: compatibilityMode, value: {mode}}}\n"


@pytest.mark.parametrize(
    ("policy", "own", "expected", "ignored"),
    [
        pytest.param(FULL, "full-transitive", FULL_TRANSITIVE, None, id="a contract may tighten"),
        pytest.param(FULL, "FORWARD", FULL, "forward", id="it may not loosen"),
        pytest.param(NONE, "backward", BACKWARD, None, id="anything tightens none"),
        pytest.param(FORWARD, "backward", FULL, "backward", id="both ways at once is full"),
        pytest.param(FORWARD, "forward", FORWARD, None, id="the same changes nothing"),
        pytest.param(FORWARD, "sideways", FORWARD, None, id="an unknown word is not heard"),
    ],
)
def test_a_contract_may_tighten_and_never_loosen(
    policy: Mode, own: str, expected: Mode, ignored: str | None
) -> None:
    found = effective(Settings(compatibility=policy), contract(whole(asks_for(own))))

    assert (found.compatibility, found.ignored) == (expected, ignored)


def test_a_path_wins_over_a_domain_and_a_domain_over_the_rest() -> None:
    settings = Settings(
        file="policy.yml",
        compatibility=FULL,
        rules={"field-added": Weight.OFF},
        scopes=(
            Scope(source="policy.yml:4", domain="sales", compatibility=FORWARD),
            Scope(source="policy.yml:6", domain="other", compatibility=NONE),
            Scope(
                source="policy.yml:8",
                paths=("contracts/sandbox/*",),
                compatibility=BACKWARD,
                rules={"field-added": Weight.BREAKING},
            ),
        ),
    )
    text = whole("domain: sales\n")

    here = effective(settings, contract(text, "contracts/sandbox/a.yaml"))
    there = effective(settings, contract(text, "contracts/orders/a.yaml"))

    assert (here.compatibility, here.compatibility_source) == (BACKWARD, "policy.yml:8")
    assert (there.compatibility, there.compatibility_source) == (FORWARD, "policy.yml:4")
    assert here.weights == {"field-added": Weight.BREAKING}
    assert there.weights == {"field-added": Weight.OFF}


@pytest.mark.parametrize("first", MODES, ids=str)
@pytest.mark.parametrize("second", MODES, ids=str)
def test_joining_is_symmetric_and_keeps_what_both_ask(first: Mode, second: Mode) -> None:
    joined = join(first, second)

    assert joined == join(second, first)
    assert join(joined, first) == joined
