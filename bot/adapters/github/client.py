"""One connection to GitHub: who we are, how long we wait, and how lists are read to their end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from types import TracebackType

from github import Auth, Github, GithubException, GithubRetry
from github.Requester import Requester
from urllib3 import HTTPResponse, Retry
from urllib3.connectionpool import ConnectionPool

from bot import __version__
from bot.adapters.github.answers import Json, broken
from bot.adapters.github.refusals import told
from bot.core.errors import ErrorCode, failure

API_VERSION = "2022-11-28"
"""The version of the REST API that our calls are written for."""
LONGEST_WAIT = 120
"""Seconds that a rate limit may make us wait; beyond it, the run says so and stops."""
MOST = 5_000
"""Entries of a list; GitHub holds no more comments of one pull request than 2,500."""
_TIMEOUT = 30
_TRIES = 4
_PAGE = 100
_MOST_MOVES = 3
_WRAPPED = frozenset(("data", "url"))
_MOVED = frozenset(("message", "url", "documentation_url"))
"""What GitHub answers with 307 where a repository was renamed, and nothing else does."""

# A POST whose answer was lost may have been carried out, so none is sent twice: whoever creates
# something looks first whether it is there.
_REPEATABLE = frozenset(("GET", "HEAD", "PUT", "PATCH", "DELETE"))
_PASSING = [429, 500, 502, 503, 504]


class _Bounded(GithubRetry):
    """Waits no longer than the bound: PyGithub itself obeys any `Retry-After`, be it an hour."""

    def increment(  # type: ignore[override]  # PyGithub, too, returns any Retry
        self,
        method: str | None = None,
        url: str | None = None,
        response: HTTPResponse | None = None,  # type: ignore[override]  # as PyGithub narrows it
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Retry:
        if response is not None:
            asked = self.get_retry_after(response)
            if asked is not None and asked > (self.max_rate_limit_wait or 0):
                response.drain_conn()
                response.release_conn()
                message = f"it asks to wait for {asked:.0f} seconds"
                raise GithubException(response.status, {"message": message}, dict(response.headers))
        return super().increment(method, url, response, error, _pool, _stacktrace)


class Client:
    """Calls the REST API of one repository. Every failure is a StewardError (E601 to E606).

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

    @property
    def owner(self) -> str:
        """Whose repository it is: an organisation or a person."""
        return self.repository.partition("/")[0]

    @property
    def left(self) -> int | None:
        """How many calls the token has left this hour; None where GitHub does not limit it."""
        remaining = self._requester.rate_limiting[0]
        return remaining if remaining >= 0 else None

    def moved_to(self, repository: str) -> None:
        """Go by this name from now on, where the repository has got another one.

        Under the old name GitHub leads on; but PyGithub then forgets what a list was asked for.
        """
        self.repository = repository or self.repository

    def path(self, tail: str) -> str:
        """Return the path of something of the repository: `pulls/7`, `git/ref/tags/x`."""
        return f"/repos/{self.repository}/{tail}"

    def get(self, path: str, parameters: Mapping[str, object] | None = None) -> Json:
        """Return the JSON object at a path."""
        _, found = self._call("GET", path, parameters=parameters)
        # PyGithub wraps a text that is no JSON into an object with these keys.
        if isinstance(found, dict) and not {*found} <= _WRAPPED:
            return found
        raise broken(f"`GET {path}`")

    def every(
        self,
        path: str,
        parameters: Mapping[str, object] | None = None,
        *,
        key: str | None = None,
        most: int = MOST,
    ) -> Iterator[Json]:
        """Yield the entries of a list, page by page; `key` names the list in the answer.

        Raises E606 where there are more than `most`: nothing is left out in silence.
        """
        read = 0
        for page in self._pages(path, parameters, key):
            if page and read >= most:
                raise failure(
                    ErrorCode.LIST_TOO_LONG,
                    f"GitHub lists more than {most:,} entries at `{path}`",
                    hint="nobody reads so many: close or delete what is no longer needed",
                )
            read += _PAGE
            yield from page

    def first(
        self, path: str, most: int, parameters: Mapping[str, object] | None = None
    ) -> tuple[list[Json], bool]:
        """Return so many entries of a list or a page more, and whether these are all for sure."""
        found: list[Json] = []
        for page in self._pages(path, parameters, None):
            found += page
            if len(found) >= most:
                return found, False
        return found, True

    def _pages(
        self, path: str, parameters: Mapping[str, object] | None, key: str | None
    ) -> Iterator[list[Json]]:
        page = 0
        while True:
            page += 1
            asked = {"per_page": _PAGE, "page": page, **(parameters or {})}
            links, answer = self._call("GET", path, parameters=asked)
            listed = answer.get(key) if key and isinstance(answer, dict) else answer
            if not isinstance(listed, list):
                raise broken(f"`GET {path}`")
            if len(listed) < _PAGE and 'rel="next"' in links:
                raise broken(f"`GET {path}`: a part of a page; the repository may have a new name")
            yield [one for one in listed if isinstance(one, dict)]
            if len(listed) < _PAGE:
                return

    def send(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Json:
        """Write something and return what GitHub answers; it may be nothing."""
        _, made = self._call(method, path, body=body)
        if isinstance(made, dict) and made and {*made} <= _WRAPPED:
            raise broken(f"`{method} {path}`")
        return made if isinstance(made, dict) else {}

    def upload(self, url: str, name: str, data: bytes, media_type: str) -> None:
        """Upload an asset to the address that a release tells."""
        self.calls += 1
        headers = {"Content-Type": media_type, "Content-Length": str(len(data))}
        address = url.partition("{")[0]
        with told("POST", address):
            self._requester.requestMemoryBlobAndCheck(
                "POST", address, {"name": name}, headers, BytesIO(data)
            )

    def _call(
        self,
        method: str,
        path: str,
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> tuple[str, object]:
        """Return the links that an answer has to its other pages, and what it holds."""
        for _ in range(_MOST_MOVES):
            self.calls += 1
            with told(method, path):
                headers, answer = self._requester.requestJsonAndCheck(
                    method, path, parameters=dict(parameters or {}), input=body
                )
            moved = answer.get("url") if isinstance(answer, dict) and {*answer} <= _MOVED else None
            if not moved:
                return str(headers.get("link", "")), answer
            # PyGithub follows no 307: nothing was written yet under the repository's old name.
            path, parameters = str(moved), None
        raise broken(f"`{method} {path}` leads ever elsewhere")
