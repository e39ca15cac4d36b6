"""What GitHub's refusals mean, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import requests
from github import GithubException

from bot.adapters.github.answers import AGAIN, broken
from bot.core.errors import ErrorCode, Fault, StewardError, failure

_LONGEST = 300
_LATER = "run again later; a GitHub App has a limit of its own (docs/en/github.md)"
_REPORT = "if the reason is not clear, report it with what was printed"


class ForbiddenError(StewardError):
    """GitHub refuses to let this token do that. Whoever only writes may go on without."""


class MissingError(StewardError):
    """GitHub has no such thing, or does not show it to this token."""


class RefusedError(StewardError):
    """GitHub does not take what was sent (422), or it is in conflict with what is there (409)."""


@contextmanager
def told(method: str, path: str) -> Iterator[None]:
    """Turn what PyGithub and its transport raise into faults with the next step."""
    try:
        yield
    except GithubException as error:
        raise _refusal(error, method, path) from error
    except (
        requests.exceptions.RequestException,
        AssertionError,
        RuntimeError,
        ValueError,
    ) as error:
        # PyGithub asserts that an answer's addresses are those of the host it was told, and
        # follows no redirection to another one.
        raise _unreachable(error, method, path) from error


def _refusal(error: GithubException, method: str, path: str) -> StewardError:
    what = f"GitHub refused `{method} {path}` with {error.status}: {_message(error)}"
    match error.status:
        case 401:
            return failure(
                ErrorCode.HOST_REFUSED, what, hint="give a valid token: STEWARD_TOKEN, or `token`"
            )
        case 403 | 429 if _limited(error):
            return failure(ErrorCode.HOST_LIMITED, what, hint=_LATER)
        case 403:
            return ForbiddenError(
                Fault(
                    ErrorCode.HOST_REFUSED,
                    what,
                    "give the job the permissions that docs/en/github.md lists; a pull request from"
                    " a fork has a token that may only read",
                )
            )
        case 404:
            return MissingError(
                Fault(
                    ErrorCode.HOST_MISSING,
                    what,
                    "check the name, and that the token may see it: GitHub hides what it may not",
                )
            )
        case 409 | 422:
            return RefusedError(Fault(ErrorCode.HOST_REFUSED, what, _REPORT))
        case _:
            return failure(ErrorCode.HOST_UNREACHABLE, what, hint=AGAIN)


def _unreachable(error: Exception, method: str, path: str) -> StewardError:
    if isinstance(error, requests.exceptions.RetryError) and "429" in str(error):
        return failure(
            ErrorCode.HOST_LIMITED, f"GitHub refused `{method} {path}` with 429", hint=_LATER
        )
    if isinstance(error, requests.exceptions.RetryError):
        said = "GitHub did not answer in time"
    elif isinstance(error, requests.exceptions.RequestException):
        said = "GitHub cannot be reached"
    else:
        return broken(f"`{method} {path}`")
    return failure(
        ErrorCode.HOST_UNREACHABLE, f"{said}: `{method} {path}`: {_short(str(error))}", hint=AGAIN
    )


def _limited(error: GithubException) -> bool:
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    return (
        "retry-after" in headers
        or headers.get("x-ratelimit-remaining") == "0"
        or "rate limit" in _message(error).lower()
    )


def _message(error: GithubException) -> str:
    data = error.data
    if not isinstance(data, dict):
        return _short(str(data or error))
    details = data.get("errors")
    said = [str(data.get("message", ""))]
    if isinstance(details, list):
        said += [_detail(one) for one in details[:5]]
    return _short("; ".join(text for text in said if text))


def _detail(found: object) -> str:
    if isinstance(found, dict):
        return str(found.get("message") or found.get("code") or "")
    return str(found)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
