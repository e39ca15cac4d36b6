from __future__ import annotations

import pytest

from bot.core.contract.model import NOT_DEPRECATED, Deprecation
from bot.core.diff.removal import Shift, removal_shift, removal_told


def dated(removal: str | None = None, version: str | None = None) -> Deprecation:
    return Deprecation(flagged=True, removal=removal, removal_version=version)


_JUNE, _JULY = dated("2030-06-30"), dated("2030-07-31")
_TWO, _THREE = dated(version="2.0.0"), dated(version="3.0.0")


@pytest.mark.parametrize(
    ("old", "new", "shift"),
    [
        pytest.param(_JUNE, _JUNE, Shift.SAME, id="the same day"),
        pytest.param(_JUNE, _JULY, Shift.LATER, id="a month more"),
        pytest.param(_JULY, _JUNE, Shift.EARLIER, id="a month less"),
        pytest.param(_TWO, _THREE, Shift.LATER, id="a major version later"),
        pytest.param(_THREE, _TWO, Shift.EARLIER, id="a major version earlier"),
        pytest.param(dated(), _JUNE, Shift.ANNOUNCED, id="a first day"),
        pytest.param(dated(), _TWO, Shift.ANNOUNCED, id="a first version"),
        pytest.param(_JUNE, dated(), Shift.WITHDRAWN, id="no day any more"),
        pytest.param(_JUNE, dated("soon"), Shift.UNCLEAR, id="a day in words"),
        pytest.param(_TWO, dated(version="next"), Shift.UNCLEAR, id="a version in words"),
        pytest.param(
            dated("2030-06-30", "3.0.0"),
            dated("2030-07-31", "2.0.0"),
            Shift.EARLIER,
            id="a later day in an earlier version",
        ),
        pytest.param(_JUNE, dated("2030-06-30", "2.0.0"), Shift.ANNOUNCED, id="a version as well"),
        pytest.param(
            dated("2030-06-30", "2.0.0"), _JUNE, Shift.WITHDRAWN, id="the day without the version"
        ),
        pytest.param(_JUNE, _TWO, Shift.ANNOUNCED, id="a version instead of the day"),
        pytest.param(NOT_DEPRECATED, _JUNE, Shift.SAME, id="it was not deprecated before"),
        pytest.param(_JUNE, NOT_DEPRECATED, Shift.SAME, id="it is not deprecated any more"),
    ],
)
def test_the_removal_moves(old: Deprecation, new: Deprecation, shift: Shift) -> None:
    assert removal_shift(old, new) is shift


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param(_JUNE, "2030-06-30", id="a day"),
        pytest.param(_TWO, "version 2.0.0", id="a version"),
        pytest.param(dated("2030-06-30", "2.0.0"), "2030-06-30, version 2.0.0", id="both"),
        pytest.param(dated(), "an open day", id="neither"),
    ],
)
def test_the_removal_is_told(told: Deprecation, words: str) -> None:
    assert removal_told(told) == words
