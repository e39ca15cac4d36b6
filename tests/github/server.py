"""A GitHub for tests: in this process, on a free port of loopback, over a real Git repository.

    with stand_in(tmp_path) as hub:
        hub.user("alice", Permission.WRITE)
        hub.commit({"contracts/orders.yaml": old})
        hub.commit({"contracts/orders.yaml": new}, branch="feature", author="bob")
        pull = hub.open_pull("feature", author="bob")
        hub.review(pull, "alice")
        hub.faults.plan("POST", r"/comments$", DropsAfter())
        review(url=hub.url, token=hub.token(TokenKind.ACTIONS), repo=hub.repo.full_name)
        assert [str(call) for call in hub.writes] == [...]

What may be staged is in `stage.Stage`, what may go wrong in `faults`, what is kept in `state`.
At the end of `stand_in` every call and answer must agree with GitHub's own description.
"""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.github import faults, routes, smart_http
from tests.github.answers import Answer, Refusal, not_found
from tests.github.ask import Ask, Call
from tests.github.authority import check
from tests.github.deeds.pulls import follow
from tests.github.faults import Fault, Faults
from tests.github.limits import limits
from tests.github.routing import find
from tests.github.stage import Stage
from tests.github.state import Token
from tests.github.world import Moved

assert routes
READS = frozenset({"GET", "HEAD"})
VERSIONS = frozenset({"2022-11-28", "2026-03-10"})
Start = Callable[[str, list[tuple[str, str]]], object]


