"""Scenes of a change, from short texts: contracts and products at the base and at the head."""

from __future__ import annotations

from bot.adapters.reading import read
from bot.app.asking import pair_products
from bot.core.approvals.codeowners import CodeOwners, read_codeowners
from bot.core.approvals.need import Requirement
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.requirements import requirements
from bot.core.approvals.scene import ChangedFile, Scene
from bot.core.consulting import Changes, hurts, scene
from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.weaving import weave
from bot.core.policy.settings import Settings
from bot.core.review import (
    ContractReview,
    Judging,
    review_contract,
    review_new,
    review_removed,
)
from bot.core.rule import Registry, whole
from bot.core.rules import CATALOGUE

POLICY = ".github/contract-steward.yml"
Texts = dict[str, str]
"""A text by the path of its file."""
_GOVERNED = ("CODEOWNERS", POLICY, ".waivers.yaml", ".md")


def contract(name: str, *fields: str, version: str = "1.0.0", more: str = "") -> str:
    """Return a contract of one table, each field a flow mapping without braces."""
    rows = "".join(f"  - {{{field}, logicalType: string}}\n" for field in fields)
    return (
        f"id: {name}\nversion: {version}\nstatus: active\n{more}"
        f"schema:\n- name: {name}\n  properties:\n{rows}"
    )


def team(*logins: str, name: str = "data") -> str:
    """Return the part `team` of a document, with owners."""
    members = "".join(
        f"  - username: {login}@example.com\n    role: owner\n    customProperties:\n"
        f"    - {{property: gitHandle, value: {login}}}\n"
        for login in logins
    )
    return f"team:\n  name: {name}\n  members:\n{members}"


def product(name: str, *reads: str, more: str = "") -> str:
    """Return a data product that reads fields of the contract `orders`."""
    uses = ", ".join(reads)
    return (
        f"apiVersion: v1.0.0\nkind: DataProduct\nstatus: active\nid: {name}\n{more}"
        "inputPorts:\n- name: in\n  version: 1.0.0\n  contractId: orders\n"
        f"  customProperties: [{{property: uses, value: [{uses}]}}]\n"
    )


def scene_of(
    base: Texts, head: Texts, policy: ApprovalPolicy | None = None, codeowners: str | None = None
) -> Scene:
    """Return the scene of a change; what is not in `head` stays as it is at the base.

    An empty text in `head` removes the file.
    """
    after = {path: text for path, text in (base | head).items() if text}
    settings = Settings(file=POLICY, approvals=policy or ApprovalPolicy())
    entries = _entries(_documents(base), _documents(after), base, after, settings)
    changed = sorted(path for path in base | after if base.get(path) != after.get(path))
    old = [found for path, found in _documents(base).items() if path in changed]
    new = [found for path, found in _documents(after).items() if path in changed]
    changes = Changes(
        files=tuple(_file(path, base, after) for path in changed),
        products=pair_products(old, new),
        codeowners=_owners(codeowners),
    )
    lineage = weave(_registry(base)) if hurts(entries) else None
    return scene(entries, changes, settings, lineage)


def asked(found: Scene) -> dict[str, list[str]]:
    """Return who is asked, by requirement; `@` before teams."""
    return {need.key: givers(need) for need in requirements(found)}


def givers(need: Requirement) -> list[str]:
    return [*need.who.people, *(f"@{name}" for name in need.who.teams)]


def _owners(text: str | None) -> CodeOwners | None:
    return None if text is None else read_codeowners(text.encode(), "CODEOWNERS")


def _documents(texts: Texts) -> dict[str, Contract | DataProduct]:
    return {
        path: read(whole(text).encode(), path)
        for path, text in texts.items()
        if not path.endswith(_GOVERNED)
    }


def _registry(texts: Texts) -> Registry:
    found = _documents(texts).values()
    return Registry(
        contracts=tuple(one for one in found if isinstance(one, Contract)),
        products=tuple(one for one in found if isinstance(one, DataProduct)),
    )


def _entries(
    old: dict[str, Contract | DataProduct],
    new: dict[str, Contract | DataProduct],
    base: Texts,
    head: Texts,
    settings: Settings,
) -> list[ContractReview]:
    judging = Judging(rules=CATALOGUE, settings=settings)
    differing = [path for path in base | head if base.get(path) != head.get(path)]
    before = {one.id: one for path, one in old.items() if path in differing}
    after = {one.id: one for path, one in new.items() if path in differing}
    found = []
    for name in sorted(before.keys() | after.keys()):
        first, last = before.get(name), after.get(name)
        if isinstance(first, Contract) and isinstance(last, Contract):
            found.append(review_contract(first, last, judging))
        elif isinstance(first, Contract):
            found.append(review_removed(first, judging))
        elif isinstance(last, Contract):
            found.append(review_new(last, judging))
    return found


def _file(path: str, base: Texts, head: Texts) -> ChangedFile:
    return ChangedFile(
        old=path if path in base else None,
        new=path if path in head else None,
        base=_id(base.get(path)),
        head=_id(head.get(path)),
    )


def _id(text: str | None) -> str | None:
    return None if text is None else f"{hash(text):x}"
