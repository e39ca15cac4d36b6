"""What GitHub answers is JSON of any shape: here it is narrowed to what its API says."""

from __future__ import annotations

from bot.core.errors import ErrorCode, StewardError, failure

Json = dict[str, object]
"""A JSON object; what it holds is narrowed where it is read."""
AGAIN = "run again; what was written before is not written twice"


def entry(value: object) -> Json:
    """Return an object, an empty one where there is none."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> list[Json]:
    """Return the objects of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """Return a text, an empty one where there is none."""
    return value if isinstance(value, str) else ""


def count(value: object) -> int:
    """Return a number that is not negative, 0 where there is none."""
    return value if isinstance(value, int) and value > 0 else 0


def identity(found: Json, name: str) -> int:
    """Return the number by which something is called again. Raises E601 where there is none."""
    value = found.get(name)
    if not isinstance(value, int):
        raise broken(f"an entry without `{name}`")
    return value


def needed(found: Json, name: str) -> str:
    """Return a text that a next call is made with. Raises E601 where there is none."""
    value = text(found.get(name))
    if not value:
        raise broken(f"an entry without `{name}`")
    return value


def sha(value: object) -> str:
    """Return the commit or object that a reference, a commit or a head tells."""
    return text(entry(value).get("sha"))


def login(user: object) -> str | None:
    """Return the login; None for an account that is gone, which GitHub shows as null or a ghost."""
    found = text(entry(user).get("login"))
    return None if found in {"", "ghost"} else found


def broken(what: str) -> StewardError:
    """Return the error of an answer that GitHub's API does not give."""
    return failure(
        ErrorCode.HOST_UNREACHABLE,
        f"what GitHub answered is not what its API says: {what}",
        hint=f"{AGAIN}; a proxy in between may have answered",
    )