class StandIn(Stage):
    """A GitHub with one repository; `with StandIn(folder) as hub` serves it.

    `calls` is every call so far, `writes` those that changed something.
    """

    def __init__(
        self,
        folder: Path,
        *,
        owner: str = "acme",
        name: str = "contracts",
        private: bool = False,
        enterprise: bool = False,
    ) -> None:
        super().__init__(folder, owner=owner, name=name, private=private)
        self.faults = Faults()
        self._calls: list[Call] = []
        self._lock = threading.RLock()
        self._server = make_server(
            "127.0.0.1", 0, self._serve, threaded=True, request_handler=_Quiet
        )
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        origin = f"http://127.0.0.1:{self._server.port}"
        self.url = f"{origin}/api/v3" if enterprise else origin
        self.world.api = self.url
        self.world.git_host = origin
        self.world.uploads = f"{origin}/api/uploads"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def calls(self) -> tuple[Call, ...]:
        return tuple(self._calls)

    @property
    def writes(self) -> tuple[Call, ...]:
        """Return the calls that changed something, those with a lost answer among them."""
        return tuple(c for c in self._calls if c.method not in READS and 200 <= c.status < 300)

    def forget_calls(self) -> None:
        self._calls.clear()

    # From here on: how a call is answered.

    def _serve(self, environ: Mapping[str, object], start: Start) -> Iterable[bytes]:
        path, _, query = str(environ["RAW_URI"]).partition("?")
        method = str(environ["REQUEST_METHOD"])
        headers = _headers(environ)
        body = _body(environ)
        struck = self.faults.next_for(method, path)
        for fault in struck:
            if isinstance(fault, faults.Meanwhile):
                fault.deed()
        with self._lock:
            answer = _instead(struck, self.url)
            done = answer is None
            if answer is None:
                answer = self._answer(method, path, query, headers, body, struck)
            status = answer.status
            lost = any(isinstance(f, faults.DropsAfter | faults.DropsBefore) for f in struck)
            token = self._token(headers)
            matched = find(method, _inner(path))
            self._calls.append(
                Call(
                    method,
                    _inner(path),
                    dict(parse_qsl(query, keep_blank_values=True)),
                    headers,
                    body,
                    token.user.login if token else None,
                    matched.route.template if matched else None,
                    status,
                    dropped=lost and done,
                )  # fmt: skip
            )
            sent = {**self._always(token), **answer.headers}
        if lost:
            _hang_up(environ)
            return []
        return _send(answer, sent, struck, method, start)

    def _always(self, token: Token | None) -> dict[str, str]:
        left = limits(self.world, token)
        return {
            **left.headers(),
            "X-GitHub-Media-Type": "github.v3; format=json",
            "X-GitHub-Request-Id": f"{len(self._calls):04X}:{self.world.clock.now:%H%M%S}",
        }

    def _token(self, headers: Mapping[str, str]) -> Token | None:
        return self.world.tokens.get(_secret(headers))

    def _answer(  # noqa: PLR0913 - what a call consists of
        self,
        method: str,
        path: str,
        query: str,
        headers: Mapping[str, str],
        body: bytes,
        struck: Iterable[Fault],
    ) -> Answer:
        token = self._token(headers)
        try:
            if smart_http.is_git(path):
                return self._git(method, path, query, headers, body)
            if _secret(headers) and token is None:
                raise Refusal(401, "Bad credentials")
            if headers.get("x-github-api-version", "2022-11-28") not in VERSIONS:
                raise Refusal(400, "The provided API version is not supported.")
            self._count(token)
            inner = _inner(path)
            matched = find(method, inner.removeprefix("/uploads"))
            if matched is None:
                raise not_found()
            ask = Ask(
                world=self.world, method=method, path=inner, arguments=matched.arguments,
                query=dict(parse_qsl(query, keep_blank_values=True)), headers=headers, body=body,
                token=token, stale=_first(struck, faults.Stale, "missing"),
                shift=_first(struck, faults.Shifts, "by"),
            )  # fmt: skip
            check(ask, matched.route)
            return matched.route.handler(ask)
        except Refusal as refusal:
            return refusal.answer
        except Moved as moved:
            return self._redirect(moved, method, _inner(path), query)

    def _redirect(self, moved: Moved, method: str, path: str, query: str) -> Answer:
        rest = path.split("/", 4)[4:]
        place = "/".join([f"{self.url}/repositories/{moved.repository}", *rest])
        place += f"?{query}" if query else ""
        status = 301 if method in READS else 307
        message = "Moved Permanently" if status == 301 else "Temporary Redirect"
        payload = {"message": message, "url": place, "documentation_url": "https://docs.github.com"}
        return Answer(status, payload, {"Location": place})

    def _count(self, token: Token | None) -> None:
        left = limits(self.world, token)
        if left.remaining <= 0:
            name = token.user.login if token else "127.0.0.1"
            raise Refusal(403, f"API rate limit exceeded for {name}.")
        left.remaining -= 1

    def _git(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Answer:
        owner, name, rest = smart_http.named(path)
        repo = self.world.repository(owner, name)
        push = smart_http.pushes(rest, query)
        if not smart_http.may(self.world, repo, self._token(headers), push=push):
            return smart_http.ASK_FOR_NAME if not _secret(headers) else not_found().answer
        answer = smart_http.serve(repo, rest, method, query, headers, body)
        if rest == "git-receive-pack":
            self.world.clock.tick()
            follow(self.world, repo)
        return answer


@contextmanager
def stand_in(folder: Path, **options: bool) -> Iterator[StandIn]:
    """Serve a stand-in."""
    with StandIn(folder, **options) as hub:
        yield hub


class _Quiet(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        """Say nothing: what was called is in `calls`."""


def _inner(path: str) -> str:
    """Return a path without the prefix of GitHub Enterprise Server."""
    return path.removeprefix("/api/v3").removeprefix("/api") or "/"


def _headers(environ: Mapping[str, object]) -> dict[str, str]:
    found = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        if environ.get(name):
            found[name.replace("_", "-").lower()] = str(environ[name])
    return found


def _body(environ: Mapping[str, object]) -> bytes:
    stream = environ["wsgi.input"]
    if environ.get("wsgi.input_terminated"):
        return bytes(stream.read())  # type: ignore[attr-defined]
    return bytes(stream.read(int(str(environ.get("CONTENT_LENGTH") or 0))))  # type: ignore[attr-defined]


def _secret(headers: Mapping[str, str]) -> str:
    """Return the token that a call carries, in whichever way."""
    way, _, value = headers.get("authorization", "").partition(" ")
    if way.lower() == "basic":
        return base64.b64decode(value).decode().partition(":")[2]
    return value


def _first(struck: Iterable[Fault], kind: type, name: str) -> int:
    return next((int(getattr(f, name)) for f in struck if isinstance(f, kind)), 0)


def _instead(struck: Iterable[Fault], url: str) -> Answer | None:
    """Return what is answered in the call's stead; None where it is carried out."""
    for fault in struck:
        match fault:
            case faults.Fails(status, message, retry_after, headers):
                wait = {} if retry_after is None else {"Retry-After": str(retry_after)}
                refusal = Refusal(status, message, headers={**wait, **headers})
                return refusal.answer
            case faults.Html(status):
                page = b"<!DOCTYPE html><html><body>Unicorn!</body></html>"
                return Answer(status, page, {"Content-Type": "text/html; charset=utf-8"})
            case faults.Redirects(status, to):
                place = to if "://" in to else f"{url}{to}"
                return Answer(status, {"message": "Moved"}, {"Location": place})
            case faults.DropsBefore():
                return Answer(0)
            case _:
                pass
    return None


def _hang_up(environ: Mapping[str, object]) -> None:
    connection = environ["werkzeug.socket"]
    assert isinstance(connection, socket.socket)
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError


def _send(
    answer: Answer,
    headers: dict[str, str],
    struck: Iterable[Fault],
    method: str,
    start: Start,
) -> Iterable[bytes]:
    data = encode(answer.payload)
    if answer.payload is not None and not isinstance(answer.payload, bytes):
        headers.setdefault("Content-Type", "application/json; charset=utf-8")
    pieces, pause = 1, 0.0
    for fault in struck:
        match fault:
            case faults.Empty():
                data = b""
            case faults.Truncated():
                data = data[: len(data) // 2]
            case faults.Delays(seconds):
                time.sleep(seconds)
            case faults.Drips():
                pieces, pause = fault.pieces, fault.pause
            case _:
                pass
    if answer.status not in {204, 304}:
        headers["Content-Length"] = str(len(data))
    start(f"{answer.status} {_phrase(answer.status)}", list(headers.items()))
    return _drip(b"" if method == "HEAD" else data, pieces, pause)


def encode(payload: object) -> bytes:
    """Return what is sent for a payload."""
    if payload is None:
        return b""
    return payload if isinstance(payload, bytes) else json.dumps(payload).encode()


def _drip(data: bytes, pieces: int, pause: float) -> Iterator[bytes]:
    size = -(-len(data) // pieces) or 1
    for start in range(0, len(data), size):
        if pause:
            time.sleep(pause)
        yield data[start : start + size]


def _phrase(status: int) -> str:
    from http import HTTPStatus

    return HTTPStatus(status).phrase
