"""Who can give an approval: logins and teams, and names that lead to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who can give an approval: logins and teams, each told once; and names that lead to nobody."""

    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    nameless: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.teams)

    def __or__(self, other: Who) -> Who:
        return who_of(
            (*self.people, *other.people),
            (*self.teams, *other.teams),
            (*self.nameless, *other.nameless),
        )

    def is_one_team_with(self, other: Who) -> bool:
        """Tell whether the same people and teams are meant, or one team is among both."""
        people, teams = _keys(self)
        return bool(teams & _keys(other)[1]) or (bool(self) and (people, teams) == _keys(other))


def who_of(people: Iterable[str], teams: Iterable[str], nameless: Iterable[str]) -> Who:
    """Return these people, teams and names, each once, in the order of the alphabet."""
    return Who(people=_once(people), teams=_once(teams), nameless=_once(nameless))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in order, those that differ in case alone as one."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.lower(), name)
    return tuple(found[key] for key in sorted(found))


def _keys(who: Who) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(name.lower() for name in who.people),
        frozenset(name.lower() for name in who.teams),
    )
