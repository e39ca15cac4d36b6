"""Who may do what: GitHub's answers to a token that may not."""

from __future__ import annotations

from tests.github.answers import Refusal, not_for_integrations, not_found
from tests.github.ask import Ask
from tests.github.routing import Route
from tests.github.state import Permission, TokenKind

FOR_READERS = (
    "/comments",
    "/comments/{comment_id}",
    "/issues",
    "/pulls",
    "/reviews",
    "/reviews/{review_id}",
)
"""What a person may write to who may only read the repository."""


def check(ask: Ask, route: Route) -> None:
    """Refuse a call that its token may not make. Raises 401, 403 or 404 as GitHub does."""
    writes = ask.call.method not in {"GET", "HEAD"}
    if ask.token is None:
        if writes:
            raise Refusal(401, "Requires authentication")
        _check_visible(ask, route)
        return
    if not route.scopes:
        return
    if ask.token.kind is TokenKind.PERSON:
        _check_person(ask, route, writes=writes)
    else:
        _check_integration(ask, route, writes=writes)


def _check_visible(ask: Ask, route: Route) -> None:
    if route.template.startswith("/repos/") and ask.repo.private:
        raise not_found()


def _check_person(ask: Ask, route: Route, *, writes: bool) -> None:
    if not route.template.startswith("/repos/"):
        return
    permission = ask.permission
    if permission is Permission.NONE:
        raise not_found()
    if writes and permission < Permission.WRITE and not route.template.endswith(FOR_READERS):
        raise Refusal(403, "Must have push access to the repository.")


def _check_integration(ask: Ask, route: Route, *, writes: bool) -> None:
    assert ask.token is not None
    if not route.template.startswith("/repos/"):
        return
    scopes = ask.token.scopes
    granted = {scopes.get(scope) for scope in route.scopes if scope in scopes}
    if "metadata" in route.scopes:
        granted.add("read")
    public_read = not writes and not ask.repo.private
    if not public_read and not granted & ({"write"} if writes else {"read", "write"}):
        raise not_for_integrations()
