"""How many calls a token has left. GitHub tells it with every answer."""

from __future__ import annotations

from datetime import timedelta

from bot.adapters.clock import now
from tests.github.state import Limits, Token, TokenKind
from tests.github.world import World

PER_HOUR = {
    TokenKind.ACTIONS: 1000,
    TokenKind.FORK: 1000,
    TokenKind.APP: 5000,
    TokenKind.PERSON: 5000,
}
ANONYMOUS = 60


def limits(world: World, token: Token | None) -> Limits:
    """Return what is left to a token; it stays the same value as calls are counted off."""
    key = token.value if token else ""
    known = world.limits.get(key)
    if known is None or known.reset <= now().timestamp():
        most = PER_HOUR[token.kind] if token else ANONYMOUS
        reset = int((now() + timedelta(hours=1)).timestamp())
        world.limits[key] = Limits(most, most, reset)
    return world.limits[key]
