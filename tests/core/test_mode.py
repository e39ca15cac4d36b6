from __future__ import annotations

import pytest

from bot.core.finding import Effect, Weight
from bot.core.mode import MODES, Direction, Mode, facing, read_mode, weigh

N, U, B = Weight.NOTE, Weight.UNSURE, Weight.BREAKING


@pytest.mark.parametrize(
    ("effect", "backward", "forward", "full"),
    [
        pytest.param(Effect.TIGHTENS, B, N, B, id="tightening breaks backward"),
        pytest.param(Effect.LOOSENS, N, B, B, id="loosening breaks forward"),
        pytest.param(Effect.BOTH, B, B, B, id="both break both ways"),
        pytest.param(Effect.UNDETERMINED, U, U, U, id="what is unknown is unsure"),
        pytest.param(Effect.NONE, N, N, N, id="no effect is a note"),
    ],
)
def test_the_mode_turns_an_effect_into_a_weight(
    effect: Effect, backward: Weight, forward: Weight, full: Weight
) -> None:
    directions = (Direction.BACKWARD, Direction.FORWARD, Direction.FULL, Direction.NONE)

    actual = [weigh(effect, direction) for direction in directions]

    assert actual == [backward, forward, full, Weight.NOTE]


@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize("certain", [True, False])
def test_full_is_backward_and_forward(effect: Effect, certain: bool) -> None:
    ways = [weigh(effect, way, certain=certain) for way in (Direction.BACKWARD, Direction.FORWARD)]

    assert weigh(effect, Direction.FULL, certain=certain) == max(ways)


def test_a_break_that_only_may_happen_is_unsure() -> None:
    assert weigh(Effect.LOOSENS, Direction.FORWARD, certain=False) is Weight.UNSURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("full", Mode(Direction.FULL), id="lower case"),
        pytest.param(
            "FORWARD_TRANSITIVE", Mode(Direction.FORWARD, transitive=True), id="Confluent"
        ),
        pytest.param(
            " Backward-Transitive ", Mode(Direction.BACKWARD, transitive=True), id="blanks"
        ),
        pytest.param("none-transitive", None, id="none has no transitive form"),
        pytest.param("sideways", None, id="another word"),
    ],
)
def test_a_mode_is_read_in_any_spelling(text: str, expected: Mode | None) -> None:
    assert read_mode(text) == expected


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_a_mode_reads_back_as_itself(mode: Mode) -> None:
    assert read_mode(str(mode)) == mode


@pytest.mark.parametrize(
    ("effect", "backward", "forward"),
    [
        pytest.param(Effect.BOTH, Effect.TIGHTENS, Effect.LOOSENS, id="of both, the one asked for"),
        pytest.param(Effect.TIGHTENS, Effect.TIGHTENS, Effect.TIGHTENS, id="a tightening is one"),
        pytest.param(Effect.LOOSENS, Effect.LOOSENS, Effect.LOOSENS, id="a loosening is one"),
    ],
)
def test_a_direction_asks_about_its_own_part_of_an_effect(
    effect: Effect, backward: Effect, forward: Effect
) -> None:
    assert facing(effect, Direction.BACKWARD) is backward
    assert facing(effect, Direction.FORWARD) is forward
    assert facing(effect, Direction.FULL) is effect
    assert facing(effect, Direction.NONE) is effect
