"""Which words may name what a repository begins with: a domain, an action, a branch, a member."""

from __future__ import annotations

import re

from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.text import shortened

_ACTION = re.compile(
    r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}@[A-Za-z0-9_./-]{1,100}"
    r"(?: # [A-Za-z0-9_.-]{1,50})?",
    re.ASCII,
)
# What Git and the filters of a workflow both take as it is: `+` and `!` mean something there.
_BRANCH = re.compile(r"\w[\w./#@=,-]{0,200}")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
_LONGEST_SLUG = 60
_MEMBER = re.compile(r"@?[A-Za-z0-9][A-Za-z0-9_.-]{0,99}(?:/[A-Za-z0-9_.-]{1,100})?", re.ASCII)


def checked_contract(contract: str) -> tuple[str, str]:
    """Return the domain and the name in DOMAIN/NAME. Raises StewardError where it is no such."""
    domain, slash, name = contract.partition("/")
    if not slash:
        raise refused(
            f"`{shortened(contract)}` names no domain", "write DOMAIN/NAME, such as `sales/orders`"
        )
    return checked_slug("domain", domain), checked_slug("name", name)


def checked_slug(what: str, word: str) -> str:
    """Return a domain or a name that is in lower case with hyphens. Raises StewardError."""
    if _SLUG.fullmatch(word) and len(word) <= _LONGEST_SLUG:
        return word
    near = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[:_LONGEST_SLUG].strip("-")
    raise refused(
        f"`{shortened(word)}` cannot be a {what}",
        f"use lower case letters, digits and hyphens, such as `{near or 'sales'}`",
    )


def checked_action(word: str) -> str:
    """Return the name of an action that a workflow can run. Raises StewardError."""
    if _ACTION.fullmatch(word):
        return word
    raise refused(
        f"`{shortened(word)}` cannot be an action in a workflow", "write it as OWNER/NAME@REVISION"
    )


def checked_branch(word: str) -> str:
    """Return the name of a branch that a workflow can wait for. Raises StewardError."""
    if _BRANCH.fullmatch(word):
        return word
    raise refused(
        f"`{shortened(word)}` cannot be a branch in a workflow",
        "name the default branch, such as `main`, with --branch",
    )


def checked_member(word: str) -> str:
    """Return the name of somebody on the board. Raises StewardError."""
    if _MEMBER.fullmatch(word):
        return word
    raise refused(f"`{shortened(word)}` is nobody's name", "write `@login` or `@organisation/team`")


def checked_place(word: str) -> str:
    """Return a folder or a pattern for contracts, from the top of the repository.

    Raises StewardError where it leads out of it, or is all of it.
    """
    place = word.strip().removeprefix("./").rstrip("/")
    outside = word.strip().startswith(("/", "~")) or ".." in place.split("/") or "\\" in place
    if place in {"", "."} or outside or not place.isprintable():
        raise refused(
            f"`{shortened(word)}` is no place for contracts in the repository",
            "write a folder from its top, such as `contracts`, or a pattern such as `*.odcs.yaml`",
        )
    return place


def refused(message: str, hint: str) -> StewardError:
    """Return the error for a word that cannot stand where it was given."""
    return failure(ErrorCode.BAD_USAGE, message, hint=hint)
