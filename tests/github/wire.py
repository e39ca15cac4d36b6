"""Between WSGI and calls: what came in is read, what goes out is sent, hale or broken."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import IO

from tests.github import faults
from tests.github.answers import Answer, Refusal
from tests.github.call import Call
from tests.github.faults import Fault

Environment = Mapping[str, object]
Start = Callable[[str, list[tuple[str, str]]], object]


def read(environ: Environment) -> Call:
    """Return the call that came in."""
    path, _, search = str(environ["RAW_URI"]).partition("?")
    inner = path.removeprefix("/api/v3").removeprefix("/api") or "/"
    return Call(str(environ["REQUEST_METHOD"]), inner, search, _headers(environ), _body(environ))


def _headers(environ: Environment) -> dict[str, str]:
    found = {
        name.removeprefix("HTTP_").replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    for name in ("CONTENT_TYPE", "CONTENT_LENGTH"):
        if environ.get(name):
            found[name.replace("_", "-").lower()] = str(environ[name])
    return found


def _body(environ: Environment) -> bytes:
    stream: IO[bytes] = environ["wsgi.input"]  # type: ignore[assignment]
    if environ.get("wsgi.input_terminated"):
        return stream.read()
    return stream.read(int(str(environ.get("CONTENT_LENGTH") or 0)))


def encode(payload: object) -> bytes:
    """Return what is sent for a payload."""
    if payload is None:
        return b""
    return payload if isinstance(payload, bytes) else json.dumps(payload).encode()


def instead(struck: Iterable[Fault], url: str) -> Answer | None:
    """Return what is answered in the call's stead; None where it is carried out."""
    for fault in struck:
        match fault:
            case faults.Fails(status, message, retry_after, headers):
                wait = {} if retry_after is None else {"Retry-After": str(retry_after)}
                return Refusal(status, message, headers={**wait, **headers}).answer
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


def hang_up(environ: Environment) -> None:
    """Close the connection without a word. Raises ConnectionError, which the server expects."""
    connection = environ["werkzeug.socket"]
    assert isinstance(connection, socket.socket)
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError


def send(answer: Answer, struck: Iterable[Fault], method: str, start: Start) -> Iterable[bytes]:
    """Send an answer, with what the faults do to it on the way."""
    headers, data = dict(answer.headers), encode(answer.payload)
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
    start(f"{answer.status} {HTTPStatus(answer.status).phrase}", list(headers.items()))
    return _drip(b"" if method == "HEAD" else data, pieces, pause)


def _drip(data: bytes, pieces: int, pause: float) -> Iterator[bytes]:
    size = -(-len(data) // pieces) or 1
    for first in range(0, len(data), size):
        if pause:
            time.sleep(pause)
        yield data[first : first + size]
