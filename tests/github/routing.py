"""Which function answers which call, by the very paths of GitHub's description."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from tests.github.answers import Answer
from tests.github.ask import Ask

REPO = "/repos/{owner}/{repo}"
MANY_SEGMENTS = frozenset({"ref", "path", "basehead", "branch", "tag", "commit_sha", "tree_sha"})
"""Parameters that may hold slashes: GitHub's description marks them `x-multi-segment`."""

Handler = Callable[[Ask], Answer]


@dataclass(frozen=True, slots=True)
class Route:
    """`scopes` lists what a token needs, any one of them; None for what needs no repository."""

    method: str
    template: str
    scopes: tuple[str, ...]
    described: bool
    handler: Handler
    pattern: re.Pattern[str]


ROUTES: list[Route] = []


def route(
    method: str, template: str, *scopes: str, described: bool = True
) -> Callable[[Handler], Handler]:
    """Register a function; `described` is false for a path that the description has not got."""

    def register(handler: Handler) -> Handler:
        pattern = re.compile(re.sub(r"\{(\w+)\}", _segment, template))
        ROUTES.append(Route(method, template, scopes, described, handler, pattern))
        ROUTES.sort(key=lambda known: -len(re.sub(r"\{\w+\}", "", known.template)))
        return handler

    return register


def _segment(parameter: re.Match[str]) -> str:
    name = parameter[1]
    return f"(?P<{name}>.+)" if name in MANY_SEGMENTS else f"(?P<{name}>[^/]+)"


@dataclass(frozen=True, slots=True)
class Match:
    route: Route
    arguments: Mapping[str, str]


def find(method: str, path: str) -> Match | None:
    """Return the route of a call; a path by the repository's id is one by its name, too."""
    method = "GET" if method == "HEAD" else method
    by_id = re.match(r"/repositories/(\d+)(?=/|$)", path)
    named = re.sub(r"^/repositories/\d+", "/repos/-/-", path).rstrip("/")
    for known in ROUTES:
        if known.method != method:
            continue
        if found := known.pattern.fullmatch(named):
            arguments = {name: unquote(value) for name, value in found.groupdict().items()}
            if by_id:
                arguments = {**arguments, "repository_id": by_id[1]}
                del arguments["owner"], arguments["repo"]
            return Match(known, arguments)
    return None
