"""When the governance board has to agree, and to what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.codeowners import CODEOWNERS_FILES
from bot.core.approvals.need import Requirement, Role
from bot.core.approvals.people import change_approvers
from bot.core.approvals.policy import Matter
from bot.core.approvals.scene import (
    ChangedContract,
    ChangedProduct,
    Scene,
    board,
    bound_to_head,
    owners,
)
from bot.core.contract.model import Contract, DataProduct
from bot.core.finding import Bump
from bot.core.versions import release_line
from bot.core.waiver import is_waivers_file


def of_board(scene: Scene) -> Iterator[Requirement]:
    """Yield the requirement of the board, with every reason; nothing where it is not concerned."""
    reasons = [told for told in _matters(scene) if told[0] in scene.policy.board.matters]
    if reasons:
        yield Requirement(
            key="board",
            role=Role.BOARD,
            side=Role.BOARD,
            title="governance board",
            count=scene.policy.board.count,
            who=board(scene),
            reasons=tuple(dict.fromkeys(why for _, why, _ in reasons)),
            content=scene.content(path for _, _, paths in reasons for path in paths),
            head=bound_to_head(
                scene, breaking=any(matter is Matter.MAJOR for matter, _, _ in reasons)
            ),
        )


Concern = tuple[Matter, str, tuple[str, ...]]
"""What the board may have to agree to, why, and the files that it is about."""


def _matters(scene: Scene) -> Iterator[Concern]:
    for path in scene.changed_paths:
        if path == scene.settings_file:
            yield Matter.POLICY, f"the policy `{path}` changes", (path,)
        elif path in CODEOWNERS_FILES:
            yield Matter.OWNERSHIP, f"`{path}` changes", (path,)
        elif is_waivers_file(path):
            yield Matter.WAIVER, f"the waivers in `{path}` change", (path,)
    for changed in scene.contracts:
        yield from _matters_of(scene, changed)
    for product in scene.products:
        if (why := _registration(product)) is not None:
            yield Matter.CONSUMERS, why, product.paths


def _matters_of(scene: Scene, changed: ChangedContract) -> Iterator[Concern]:
    if (why := _major(changed)) is not None:
        yield Matter.MAJOR, why, changed.paths
    if changed.old is None or changed.new is None:
        return
    if _owners_change(scene, changed.old, changed.new, changed):
        yield Matter.OWNERSHIP, f"who answers for `{changed.id}` changes", changed.paths
    if _registered(changed.old) != _registered(changed.new):
        yield Matter.CONSUMERS, f"the consumers named by `{changed.id}` change", changed.paths


def _major(changed: ChangedContract) -> str | None:
    old, new = changed.old, changed.new
    if old is None:
        return None
    if new is None:
        return f"`{changed.id}` is removed"
    if changed.required is Bump.MAJOR:
        return f"`{changed.id}` breaks"
    before, after = release_line(old.version), release_line(new.version)
    grows = before is not None and after is not None and after > before
    return f"`{changed.id}` begins a new major version, {new.version}" if grows else None


def _owners_change(scene: Scene, old: Contract, new: Contract, changed: ChangedContract) -> bool:
    """Tell whether other people would be asked at the next change, by names or by the place."""
    before = owners(scene, old, changed.policy, old.file)
    after = owners(scene, new, changed.policy_after, new.file)
    asked = change_approvers(old, changed.policy) != change_approvers(new, changed.policy_after)
    return before != after or asked or changed.policy != changed.policy_after


def _registered(contract: Contract) -> list[object]:
    return [entry.value for entry in contract.custom_properties if entry.property == "consumers"]


def _registration(changed: ChangedProduct) -> str | None:
    old, new = changed.old, changed.new
    if old is None or new is None:
        found = old or new
        word = "is registered" if old is None else "is no longer registered"
        return f"the data product `{found.id if found else ''}` {word}"
    if old.id != new.id or _ports(old) != _ports(new) or old.team != new.team:
        return f"what the data product `{old.id}` reads, or who answers for it, changes"
    return None


def _ports(product: DataProduct) -> list[object]:
    return [product.node.get("inputPorts"), product.node.get("outputPorts")]
