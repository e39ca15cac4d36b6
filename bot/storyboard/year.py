"""The whole year in order, with synthetic contracts in it where a measurement asks for them."""

from __future__ import annotations

from datetime import datetime

from bot.storyboard.autumn import AUTUMN
from bot.storyboard.bundled import last_tree
from bot.storyboard.cast import HELENE, KARIM
from bot.storyboard.domains import DOMAINS
from bot.storyboard.edits import Born, Rewritten, Tree, wind_back
from bot.storyboard.model import How, Pull, Step
from bot.storyboard.spring import SPRING
from bot.storyboard.synthetic import synthetic_contract, synthetic_file
from bot.storyboard.telecom import TELECOM
from bot.storyboard.winter import WINTER


def _in_order(year: tuple[Pull, ...]) -> tuple[Pull, ...]:
    return tuple(sorted(year, key=lambda pull: datetime.fromisoformat(pull.merged)))


YEAR = _in_order(WINTER + SPRING + AUTUMN + DOMAINS + TELECOM)
PER_SCALE = 100
"""How many synthetic contracts each step of scale above 1 adds."""


def scaled(scale: int) -> tuple[Tree, tuple[Pull, ...]]:
    """Return the last tree and the pull requests that lead to it, in order.

    Above 1 there are a hundred synthetic contracts more for each step; in July every tenth of
    them gets its second release.
    """
    tree = last_tree()
    numbers = range(PER_SCALE * (scale - 1))
    if not numbers:
        return tree, YEAR
    grown = numbers[::10]
    for number in numbers:
        version = "1.1.0" if number in grown else "1.0.0"
        tree[synthetic_file(number)] = synthetic_contract(number, version=version)
    return tree, _in_order((*YEAR, _import(numbers), _growth(grown)))


def trees(last: Tree, year: tuple[Pull, ...]) -> dict[tuple[int, int], Tree]:
    """Return the tree after each step, by the number of its pull request and its own place."""
    found: dict[tuple[int, int], Tree] = {}
    tree = last
    for pull in reversed(year):
        for place, step in reversed(tuple(enumerate(pull.steps))):
            found[pull.number, place] = tree
            tree = wind_back(tree, step.edits)
    if tree:
        raise ValueError(f"nobody brought {', '.join(sorted(tree))}")
    return found


def _import(numbers: range) -> Pull:
    when = "2025-11-04T18:00:00+01:00"
    edits = tuple(Born(synthetic_file(number)) for number in numbers)
    return _squash(100, "Import the warehouse's tables", "chore/import", when, edits)


def _growth(numbers: range) -> Pull:
    when = "2026-07-06T18:00:00+02:00"
    edits = tuple(
        Rewritten(
            synthetic_file(number),
            synthetic_contract(number),
            synthetic_contract(number, version="1.1.0"),
        )
        for number in numbers
    )
    return _squash(101, "Add a field to every tenth table", "chore/growth", when, edits)


def _squash(
    number: int, title: str, branch: str, when: str, edits: tuple[Born | Rewritten, ...]
) -> Pull:
    return Pull(
        number=number,
        title=title,
        branch=branch,
        how=How.SQUASH,
        merged=when,
        by=HELENE,
        steps=(Step(when, KARIM, title, edits),),
    )
