"""The pages of the board: the scorecard, waivers and the audit trail, the policy in force."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bot.core.errors import Fault
from bot.core.policy.settings import effective
from bot.core.policy.telling import policy_rows
from bot.core.waiver import Waiver, stem
from site_gen.audits import Audit
from site_gen.page import Page
from site_gen.scene import Scene
from site_gen.score import MARKS, Score, total
from site_gen.story import Record, newest_first

_MOST = 300


def scorecard_page(scene: Scene, scores: Mapping[str, Score]) -> Page:
    """Return how far contracts keep what is expected, by domain and one by one."""
    domains = [
        (name, total([scores[entry.id] for entry in entries]), entries)
        for name, entries in scene.catalogue.domains.items()
    ]
    return scene.page(
        "scorecard.html",
        "scorecard",
        {
            "marks": MARKS,
            "all": total(list(scores.values())),
            "domains": domains,
            "scores": scores,
        },
        title=scene.t("scorecard.title"),
        section="scorecard",
        description=scene.t("scorecard.lead"),
    )


def waivers_page(
    scene: Scene,
    found: Sequence[Waiver],
    faults: Sequence[Fault],
    records: Sequence[Record],
    audits: Mapping[tuple[str, str], Audit],
) -> Page:
    """Return the waivers, open and expired, and who brought and approved each release."""
    today = scene.catalogue.time.date()
    by_stem = {
        stem(document.file): entry for entry in scene.catalogue.entries for document in entry.heads
    }
    told = [(one, by_stem.get(stem(one.where.file))) for one in found]
    return scene.page(
        "waivers.html",
        "waivers",
        {
            "open": [pair for pair in told if pair[0].expires >= today],
            "expired": [pair for pair in told if pair[0].expires < today],
            "faults": faults,
            "records": newest_first(records)[:_MOST],
            "audits": audits,
        },
        title=scene.t("waivers.title"),
        section="waivers",
        description=scene.t("waivers.lead"),
    )


def policy_page(scene: Scene) -> Page:
    """Return the policy of the commit, and what holds for each contract."""
    settings = scene.catalogue.settings
    rows = [(row.setting, _told(row.value), row.source) for row in policy_rows(settings)]
    own = [
        (entry, effective(settings, entry.head))
        for entry in scene.catalogue.entries
        if not entry.gone
    ]
    return scene.page(
        "policy.html",
        "policy",
        {"settings": settings, "rows": rows, "own": own},
        title=scene.t("policy.title"),
        section="policy",
        description=scene.t("policy.lead"),
    )


def _told(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
