"""Every file for machines: those of one contract, and those that are about all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.rule import Rule
from site_gen.machines.api import contract_assets, contracts_asset
from site_gen.machines.atom import feed_of_contract
from site_gen.machines.badges import badge_assets
from site_gen.machines.calendars import calendar_assets, empty_calendars
from site_gen.machines.llms import llms_asset
from site_gen.machines.relations import dependencies_asset, relation_assets
from site_gen.machines.schemas import schema_assets
from site_gen.page import Asset
from site_gen.scene import Scene
from site_gen.story import Record, Story
from site_gen.summary import Row


def files_of_contract(scene: Scene, story: Story, records: Sequence[Record]) -> Iterator[Asset]:
    """Yield what depends on one contract and its neighbours, so that it can be kept."""
    yield from contract_assets(scene, story, records)
    yield dependencies_asset(scene, story.entry)
    yield from badge_assets(scene, story.entry)
    yield from empty_calendars(scene, story.entry)
    yield feed_of_contract(scene, story)


def files_of_all(scene: Scene, rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[Asset]:
    """Yield what depends on the newest commit or on several contracts."""
    yield contracts_asset(scene, rows)
    yield from relation_assets(scene, rules)
    yield from schema_assets(scene.language)
    yield from calendar_assets(scene)
    yield llms_asset(scene, rows)
