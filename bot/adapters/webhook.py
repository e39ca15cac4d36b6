"""Tells a chat by a webhook of Slack or Teams, in plain text."""

from __future__ import annotations

from bot.core.errors import ErrorCode, failure

_TIMEOUT = 15
_LONGEST = 3_000


def tell(address: str, text: str) -> None:
    """Send a text. Raises E601 where it is not taken; the address, a secret, is never told.

    Slack reads `&`, `<` and `>` as marks, so they are escaped (Slack API, "Formatting text"); what
    else would be formatted is not (`mrkdwn`).
    """
    import requests  # noqa: PLC0415  # few runs tell anybody

    if not address.startswith("https://"):
        raise failure(
            ErrorCode.HOST_UNREACHABLE,
            "the address of the webhook does not begin with https://",
            hint="give the input `webhook` the secret as Slack or Teams showed it",
        )
    safe = text[:_LONGEST].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        answer = requests.post(
            address,
            json={"text": safe, "mrkdwn": False},
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
