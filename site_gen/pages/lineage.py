"""The lineage and the impact explorer."""

from __future__ import annotations

from markupsafe import Markup

from bot.core.finding import Weight
from bot.core.lineage.graph import NodeKind
from bot.core.mode import Direction
from bot.core.policy.settings import effective
from bot.core.rule import Rule
from bot.core.rules import CATALOGUE
from site_gen.drawing.folding import domains_drawing
from site_gen.page import Page
from site_gen.scene import Scene

CHANGES = (
    ("drop", "field-removed"),
    ("add", "field-added"),
    ("add_required", "required-field-added"),
    ("optional", "field-became-optional"),
    ("required", "field-became-required"),
    ("widen", "type-widened"),
    ("narrow", "type-narrowed"),
    ("type", "type-changed"),
)
"""What people ask before they do it, and the rule that will answer."""
_MODES = (Direction.FULL, Direction.BACKWARD, Direction.FORWARD, Direction.NONE)


def lineage_page(scene: Scene, drawing: Markup | None = None) -> Page:
    """Return who reads whom: a drawing, an explorer, the same as a table, and what is unknown."""
    graph = scene.near.graph
    linked = {end for link in graph.links for end in (link.source, link.target)}
    silent = [node for node in graph.nodes if node.kind is NodeKind.CONTRACT and node not in linked]
    return scene.page(
        "lineage.html",
        "lineage",
        {
            "near": scene.near,
            "links": graph.links,
            "faults": graph.faults,
            "silent": [scene.near.ref(node) for node in silent],
            "drawing": drawing,
            "domains": domains_drawing(scene),
            "kinds": _kinds(scene),
        },
        title=scene.t("lineage.title"),
        section="lineage",
        description=scene.t("lineage.lead"),
    )


def impact_page(scene: Scene) -> Page:
    """Return the explorer of impact, and the verdict of each kind of change under each mode."""
    rules = {rule.name: rule for rule in CATALOGUE}
    known = [(key, rules[name]) for key, name in CHANGES if name in rules]
    return scene.page(
        "impact.html",
        "impact",
        {
            "modes": tuple(str(mode) for mode in _MODES),
            "kinds": _kinds(scene),
            "held": _held(scene),
            "default": str(scene.catalogue.settings.compatibility),
            "verdicts": [(key, rule, _weights(scene, rule)) for key, rule in known],
        },
        title=scene.t("impact.title"),
        section="impact",
        description=scene.t("impact.lead"),
    )


def _kinds(scene: Scene) -> dict[str, str]:
    """Return what each kind of node is called."""
    return {str(kind): scene.t.term("node", kind.value) for kind in NodeKind}


def _held(scene: Scene) -> dict[str, str]:
    """Return the mode of each contract that has another one than the repository's."""
    settings = scene.catalogue.settings
    modes = {
        entry.id: str(effective(settings, entry.head).compatibility)
        for entry in scene.catalogue.entries
        if not entry.gone
    }
    return {key: mode for key, mode in modes.items() if mode != str(settings.compatibility)}


def _weights(scene: Scene, rule: Rule) -> tuple[Weight, ...]:
    """Return the weight of a rule under each mode, unless the policy gives it one of its own."""
    told = scene.catalogue.settings.rules
    own = next((told[key] for key in (rule.id, rule.name, *rule.aliases) if key in told), None)
    return tuple(rule.weighs(mode) if own is None else own for mode in _MODES)
