from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.github.client import Client
from bot.adapters.github.gateway import Gateway
from tests.github.server import StandIn, stand_in
from tests.github.state import Permission, Pull, TokenKind


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StandIn]:
    """Serve a GitHub with a contract on main; its own description judges every call."""
    with stand_in(tmp_path) as hub:
        hub.user("alice", Permission.WRITE)
        hub.commit({"contracts/orders.yaml": "version: 1.0.0\nname: a\n"}, message="Begin")
        yield hub


@pytest.fixture
def pull(hub: StandIn) -> Pull:
    """Return an open pull request of bob's."""
    files = {"contracts/orders.yaml": "version: 2.0.0\nname: a\n"}
    hub.commit(files, branch="feature", author="bob")
    return hub.open_pull("feature", author="bob")


def connection(
    hub: StandIn, kind: TokenKind = TokenKind.ACTIONS, *, login: str | None = None
) -> Client:
    """Return a client that does not pause, and waits for a second at most."""
    return Client(
        url=hub.url,
        repository=hub.repo.full_name,
        token=hub.token(kind, login=login),
        wait=1,
        pause=(0, 0),
        backoff=0,
    )


@pytest.fixture
def gateway(hub: StandIn) -> Gateway:
    """Return the door to the stand-in with the token of a workflow."""
    return Gateway(connection(hub))
