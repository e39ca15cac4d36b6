from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.approvals.policy import ApprovalScope, Givers
from bot.core.finding import Weight
from bot.core.mode import FULL, MODES, Direction, Mode
from bot.core.policy.settings import DEFAULT_SOURCE, Scope, Settings, effective
from bot.core.policy.window import Window
from bot.core.policy.wishes import join
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

    assert found.compatibility == expected
    assert [str(refusal.wish.value) for refusal in found.refused] == ([ignored] if ignored else [])


def asks_for_days(days: str, releases: str = "") -> str:
    text = f"customProperties:\n- {{property: deprecationWindowDays, value: {days}}}\n"
    if releases:
        text += f"- {{property: deprecationWindowReleases, value: {releases}}}\n"
    return text


@pytest.mark.parametrize(
    ("days", "releases", "expected", "refused"),
    [
        pytest.param("120", "", Window(120, 1), [], id="a contract may ask for more days"),
        pytest.param("90", "1", Window(90, 1), [], id="the same changes nothing"),
        pytest.param("30", "", Window(90, 1), [30], id="it may not ask for fewer"),
        pytest.param("0", "0", Window(90, 1), [0, 0], id="nor for none"),
        pytest.param("30", "2", Window(90, 2), [30], id="days and releases are heard apart"),
        pytest.param('"120"', "", Window(90, 1), [], id="a text is no number"),
        pytest.param("true", "", Window(90, 1), [], id="nor is true"),
        pytest.param("-1", "", Window(90, 1), [], id="nor what is less than none"),
        pytest.param("1000000", "", Window(90, 1), [], id="nor what never ends"),
    ],
)
def test_a_contract_may_lengthen_its_window_and_never_shorten_it(
    days: str, releases: str, expected: Window, refused: list[int]
) -> None:
    settings = Settings(window=Window(90, 1))

    found = effective(settings, contract(whole(asks_for_days(days, releases))))

    assert found.window == expected
    assert [refusal.wish.value for refusal in found.refused] == refused


WINDOWS = st.builds(Window, st.integers(0, 400), st.integers(0, 5))
WISHES = st.lists(
    st.sampled_from([f"compatibilityMode, value: {mode}" for mode in MODES])
    | st.integers(0, 400).map(lambda days: f"deprecationWindowDays, value: {days}")
    | st.integers(0, 5).map(lambda number: f"deprecationWindowReleases, value: {number}"),
    max_size=4,
)
SCOPES = st.lists(
    st.builds(
        lambda mode, days, releases: Scope(
            source="policy.yml:1",
            domain="sales",
            compatibility=mode,
            days=days,
            releases=releases,
        ),
        st.none() | st.sampled_from(MODES),
        st.none() | st.integers(0, 400),
        st.none() | st.integers(0, 5),
    ),
    max_size=2,
)


@given(st.sampled_from(MODES), WINDOWS, SCOPES, WISHES)
def test_whatever_a_contract_asks_for_nothing_gets_looser(
    mode: Mode, window: Window, scopes: list[Scope], asked: list[str]
) -> None:
    policy = Settings(compatibility=mode, window=window, scopes=tuple(scopes))
    listed = "".join(f"- {{property: {wish}}}\n" for wish in asked)
    silent = effective(policy, contract(whole("domain: sales\n")))
    text = whole("domain: sales\n" + (f"customProperties:\n{listed}" if asked else ""))

    found = effective(policy, contract(text))

    assert join(found.compatibility, silent.compatibility) == found.compatibility
    assert found.window.days >= silent.window.days
    assert found.window.releases >= silent.window.releases
    assert (found.approvals, found.weights) == (silent.approvals, silent.weights)
    for refusal in found.refused:
        assert refusal.wish.value != refusal.holds


def test_a_refused_wish_knows_its_line_and_who_says_otherwise() -> None:
    settings = Settings(window=Window(60), sources={"deprecation.window": "policy.yml:3"})
    text = whole(asks_for_days("30"))

    (refusal,) = effective(settings, contract(text, "orders.yaml")).refused

    assert (refusal.holds, refusal.source) == (60, "policy.yml:3")
    assert (refusal.wish.index, str(refusal.wish.place)) == (0, "orders.yaml:7")


def test_what_a_contract_brings_about_has_its_line_as_source() -> None:
    found = effective(Settings(), contract(whole(asks_for_days("120")), "orders.yaml"))

    assert found.source("deprecation.window") == "customProperties of orders.yaml:7"
    assert found.source("compatibility") == DEFAULT_SOURCE


def test_a_path_wins_over_a_domain_and_a_domain_over_the_rest() -> None:
    settings = Settings(
        file="policy.yml",
        compatibility=FULL,
        rules={"field-added": Weight.OFF},
        scopes=(
            Scope(
                source="policy.yml:4",
                domain="sales",
                compatibility=FORWARD,
                days=30,
                approvals=ApprovalScope(owners=2, givers=Givers(teams=("acme/sales",))),
                sources={"compatibility": "policy.yml:5", "deprecation.window": "policy.yml:6"},
            ),
            Scope(source="policy.yml:6", domain="other", compatibility=NONE),
            Scope(
                source="policy.yml:8",
                paths=("contracts/sandbox/*",),
                compatibility=BACKWARD,
                releases=2,
                approvals=ApprovalScope(owners=0),
                sources={"compatibility": "policy.yml:9"},
                rules={"field-added": Weight.BREAKING},
            ),
        ),
    )
    text = whole("domain: sales\n")

    here = effective(settings, contract(text, "contracts/sandbox/a.yaml"))
    there = effective(settings, contract(text, "contracts/orders/a.yaml"))

    assert (here.compatibility, here.source("compatibility")) == (BACKWARD, "policy.yml:9")
    assert (there.compatibility, there.source("compatibility")) == (FORWARD, "policy.yml:5")
    assert (here.window, there.window) == (Window(30, 2), Window(30, 0))
    assert (here.approvals.owners, there.approvals.owners) == (0, 2)
    assert here.approvals.givers == there.approvals.givers == Givers(teams=("acme/sales",))
    assert here.weights == {"field-added": Weight.BREAKING}
    assert there.weights == {"field-added": Weight.OFF}


@pytest.mark.parametrize("first", MODES, ids=str)
@pytest.mark.parametrize("second", MODES, ids=str)
def test_joining_is_symmetric_and_keeps_what_both_ask(first: Mode, second: Mode) -> None:
    joined = join(first, second)

    assert joined == join(second, first)
    assert join(joined, first) == joined
