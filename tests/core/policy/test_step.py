from __future__ import annotations

import pytest

from bot.adapters.settings import read_settings
from bot.core.errors import Location
from bot.core.policy.settings import DEFAULT_SETTINGS, SETTINGS_FILE, Settings
from bot.core.policy.step import PolicyStep, SettingChange

BASE = "compatibility: full\nboard: [ada]\n"


def policy(text: str | None) -> Settings:
    if text is None:
        return DEFAULT_SETTINGS
    return read_settings(text.encode(), SETTINGS_FILE, {"DC104": "field-removed"})


def change(setting: str, before: object, after: object, line: int = 1) -> SettingChange:
    return SettingChange(
        setting=setting, before=before, after=after, where=Location(SETTINGS_FILE, line)
    )


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(BASE, [], id="the same"),
        pytest.param("# why\nboard:\n- '@ada'\n", [], id="the same, written otherwise"),
        pytest.param(
            BASE + "deprecation: {window: 30}\n",
            [change("deprecation.window", 90, 30, 3)],
            id="a default that is changed, with its line",
        ),
        pytest.param(
            "compatibility: full\n",
            [change("board", ["ada"], [])],
            id="a setting that went, at the first line",
        ),
        pytest.param(
            BASE + "rules: {DC104: off}\n",
            [change("rules.DC104", None, "off", 3)],
            id="the weight of a rule",
        ),
        pytest.param(
            BASE + "domains:\n  sales: {compatibility: none}\n",
            [change("domains.sales.compatibility", None, "none", 4)],
            id="a domain",
        ),
        pytest.param(
            BASE + "teams: {'@acme/board': [ada]}\nidentities: {a@b: ada}\n",
            [
                change("teams.acme/board", None, ["ada"], 3),
                change("identities.a@b", None, "ada", 4),
            ],
            id="the roster and the identities",
        ),
        pytest.param(None, [change("board", ["ada"], [])], id="no file any more"),
    ],
)
def test_what_a_policy_changes(new: str | None, expected: list[SettingChange]) -> None:
    assert list(PolicyStep(old=policy(BASE), new=policy(new)).changes()) == expected
