"""Many fields that many contracts read: the work grows with the edges, and not faster."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bot.core.consequences import with_impact
from bot.core.lineage.graph import Lineage
from bot.core.lineage.impact import impact
from bot.core.lineage.search import find_element
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import Judging, review_contract
from bot.core.rule import whole
from bot.core.rules import CATALOGUE
from tests.core.lineage.woven import lineage
from tests.reading import contract

_FIELDS = 6
_FEW, _MANY = 30, 120
_MOST = 4.6
"""Four times the readers may cost so many times the calls, and no more."""


def _read(number: int) -> str:
    fields = "".join(
        f"  - {{name: f{field}, transformSourceObjects: [hub.t.f{field}]}}\n"
        for field in range(_FIELDS)
    )
    return f"id: c{number}\nschema:\n- name: t\n  properties:\n{fields}"


def _hub(fields: int) -> str:
    told = "".join(f"  - {{name: f{field}}}\n" for field in range(fields))
    return f"id: hub\nschema:\n- name: t\n  properties:\n{told}  - {{name: keep}}\n"


def _wide(readers: int) -> Lineage:
    return lineage("---\n".join((_hub(_FIELDS), *map(_read, range(readers)))))


def _calls(deed: Callable[[], object]) -> int:
    """Return how many functions of Python a deed calls."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return count


def test_the_impact_of_a_contract_grows_with_its_readers() -> None:
    few, many = (_wide(readers) for readers in (_FEW, _MANY))
    hub = find_element(few, "hub")

    assert len(impact(many, hub)) > _MANY
    assert _calls(lambda: impact(many, hub)) < _MOST * _calls(lambda: impact(few, hub))


def test_whom_removed_fields_reach_grows_with_their_readers() -> None:
    judging = Judging(rules=CATALOGUE, settings=DEFAULT_SETTINGS)
    old, new = (contract(whole(_hub(fields)), "0.yaml") for fields in (_FIELDS, 0))
    entry = review_contract(old, new, judging)
    few, many = (_wide(readers) for readers in (_FEW, _MANY))

    (told,) = with_impact((entry,), many)
    assert len(told.impact) == _MANY
    assert _calls(lambda: with_impact((entry,), many)) < _MOST * _calls(
        lambda: with_impact((entry,), few)
    )
