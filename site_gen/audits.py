"""Who approved a release, as its annotated tag keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.git import Repository
from bot.core.release.tag_names import tag_name
from bot.render.machine.audit import read_audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The verdict at the release, the pull request that brought it, and who approved it."""

    verdict: str
    pull_request: int | None
    approvers: tuple[str, ...]


def audits(repository: Repository) -> Mapping[tuple[str, str], Audit]:
    """Return what tags tell of releases, by contract and version.

    A tag tells of the release that it is named after, and of no other.
    """
    found = {}
    for tag, message in repository.annotations().items():
        told = read_audit(message)
        if told is None:
            continue
        key = (str(told.get("contract")), str(told.get("version")))
        if tag_name(*key) == tag:
            found[key] = _audit(told)
    return found


def _audit(told: Mapping[str, object]) -> Audit:
    pull = _mapping(told.get("pull_request")).get("number")
    return Audit(
        verdict=str(_mapping(told.get("verdict")).get("word") or ""),
        pull_request=pull if isinstance(pull, int) else None,
        approvers=tuple(dict.fromkeys(_approvers(_mapping(told.get("approvals"))))),
    )


def _approvers(approvals: Mapping[str, object]) -> Iterator[str]:
    for requirement in _several(approvals.get("requirements")):
        for given in _several(_mapping(requirement).get("given")):
            login = _mapping(given).get("login")
            if isinstance(login, str):
                yield login


def _mapping(found: object) -> Mapping[str, object]:
    return found if isinstance(found, dict) else {}


def _several(found: object) -> Sequence[object]:
    return found if isinstance(found, list) else ()
