"""Traffic that was recorded at the live service, as `@octokit/fixtures` keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.github.npm import package

HOST = "https://api.github.com"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A call and the answer to it; `body` and `answer` are JSON, or text."""

    method: str
    path: str
    body: object
    accept: str
    status: int
    headers: Mapping[str, str]
    answer: object


def exchanges(scenario: str) -> Iterator[Exchange]:
    """Yield what was recorded of a scenario, in its order."""
    folder = package("@octokit/fixtures") / "scenarios/api.github.com" / scenario
    for told in json.loads((folder / "normalized-fixture.json").read_text("utf-8")):
        yield Exchange(
            method=told["method"].upper(),
            path=told["path"],
            body=told.get("body") or None,
            accept=told["reqheaders"]["accept"],
            status=told["status"],
            headers={name.lower(): str(value) for name, value in told["headers"].items()},
            answer=told["response"],
        )


def keys(part: object, place: str = "") -> Iterator[str]:
    """Yield every key inside a JSON value with its place; the entries of a list are alike."""
    if isinstance(part, Mapping):
        for name, inner in part.items():
            yield f"{place}{name}"
            yield from keys(inner, f"{place}{name}.")
    elif isinstance(part, list):
        for inner in part:
            yield from keys(inner, f"{place}[].")


def encoded(body: object) -> bytes:
    """Return what a recorded client sent."""
    if body is None:
        return b""
    return body.encode() if isinstance(body, str) else json.dumps(body).encode()
