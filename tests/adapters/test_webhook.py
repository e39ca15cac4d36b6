"""What a chat is told: the words, and never what they would mean as markup."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.webhook import message, tell
from bot.core.errors import StewardError

HOSTILE = "<!channel> [a](http://b) **c** & <http://d|e>"


def test_slack_is_told_with_its_marks_escaped() -> None:
    assert message("https://hooks.slack.com/services/T/B/x", HOSTILE) == {
        "text": "&lt;!channel&gt; [a](http://b) **c** &amp; &lt;http://d|e&gt;",
        "mrkdwn": False,
    }


@pytest.mark.parametrize(
    "address",
    [
        "https://acme.webhook.office.com/webhookb2/x",
        "https://prod-1.westeurope.logic.azure.com:443/workflows/x",
        "https://default.environment.api.powerplatform.com/powerautomate/x",
    ],
)
def test_teams_is_told_by_a_card_of_lines_that_are_no_markdown(address: str) -> None:
    sent: Any = message(address, f"{HOSTILE}\nsecond")
    (attachment,) = sent["attachments"]

    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert attachment["content"]["body"] == [
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": HOSTILE}]},
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "second"}]},
    ]


def test_a_long_text_is_cut() -> None:
    assert len(str(message("https://hooks.slack.com/x", "x" * 10_000)["text"])) == 3_000


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1:1/T0KEN", id="an address that is not encrypted"),
        pytest.param("https://127.0.0.1:1/T0KEN", id="an address where nobody listens"),
        pytest.param("https://[/T0KEN", id="an address that is none"),
    ],
)
def test_a_webhook_that_fails_never_tells_its_address(address: str) -> None:
    with pytest.raises(StewardError) as error:
        tell(address, "text")

    assert address not in str(error.value)
    assert "T0KEN" not in str(error.value)
