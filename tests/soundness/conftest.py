"""How many pairs of contracts are tried: few on every run, more where somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.soundness.edits import Pair, pairs

Check = Callable[[Pair], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--soundness-examples",
        type=int,
        default=None,
        help="pairs of contracts that each test in tests/soundness tries, others every time",
    )


@pytest.fixture
def for_pairs(request: pytest.FixtureRequest) -> Callable[[int, Check], None]:
    """Run a check on generated pairs: on the same ones every time, unless a number is given."""

    def run(usual: int, check: Check) -> None:
        asked: Any = request.config.getoption("--soundness-examples", default=None)
        given(pairs())(
            settings(
                max_examples=asked or usual,
                derandomize=asked is None,
                database=None,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
            )(check)
        )()

    return run
