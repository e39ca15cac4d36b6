from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from github import Auth, Github

from tests.github.server import StandIn, stand_in
from tests.github.state import TokenKind
from tests.github.world import Scopes


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StandIn]:
    """Serve a stand-in with one contract on main; GitHub's description judges every call."""
    with stand_in(tmp_path) as hub:
        hub.commit({"contracts/orders.yaml": "version: 1.0.0\n"}, message="Begin")
        yield hub


def client(
    hub: StandIn,
    kind: TokenKind = TokenKind.ACTIONS,
    *,
    login: str | None = None,
    scopes: Scopes | None = None,
    per_page: int = 30,
) -> Github:
    """Return a PyGithub that neither waits nor tries again."""
    return Github(
        auth=Auth.Token(hub.token(kind, login=login, scopes=scopes)),
        base_url=hub.url,
        per_page=per_page,
        seconds_between_requests=0,
        seconds_between_writes=0,
        retry=None,
    )
