"""One request as the routes see it: who asks, for which repository, with which words."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar
from urllib.parse import urlencode

from tests.github.answers import Answer, Refusal, not_found
from tests.github.call import Call
from tests.github.state import App, Issue, Permission, Pull, Repository, Token, TokenKind, User
from tests.github.world import World

LONGEST_PAGE = 100
T = TypeVar("T")


class Numbered(Protocol):
    """Anything that GitHub gives an id."""

    id: int


N = TypeVar("N", bound=Numbered)


@dataclass
class Ask:
    """What a route is handed."""

    world: World
    call: Call
    arguments: Mapping[str, str]
    token: Token | None
    stale: int = 0
    shift: int = 0
    _repository: Repository | None = field(default=None)

    def among(self, there: Iterable[N], name: str) -> N:
        """Return the one whose id the path tells. Raises a 404."""
        number = self.argument(name)
        for found in there:
            if found.id == number:
                return found
        raise not_found()

    @cached_property
    def json(self) -> dict[str, object]:
        """Return the body. Raises the 400 of what is no JSON object."""
        if not self.call.body:
            return {}
        try:
            read = json.loads(self.call.body)
        except ValueError:
            raise Refusal(400, "Problems parsing JSON") from None
        if not isinstance(read, dict):
            raise Refusal(400, "Body should be a JSON object")
        return read

    def text(self, name: str) -> str | None:
        """Return a word of the body; None where it is missing or null."""
        found = self.json.get(name)
        if found is not None and not isinstance(found, str):
            raise Refusal(422, f"Invalid request.\n\nFor '{name}', {found!r} is not a string.")
        return found

    def needed(self, name: str) -> str:
        """Return a word of the body. Raises the 422 of one that is not there."""
        found = self.text(name)
        if found is None:
            raise Refusal(422, f'Invalid request.\n\n"{name}" wasn\'t supplied.')
        return found

    def number(self, name: str) -> int | None:
        found = self.json.get(name)
        if found is None or isinstance(found, int):
            return found
        raise Refusal(422, f"Invalid request.\n\nFor '{name}', {found!r} is not an integer.")

    def flag(self, name: str, *, default: bool = False) -> bool:
        found = self.json.get(name, default)
        if isinstance(found, bool):
            return found
        raise Refusal(422, f"Invalid request.\n\nFor '{name}', {found!r} is not a boolean.")

    def words(self, name: str) -> list[str]:
        found = self.json.get(name, [])
        if not isinstance(found, list) or any(not isinstance(word, str) for word in found):
            raise Refusal(422, f"Invalid request.\n\nFor '{name}', {found!r} is not an array.")
        return [str(word) for word in found]

    def mapping(self, name: str) -> dict[str, object]:
        found = self.json.get(name) or {}
        if not isinstance(found, dict):
            raise Refusal(422, f"Invalid request.\n\nFor '{name}', {found!r} is not an object.")
        return found

    # Who asks.

    @property
    def user(self) -> User:
        """Return who asks. Raises a 401."""
        if self.token is None:
            raise Refusal(401, "Requires authentication")
        return self.token.user

    @property
    def app(self) -> App | None:
        return self.token.app if self.token else None

    @property
    def is_integration(self) -> bool:
        return self.token is not None and self.token.kind is not TokenKind.PERSON

    @property
    def may_write(self) -> bool:
        """Tell whether a person with the right to write asks; no integration is one."""
        return not self.is_integration and self.permission >= Permission.WRITE

    @property
    def permission(self) -> Permission:
        return self.world.permission(self.repo, self.user) if self.token else Permission.READ

    # What for.

    @property
    def repo(self) -> Repository:
        """Return the repository. Raises a 404, or a redirect from an old name."""
        if self._repository is None:
            if "repository_id" in self.arguments:
                number = int(self.arguments["repository_id"])
                self._repository = self.world.repository_by_id(number)
            else:
                owner, name = self.arguments["owner"], self.arguments["repo"]
                self._repository = self.world.repository(owner, name)
        return self._repository

    def argument(self, name: str) -> int:
        """Return a number in the path. Raises a 404 where it is none."""
        if not self.arguments[name].isdecimal():
            raise not_found()
        return int(self.arguments[name])

    @property
    def issue(self) -> Issue:
        found = self.repo.issues.get(self.argument("issue_number"))
        if found is None:
            raise not_found()
        return found

    @property
    def pull(self) -> Pull:
        found = self.repo.issues.get(self.argument("pull_number"))
        if not isinstance(found, Pull):
            raise not_found()
        return found

    def commit(self, name: str) -> str:
        """Return the commit that a name stands for. Raises the 422 of GitHub."""
        found = self.repo.store.resolve(name)
        if found is None:
            raise Refusal(422, f"No commit found for SHA: {name}")
        return found

    # What is answered.

    def page(self, entries: Iterable[object], *, most: int | None = None) -> Answer:
        """Answer with one page of a list and links to the others."""
        listed, headers = self.cut(list(entries)[:most])
        return Answer(200, listed, headers)

    def cut(self, listed: list[T]) -> tuple[list[T], dict[str, str]]:
        """Return one page of a list, and the header that links to the others."""
        if self.stale:
            listed = listed[: -self.stale]
        size = min(_positive(self.call.query.get("per_page"), 30), LONGEST_PAGE)
        number = _positive(self.call.query.get("page"), 1)
        last = max(1, -(-len(listed) // size))
        start = (number - 1) * size
        if number > 1:
            start = max(0, start + self.shift)
        links = []
        if number > 1:
            links += [("prev", min(number - 1, last))]
        if number < last:
            links += [("next", number + 1), ("last", last)]
        if number > 1:
            links += [("first", 1)]
        header = ", ".join(f'<{self._link(page)}>; rel="{name}"' for name, page in links)
        return listed[start : start + size], {"Link": header} if header else {}

    def _link(self, number: int) -> str:
        # GitHub names the repository by its id in these links, not by its name.
        path = self.call.path
        if "owner" in self.arguments:
            rest = path.split("/", 4)[4:]
            path = "/".join([f"/repositories/{self.repo.id}", *rest])
        return f"{self.world.api}{path}?{urlencode({**self.call.query, 'page': str(number)})}"


def _positive(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and int(text) > 0 else default


def read_base64(text: str) -> bytes:
    """Return what base64 stands for. Raises a 422."""
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        raise Refusal(422, "content is not valid Base64") from None
