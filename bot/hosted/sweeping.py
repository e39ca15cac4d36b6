"""The use case of looking after contracts day by day: one issue for each that needs somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.core.approvals.codeowners import CodeOwners
from bot.core.approvals.people import owners_named
from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Notice
from bot.core.policy.settings import Settings, effective
from bot.core.records import dataclass
from bot.core.text import visible
from bot.core.waiver import Waiver, stem
from bot.hosting import Issue
from bot.render.escape import code_span, prose
from bot.render.markdown.budget import bounded

AHEAD = timedelta(days=30)
"""How long before its day something is told."""
_TOLD_AGAIN = frozenset((30, 7, 0))
"""So many days before its day, people are told by the webhook."""
ISSUE_BUDGET = 60_000
"""GitHub takes 65,536 characters for an issue."""
_MOST_NEWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look after: of which contract, from which day on, in words and as Markdown.

    `day` None: it has none, it is simply so.
    """

    contract: str
    day: date | None
    words: str
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """What is on the default branch: contracts, what is deprecated, waivers, and who owns what."""

    contracts: Sequence[Contract]
    notices: Iterable[Notice]
    waivers: Iterable[Waiver]
    settings: Settings
    codeowners: CodeOwners | None


def items(there: There, today: date) -> tuple[Item, ...]:
    """Return what has ended, ends soon, or has nobody who answers for it, in the order of days."""
    ids = {stem(found.file): found.id for found in there.contracts}
    last = today + AHEAD
    found = [
        *(_of_notice(one, today) for one in there.notices if one.first_day <= last),
        *(_of_waiver(one, ids, today) for one in there.waivers if one.expires <= last),
        *_ownerless(there.contracts, there.settings, there.codeowners),
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.contract, one.words)))


def issues(found: Sequence[Item]) -> tuple[Issue, ...]:
    """Return the issue of each contract. Its text changes only when what is due changes."""
    by_contract: dict[str, list[Item]] = {}
    for item in found:
        by_contract.setdefault(item.contract, []).append(item)
    return tuple(
        Issue(
            key=name,
            title=f"Look after the data contract {visible(name)[:150]}",
            body="\n".join(_body(told)),
        )
        for name, told in sorted(by_contract.items())
    )


def _body(told: Sequence[Item]) -> Iterator[str]:
    lines, left = bounded(told, lambda item: f"* {item.markdown}", ISSUE_BUDGET)
    yield from lines
    if left:
        yield f"* and {left} more"
    yield ""
    yield "This issue follows the default branch, and is closed when nothing is left to do."


def news(found: Sequence[Item], today: date) -> str:
    """Return what is worth telling today as plain text; nothing on most days."""
    told = [
        item.words
        for item in found
        if item.day is not None and (item.day - today).days in _TOLD_AGAIN
    ]
    return "\n".join(["Data contracts:", *told[:_MOST_NEWS]]) if told else ""


def _of_notice(notice: Notice, today: date) -> Item:
    readers = notice.readers or ()
    told, way = _ended(notice, today)
    reads = f"; {len(readers)} still read it" if readers else ""
    names = f": {', '.join(code_span(name, width=60) for name in readers[:10])}" if readers else ""
    if readers:
        way = "ask those who still read it to move on, then remove it"
    return Item(
        contract=notice.contract,
        day=notice.first_day,
        words=f"{visible(notice.address)[:120]} {told}{reads}",
        markdown=f"{code_span(notice.address, width=160)} {told}{reads}{names}\n  * {way}",
    )


def _ended(notice: Notice, today: date) -> tuple[str, str]:
    """Return how far the time of something deprecated is, and what to do then."""
    day = notice.first_day
    if notice.may_go(today):
        return f"may go since {day}", "remove it, with a new major version: `steward bump`"
    if day <= today:
        return "may go once more versions are released", "release them, or wait until they are"
    return f"may go on {day}", "plan its removal; until then it stays"


def _of_waiver(waiver: Waiver, ids: Mapping[str, str], today: date) -> Item:
    told = "ended on" if waiver.expires < today else "ends on"
    name = ids.get(stem(waiver.where.file), waiver.where.file)
    return Item(
        contract=name,
        day=waiver.expires,
        words=f"a waiver of {visible(name)[:120]} {told} {waiver.expires}",
        markdown=(
            f"the waiver for {prose(str(waiver), width=160)} {told} {waiver.expires}"
            f" ({code_span(str(waiver.where), width=160)}, {code_span(waiver.owner, width=60)})\n"
            "  * mend what it excuses and take it away, or give it a later day, which the board"
            " approves"
        ),
    )


def _ownerless(
    contracts: Iterable[Contract], settings: Settings, codeowners: CodeOwners | None
) -> Iterator[Item]:
    """Yield the contracts that nobody with an account answers for; only where a policy asks."""
    for contract in contracts if settings.file else ():
        policy = effective(settings, contract).approvals
        named = owners_named(contract, policy)
        by_path = codeowners is not None and bool(codeowners.owners(contract.file))
        if policy.owners and not named and not policy.givers and not by_path:
            yield Item(
                contract=contract.id,
                day=None,
                words=f"{visible(contract.id)[:120]} has no owner with an account",
                markdown=(
                    f"{code_span(contract.file, width=160)} names no owner with an account, so"
                    " nobody can approve its changes\n"
                    "  * name one in its `team`, in the policy or in CODEOWNERS"
                ),
            )
