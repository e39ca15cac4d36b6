from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.rule import FAMILIES
from bot.core.rules.constraints.field_became_required import FIELD_BECAME_REQUIRED
from bot.core.rules.structure.field_removed import FIELD_REMOVED
from site_gen.rules import ENGLISH, FRENCH, RulesWords, rules_page


def test_rules_stand_in_a_table_for_each_family() -> None:
    words = replace(ENGLISH, title="All", intro="Words.")
    required = replace(FIELD_BECAME_REQUIRED, summary="It must be filled.")

    assert (
        rules_page((FIELD_REMOVED, required), words)
        == """\
# All

Words.

## Structure

Objects and fields that come and go.

| rule | name | effect | plane | full | what it says |
|---|---|---|---|---|---|
| DC104 | `field-removed` | loosens | wire | breaking | A field was removed. |

## Constraints

Required fields, lengths, bounds, patterns and counts.

| rule | name | effect | plane | full | what it says |
|---|---|---|---|---|---|
| DC401 | `field-became-required` | tightens | wire | breaking | It must be filled. |
"""
    )


def test_a_bar_in_a_summary_does_not_end_its_cell() -> None:
    rule = replace(FIELD_REMOVED, summary="Either `a|b`.")

    assert rules_page((rule,), ENGLISH).splitlines()[-1].endswith(r"| Either `a\|b`. |")


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=["in English", "in French"])
def test_every_family_has_a_title(words: RulesWords) -> None:
    assert list(words.families) == list(FAMILIES.values())
