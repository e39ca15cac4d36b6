"""The catalogue of rules, and a page for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.core.rule import Rule
from bot.render.rules import applies_to, counterpart, struck, weights_by_mode
from site_gen.page import Page
from site_gen.paths import rule_path
from site_gen.scene import Scene


def rules_page(scene: Scene, rules: Sequence[Rule]) -> Page:
    """Return the list of rules by family, with the weights that hold here."""
    families = [
        (family, tuple(found)) for family, found in groupby(rules, key=lambda rule: rule.family)
    ]
    return scene.page(
        "rules.html",
        "rules",
        {"families": families, "told": scene.catalogue.settings.rules},
        title=scene.t("rules.title"),
        section="rules",
        description=scene.t("rules.lead"),
    )


def rule_page(scene: Scene, rule: Rule, rules: Sequence[Rule]) -> Page:
    """Return the page of a rule. All but its one sentence is English in every language."""
    mirror = next((one for one in rules if rule.mirror in (one.id, one.name)), None)
    return scene.page(
        "rule.html",
        rule_path(rule.id),
        {
            "rule": rule,
            "applies_to": applies_to(rule),
            "weights": weights_by_mode(rule),
            "counterpart": counterpart(rule),
            "mirror": mirror,
            "examples": [(example, struck(example)) for example in rule.examples],
        },
        title=f"{rule.id} {rule.name}",
        section="rules",
        description=scene.t.rule(rule.summary),
    )
