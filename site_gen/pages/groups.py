"""The pages that gather contracts: a domain, an owner, a data product."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.contract.model import DataProduct
from site_gen.catalogue import Entry, owner_of
from site_gen.drawing.folding import domain_drawing
from site_gen.drawing.lineage import product_drawing
from site_gen.page import Page
from site_gen.paths import domain_path, owner_path, product_path
from site_gen.scene import Scene


def domain_page(scene: Scene, domain: str, entries: Sequence[Entry]) -> Page:
    """Return the page of a domain."""
    owners = dict.fromkeys(
        owner.key for entry in entries if (owner := owner_of(entry.head)) is not None
    )
    products = [one for one in scene.catalogue.products if (one.domain or "") == domain]
    return scene.page(
        "domain.html",
        domain_path(domain),
        {
            "entries": entries,
            "owners": tuple(owners),
            "products": products,
            "domain": domain,
            "drawing": domain_drawing(scene, domain),
        },
        title=scene.t("domain.of", name=domain or scene.t("facet.none")),
    )


def owner_page(scene: Scene, key: str, entries: Sequence[Entry]) -> Page:
    """Return the page of an owner: whom to ask, and for what."""
    teams = [found.team for entry in entries if (found := owner_of(entry.head)) is not None]
    members = {member.username: member for team in teams for member in team.members}
    channels = {
        (channel.channel, channel.url): channel
        for entry in entries
        for channel in entry.head.support
    }
    products = [
        one
        for one in scene.catalogue.products
        if (owner := owner_of(one)) is not None and owner.key == key
    ]
    return scene.page(
        "owner.html",
        owner_path(key),
        {
            "entries": entries,
            "team": next((team for team in teams if team.description), teams[0] if teams else None),
            "members": tuple(members.values()),
            "channels": tuple(channels.values()),
            "products": products,
        },
        title=key,
    )


def product_page(scene: Scene, product: DataProduct) -> Page:
    """Return the page of a data product: what it reads and what it offers."""
    description = product.node.get("description")
    told = description if isinstance(description, dict) else {}
    return scene.page(
        "product.html",
        product_path(product.id),
        {
            "product": product,
            "owner": owner_of(product),
            "purpose": _text(told.get("purpose")),
            "usage": _text(told.get("usage")),
            "limitations": _text(told.get("limitations")),
            "known": scene.catalogue.by_id,
            "drawing": product_drawing(scene, product),
        },
        title=product.name or product.id,
        description=_text(told.get("purpose")) or "",
    )


def _text(found: object) -> str | None:
    return found if isinstance(found, str) else None
