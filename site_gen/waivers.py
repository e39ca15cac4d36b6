"""The waivers of the newest commit, and which of them have expired by its day."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.git import Repository
from bot.adapters.waivers import read_waivers
from bot.core.errors import Fault, StewardError
from bot.core.rules import CATALOGUE
from bot.core.waiver import Waiver
from site_gen.catalogue import Catalogue


def waivers(
    repository: Repository, catalogue: Catalogue
) -> tuple[tuple[Waiver, ...], tuple[Fault, ...]]:
    """Return the waivers, the first to expire first, and the faults of files of them."""
    names = {name: rule.name for rule in CATALOGUE for name in (rule.id, rule.name, *rule.aliases)}
    found: list[Waiver] = []
    faults: list[Fault] = []
    for path, data in _files(repository, catalogue):
        try:
            found += read_waivers(data, path, names)
        except StewardError as error:
            faults += error.faults
    return tuple(sorted(found, key=lambda one: (one.expires, one.where))), tuple(faults)


def _files(repository: Repository, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    for blob in repository.blobs(catalogue.commit, catalogue.places.around):
        if catalogue.places.cover_waivers(blob.path):
            yield blob.path, repository.read(blob)
