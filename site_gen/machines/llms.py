"""`llms.txt`: where a language model finds what, as Markdown (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.render.escape import prose
from site_gen.file_paths import (
    CALENDAR,
    CONTRACTS,
    DEPRECATIONS,
    FEED,
    LINEAGE,
    LLMS,
    RULES,
    contract_file,
)
from site_gen.machines.answers import page_link
from site_gen.page import Asset
from site_gen.paths import contract_path, relative
from site_gen.scene import Scene
from site_gen.summary import Row

_LONGEST = 300
_FILES = (
    (CONTRACTS, "contracts"),
    (LINEAGE, "lineage"),
    (DEPRECATIONS, "deprecations"),
    (RULES, "rules"),
    (FEED, "feed"),
    (CALENDAR, "calendar"),
)


def llms_asset(scene: Scene, rows: Sequence[Row]) -> Asset:
    """Return the index: what the site is, each contract with its page and file, and the rest."""
    text = "\n".join(_lines(scene, rows)) + "\n"
    return Asset(path=LLMS, data=text.encode("utf-8", "replace"), language=scene.language)


def _lines(scene: Scene, rows: Sequence[Row]) -> Iterator[str]:
    t = scene.t
    yield f"# {t('home.title')}"
    yield ""
    yield f"> {t('llms.lead', n=t.count('count.contracts', len(rows)))}"
    for domain in scene.catalogue.domains:
        yield ""
        yield f"## {prose(t('domain.of', name=domain or t('facet.none')), width=_LONGEST)}"
        yield ""
        yield from (_contract(scene, row) for row in rows if row.domain == domain)
    yield ""
    yield f"## {t('llms.files')}"
    yield ""
    for path, key in _FILES:
        yield f"- [{path}]({_address(scene, path, path)}): {t(f'llms.{key}')}"


def _contract(scene: Scene, row: Row) -> str:
    entry = row.entry
    path = contract_path(entry.id)
    page = _address(scene, path, page_link(scene, LLMS, path))
    file = contract_file(entry.id)
    title = prose(f"{entry.title} {entry.head.version}", width=_LONGEST)
    status = scene.t.term("status", row.status)
    purpose = prose(" ".join(row.purpose.split()), width=_LONGEST)
    told = ": ".join(part for part in (prose(status, width=_LONGEST), purpose) if part)
    return f"- [{title}]({page}) ([JSON]({_address(scene, file, relative('', file))})): {told}"


def _address(scene: Scene, path: str, otherwise: str) -> str:
    return scene.site.address(path) or otherwise
