"""What may go wrong on the way, told before by a test: each fault waits for its call."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.github.call import READS


@dataclass(frozen=True, slots=True)
class Fails:
    """GitHub answers with a status at once; nothing is changed."""

    status: int
    message: str = "Server Error"
    retry_after: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DropsAfter:
    """The call is carried out, and then the connection closes without an answer."""


@dataclass(frozen=True, slots=True)
class DropsBefore:
    """The connection closes, and nothing was done."""


@dataclass(frozen=True, slots=True)
class Delays:
    """The answer comes late, by so many real seconds; it is carried out before the wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Drips:
    """The answer comes in so many pieces, with a pause in real seconds before each."""

    pieces: int
    pause: float


@dataclass(frozen=True, slots=True)
class Stale:
    """A list does not show its last entries yet."""

    missing: int = 1


@dataclass(frozen=True, slots=True)
class Shifts:
    """A later page begins so many entries further on, as if entries before it had gone."""

    by: int = 1


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Something else happens just before the call is carried out."""

    deed: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Something else happens as soon as the call was carried out; there is no answer any more."""

    deed: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Html:
    """A page for people stands where JSON should; nothing is changed."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class Empty:
    """The call is carried out and the answer has no body."""


@dataclass(frozen=True, slots=True)
class Truncated:
    """The call is carried out; the JSON of the answer ends in the middle."""


@dataclass(frozen=True, slots=True)
class Redirects:
    """The answer leads elsewhere: to a path of the API, or to a whole URL."""

    status: int
    to: str


Fault = (
    Fails
    | DropsAfter
    | DropsBefore
    | Delays
    | Drips
    | Stale
    | Shifts
    | Meanwhile
    | Afterwards
    | Html
    | Empty
    | Truncated
    | Redirects
)


@dataclass(slots=True)
class Planned:
    """A fault and the calls it waits for: after `skip` of them it strikes `times` times."""

    method: str
    path: re.Pattern[str]
    fault: Fault
    times: int
    skip: int
    struck: int = 0

    def strikes(self, method: str, path: str) -> bool:
        if self.times == 0 or not self._concerns(method) or not self.path.search(path):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        self.struck += 1
        return True

    def _concerns(self, method: str) -> bool:
        return self.method in {"*", method} or (self.method == "writes" and method not in READS)


class Faults:
    """The faults that still wait, in the order they were planned in."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []

    def plan(
        self, method: str, path: str, fault: Fault, *, times: int = 1, skip: int = 0
    ) -> Planned:
        """Let a fault strike calls of a method whose path the pattern is found in.

        The method `*` is any, `writes` any but GET and HEAD. `times=-1` strikes for ever: with
        `skip=n` and DropsBefore, nothing is written after n writes, as if the caller were killed.
        The value that is returned counts how often it struck.
        """
        planned = Planned(method, re.compile(path), fault, times, skip)
        self._planned.append(planned)
        return planned

    def next_for(self, method: str, path: str) -> list[Fault]:
        """Return what strikes this call."""
        return [planned.fault for planned in self._planned if planned.strikes(method, path)]

    def clear(self) -> None:
        self._planned.clear()
