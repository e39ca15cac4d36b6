"""An example that needs a history shows it, in every format."""

from __future__ import annotations

import json

import pytest

from bot.core.rules import CATALOGUE
from bot.render.catalogue import render_catalogue, render_rule
from bot.render.terminal import Terminal

(EARLY,) = (rule for rule in CATALOGUE if rule.name == "element-removed-early")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_rule_tells_the_days_of_its_examples(form: str) -> None:
    told = render_rule(EARLY, form, Terminal()).lower()

    assert "on the default branch since 2026-02-02" in told
    assert "judged on 2026-05-02" in told


def test_machines_read_the_days_of_its_examples() -> None:
    (rule,) = json.loads(render_catalogue([EARLY], "json", Terminal()))["rules"]

    example = rule["examples"][0]
    assert [each["day"] for each in example["history"]] == ["2026-01-12", "2026-02-02"]
    assert (example["today"], example["shallow"], example["readers"]) == ("2026-05-02", False, [])
