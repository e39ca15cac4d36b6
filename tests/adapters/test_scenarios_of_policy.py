"""The behaviours of other engines, by their ids: what is refused in the policy file."""

from __future__ import annotations

import pytest

from bot.adapters.settings import read_settings
from bot.core.errors import ErrorCode, StewardError

RULE = "rules: [{name: a, requires: {from: ['@ada']}}]"
DEEP = "{or: [" * 11 + "a" + "]}" * 11


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            f"approvals: {{{RULE}, require: b}}",
            "`approvals.require`: there is no rule `b`",
            id="B07: an unknown rule",
        ),
        pytest.param(
            f"approvals: {{{RULE}, require: {{or: []}}}}",
            "`approvals.require` cannot be",
            id="B07: an empty list",
        ),
        pytest.param(
            f"approvals: {{{RULE}, require: {{or: [[a]]}}}}",
            "`approvals.require` cannot be",
            id="B07: a list in a list",
        ),
        pytest.param(
            f"approvals: {{{RULE}, require: {{and: [a], or: [a]}}}}",
            "`approvals.require` cannot be",
            id="B07: both in one entry",
        ),
        pytest.param(
            f"approvals: {{{RULE}, require: {DEEP}}}",
            "`approvals.require`: `and` and `or` stand deeper in each other than 10",
            id="B07: nested too deeply",
        ),
        pytest.param("approvals: {owner: 1}", "`owner` is no setting", id="B08: an unknown key"),
        pytest.param(
            "approvals: {rules: [{name: a, requires: {comments: [lgtm]}}]}",
            "`comments` is no setting",
            id="A23: comments cannot even be asked for",
        ),
        pytest.param(
            "approvals: {rules: [{name: a, requires: {}, if: {label: x}}]}",
            "`label` is no setting",
            id="B08: an unknown condition",
        ),
    ],
)
def test_a_policy_that_is_wrong_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(StewardError) as caught:
        read_settings(text.encode(), "policy.yml", {})

    told = [
        (fault.code, fault.message.startswith(message), fault.where and fault.where.line)
        for fault in caught.value.faults
    ]
    assert (ErrorCode.BAD_SETTINGS, True, 1) in told


def test_b07_ten_levels_are_read() -> None:
    text = f"approvals: {{{RULE}, require: {'{or: [' * 10}a{']}' * 10}}}"

    assert read_settings(text.encode(), "policy.yml", {}).approvals.require is not None
