from __future__ import annotations

import pytest

from bot.adapters.github.client import Client
from bot.adapters.github.gateway import Gateway
from tests.github.conftest import hub
from tests.github.server import StandIn
from tests.github.state import Permission, Pull, TokenKind

__all__ = ["client", "connection", "gateway", "hub", "pull"]


@pytest.fixture
def pull(hub: StandIn) -> Pull:
    """Return an open pull request of bob's, which alice may review."""
    hub.user("alice", Permission.WRITE)
    files = {"contracts/orders.yaml": "version: 2.0.0\n"}
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
def client(hub: StandIn) -> Client:
    """Return a connection to the stand-in with the token of a workflow."""
    return connection(hub)


@pytest.fixture
def gateway(client: Client) -> Gateway:
    """Return the door to the stand-in with the token of a workflow."""
    return Gateway(client)
