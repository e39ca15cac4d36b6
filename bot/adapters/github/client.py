"""One connection to GitHub: who we are, how long we wait, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import requests
from github import Auth, Github, GithubException, GithubRetry
from github.Requester import Requester

from bot import __version__
from bot.core.errors import ErrorCode, Fault, StewardError, failure

API_VERSION = "2022-11-28"
"""The version of the REST API that our calls are written for."""
LONGEST_WAIT = 120
"""Seconds that a rate limit may make us wait; beyond it, the run says so and stops."""
_TIMEOUT = 30
_TRIES = 4
_PAGE = 100
_MOST_PAGES = 50
_LONGEST = 300
_WRAPPED = frozenset(("data", "url"))
"""5,000 entries; GitHub holds no more comments of one pull request than 2,500."""

# A POST whose answer was lost may have been carried out, so none is sent twice: whoever creates
# something looks first whether it is there.
_REPEATABLE = frozenset(("GET", "HEAD", "PUT", "PATCH", "DELETE"))
_PASSING = [429, 500, 502, 503, 504]

Json = dict[str, Any]


class ForbiddenError(StewardError):
    """GitHub refuses to let this token do that. Whoever only writes may go on without."""


class MissingError(StewardError):
    """GitHub has no such thing, or does not show it to this token."""


class RefusedError(StewardError):
    """GitHub does not take what was sent (422), or it is in conflict with what is there (409)."""


class _Bounded(GithubRetry):
    """Waits no longer than the bound: PyGithub itself obeys any `Retry-After`, be it an hour."""

    def increment(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # urllib3's signature
        response = kwargs.get("response")
        if response is not None:
            asked = self.get_retry_after(response)
            if asked is not None and asked > (self.max_rate_limit_wait or 0):
                response.drain_conn()
                response.release_conn()
                message = f"it asks to wait for {asked:.0f} seconds"
                raise GithubException(response.status, {"message": message}, dict(response.headers))
        return super().increment(*args, **kwargs)


class Client:
    """Calls the REST API of one repository. Every failure is a StewardError (E601 to E604).

    `url` is the base of the API, on GitHub Enterprise Server with `/api/v3`; `repository` is
    `owner/name`. `wait` bounds each pause for a rate limit, in seconds; `pause` is what lies
    between two calls and between two writes, as GitHub asks of its clients, and `backoff` what
    doubles before each try after a failure that passes.
    """

    def __init__(  # noqa: PLR0913  # where, as who, and with how much patience
        self,
        *,
        url: str,
        repository: str,
        token: str,
        wait: float = LONGEST_WAIT,
        pause: tuple[float, float] = (0.0, 1.0),
        backoff: float = 1.0,
    ) -> None:
        self.repository = repository
        self.calls = 0
        retry = _Bounded(
            total=_TRIES,
            backoff_factor=backoff,
            allowed_methods=_REPEATABLE,
            status_forcelist=_PASSING,
            secondary_rate_wait=min(60, wait),
            max_rate_limit_wait=wait,
        )
        github = Github(
            auth=Auth.Token(token),
            base_url=url,
            timeout=_TIMEOUT,
            user_agent=f"contract-steward/{__version__}",
            per_page=_PAGE,
            retry=retry,
            seconds_between_requests=pause[0],
            seconds_between_writes=pause[1],
            api_version=API_VERSION,
        )
        self._requester: Requester = github.requester

    def path(self, tail: str) -> str:
        """Return the path of something of the repository: `pulls/7`, `git/ref/tags/x`."""
        return f"/repos/{self.repository}/{tail}"

    def get(self, path: str, parameters: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        """Return the JSON object or list at a path."""
        found = self._call("GET", path, parameters=dict(parameters or {}))
        # PyGithub wraps a text that is no JSON into an object with these keys.
        if isinstance(found, list) or (isinstance(found, dict) and not {*found} <= _WRAPPED):
            return found
        raise _broken(path)

    def every(
        self, path: str, parameters: Mapping[str, Any] | None = None, key: str | None = None
    ) -> Iterator[Json]:
        """Yield the entries of a list, page by page; `key` names the list in the answer."""
        for page in range(1, _MOST_PAGES + 1):
            asked = {"per_page": _PAGE, "page": page, **(parameters or {})}
            answer = self.get(path, asked)
            entries = answer.get(key) if key and isinstance(answer, dict) else answer
            if not isinstance(entries, list):
                raise _broken(path)
            yield from (entry for entry in entries if isinstance(entry, dict))
            if len(entries) < _PAGE:
                return

    def send(self, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON
        """Write something and return GitHub's answer; what it holds may be None."""
        return self._call(method, path, body=body)

    def upload(self, url: str, name: str, data: bytes, media_type: str) -> None:
        """Upload an asset to the address that a release tells."""
        self.calls += 1
        headers = {"Content-Type": media_type, "Content-Length": str(len(data))}
        address = url.partition("{")[0]
        with _told("POST", address):
            self._requester.requestMemoryBlobAndCheck(
                "POST", address, {"name": name}, headers, BytesIO(data)
            )

    def _call(
        self,
        method: str,
        path: str,
        *,
        parameters: dict[str, Any] | None = None,
        body: Any = None,  # noqa: ANN401  # JSON
    ) -> Any:  # noqa: ANN401  # JSON
        self.calls += 1
        with _told(method, path):
            _, answer = self._requester.requestJsonAndCheck(
                method, path, parameters=parameters, input=body
            )
            return answer


