from __future__ import annotations

import pytest

from bot.core.phases import Phase, likely_phase, phase_of


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        pytest.param("active", Phase.ACTIVE, id="the word itself"),
        pytest.param(" Active ", Phase.ACTIVE, id="case and blanks do not matter"),
        pytest.param("production", None, id="another word is none"),
        pytest.param("", None, id="an empty text is none"),
        pytest.param(None, None, id="no status is none"),
    ],
)
def test_a_status_is_a_phase_by_its_own_word_only(status: str | None, phase: Phase | None) -> None:
    assert phase_of(status) is phase


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        pytest.param("production", Phase.ACTIVE, id="production is active"),
        pytest.param("current", Phase.ACTIVE, id="current is active"),
        pytest.param("In Development", Phase.DRAFT, id="in development is a draft"),
        pytest.param("in-review", Phase.DRAFT, id="hyphens are blanks"),
        pytest.param("actvie", Phase.ACTIVE, id="letters in the wrong order"),
        pytest.param("depricated", Phase.DEPRECATED, id="a wrong letter"),
        pytest.param("inactive", Phase.RETIRED, id="inactive is not almost active"),
        pytest.param("brouillon", Phase.DRAFT, id="in French"),
        pytest.param("zone 7", None, id="what nobody can guess"),
        pytest.param("unknown", None, id="unknown stays unknown"),
        pytest.param("active" * 1_000, None, id="no text of a page is a status"),
        pytest.param(None, None, id="no status"),
    ],
)
def test_a_status_probably_means_a_phase(status: str | None, phase: Phase | None) -> None:
    assert likely_phase(status) is phase
