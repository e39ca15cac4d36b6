"""Tells a chat by a webhook of Slack or Teams, in plain text."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from bot.core.errors import ErrorCode, failure

_TIMEOUT = 15
_LONGEST = 3_000
_TEAMS = (".webhook.office.com", ".logic.azure.com", ".powerplatform.com")
_CARD = "application/vnd.microsoft.card.adaptive"


def tell(address: str, text: str) -> None:
    """Send a text. Raises E601 where it is not taken; the address, a secret, is never told."""
    import requests  # noqa: PLC0415  # few runs tell anybody

    if not address.startswith("https://"):
        raise failure(
            ErrorCode.HOST_UNREACHABLE,
            "the address of the webhook does not begin with https://",
            hint="give the input `webhook` the secret as Slack or Teams showed it",
        )
    try:
        answer = requests.post(
            address,
            data=json.dumps(message(address, text)),
            headers={"Content-Type": "application/json"},
            timeout=_TIMEOUT,
            allow_redirects=False,
        )
        status = answer.status_code
    except requests.exceptions.RequestException:
        status = 0
    if not 200 <= status < 300:  # noqa: PLR2004  # the statuses of success
        raise failure(
            ErrorCode.HOST_UNREACHABLE,
            f"the webhook did not take the message (status {status})",
            hint="see that it still exists; issues were written all the same",
        )


def message(address: str, text: str) -> dict[str, object]:
    """Return what is sent to an address: what a text says, and nothing that it marks up.

    Slack reads `&`, `<` and `>` as marks, so they are escaped (Slack API, "Formatting text"); what
    else would be formatted is not (`mrkdwn`). Workflows of Teams take Adaptive Cards only
    (Microsoft Learn, "Create and send messages"), in which a text run is no Markdown.
    """
    told = text[:_LONGEST]
    if not _host(address).endswith(_TEAMS):
        safe = told.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return {"text": safe, "mrkdwn": False}
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [
            {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": line}]}
            for line in told.split("\n")
        ],
    }
    return {"type": "message", "attachments": [{"contentType": _CARD, "content": card}]}


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