@contextmanager
def _told(method: str, path: str) -> Iterator[None]:
    """Turn what PyGithub and its transport raise into faults with the next step."""
    try:
        yield
    except GithubException as error:
        raise _refusal(error, method, path) from error
    except (requests.exceptions.RequestException, AssertionError, ValueError) as error:
        # PyGithub asserts that an answer's addresses are those of the host it was told.
        raise _unreachable(error, method, path) from error


def _refusal(error: GithubException, method: str, path: str) -> StewardError:
    what = f"GitHub refused `{method} {path}` with {error.status}: {_message(error)}"
    match error.status:
        case 401:
            return failure(
                ErrorCode.HOST_REFUSED, what, hint="give a valid token: STEWARD_TOKEN, or `token`"
            )
        case 403 | 429 if _limited(error):
            return failure(
                ErrorCode.HOST_LIMITED,
                what,
                hint="run again later; a GitHub App has a limit of its own (docs/en/github.md)",
            )
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
            return failure(ErrorCode.HOST_UNREACHABLE, what, hint=_AGAIN)


_AGAIN = "run again; what was written before is not written twice"
_REPORT = "if the reason is not clear, report it with what was printed"


def _unreachable(error: Exception, method: str, path: str) -> StewardError:
    if isinstance(error, requests.exceptions.RetryError):
        told = "GitHub did not answer in time, or its rate limit is used up"
    elif isinstance(error, requests.exceptions.RequestException):
        told = "GitHub cannot be reached"
    else:
        return _broken(path)
    return failure(
        ErrorCode.HOST_UNREACHABLE, f"{told}: `{method} {path}`: {_short(str(error))}", hint=_AGAIN
    )


def _broken(path: str) -> StewardError:
    return failure(
        ErrorCode.HOST_UNREACHABLE,
        f"what GitHub answered to `GET {path}` is not what its API says",
        hint=f"{_AGAIN}; a proxy in between may have answered",
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
    told = [str(data.get("message", ""))]
    if isinstance(details, list):
        told += [_detail(entry) for entry in details[:5]]
    return _short("; ".join(text for text in told if text))


def _detail(entry: object) -> str:
    if isinstance(entry, dict):
        return str(entry.get("message") or entry.get("code") or "")
    return str(entry)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
