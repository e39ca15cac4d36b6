"""Runs the catalogue over changes, contracts, the registry and releases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from bot.core.catalogue import Catalogue, JudgeKind
from bot.core.contract.model import Contract, Element
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.diff.changes import Added, Change, Changed, Removed, Renamed
from bot.core.diff.walk import diff
from bot.core.errors import Location
from bot.core.finding import Bump, Confidence, Effect, Finding, Hit, Weight, Witness
from bot.core.mode import Direction, facing
from bot.core.places import places
from bot.core.plain import in_short, plain
from bot.core.policy.settings import DEFAULT_SETTINGS, Settings, effective
from bot.core.policy.step import PolicyStep
from bot.core.policy.waivers import Use
from bot.core.records import dataclass, replace
from bot.core.rule import (
    OnChange,
    OnElement,
    OnPolicy,
    OnRegistry,
    OnRelease,
    OnWaiver,
    Pair,
    Registry,
    Release,
    Rule,
    Site,
)
from bot.core.visit import visit

Witnesses = Callable[[Change, Pair, Effect], Witness | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """The rules to run: the catalogue, and the weights that a policy gives by name or id.

    `settings` is the whole policy, for the rules that judge what a contract asks of it.
    """

    rules: Sequence[Rule]
    weights: Mapping[str, Weight]
    direction: Direction = Direction.FULL
    conventions: Conventions = DEFAULT_CONVENTIONS
    settings: Settings = DEFAULT_SETTINGS

    def weight(self, rule: Rule) -> Weight:
        """Return the policy's weight of a rule, else the rule's own under the direction."""
        if self.weights:
            for key in (rule.id, rule.name, *rule.aliases):
                if key in self.weights:
                    return self.weights[key]
        return rule.weighs(self.direction)


def compare(
    old: Contract, new: Contract, ruleset: Ruleset, witnesses: Witnesses | None = None
) -> tuple[Finding, ...]:
    """Return what the rules say about the step from old to new, weightiest first.

    `witnesses` finds a row that shows a break on the wire plane; without it none is looked for.
    """
    pair = Pair(old=old, new=new, conventions=ruleset.conventions)
    asked = _by_subject(ruleset)
    findings = [
        finding
        for change in diff(old, new)
        for rule in asked(change.subject)
        for finding in _judge(change, pair, rule, ruleset, witnesses)
    ]
    return tuple(sorted(findings, key=_order))


def lint(contract: Contract, ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return what the rules say about one contract, in the file's order."""
    index = _by_kind(ruleset)
    policy = effective(ruleset.settings, contract)
    findings = [
        _stamp(_bare(rule, ruleset.weight(rule), hit), hit, contract, element, site.path)
        for element, site in visit(contract, ruleset.conventions, index, policy)
        for rule, run in index.get(type(element), ())
        for hit in run(element, site)
    ]
    return tuple(sorted(findings, key=_by_place))


def survey(registry: Registry, ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return what the rules say about all documents together."""
    findings = [
        replace(_bare(rule, ruleset.weight(rule), hit), head=hit.where)
        for rule in _weighing(ruleset, OnRegistry)
        if isinstance(rule.judge, OnRegistry)
        for hit in rule.judge.run(registry)
    ]
    return tuple(sorted(findings, key=_by_place))


def gate(release: Release, ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return what the version and process rules say about the step to a contract's new state."""
    contract = release.new or release.old
    if contract is None:
        return ()
    findings = [
        replace(
            _stamp(_bare(rule, ruleset.weight(rule), hit), hit, contract, contract, ""),
            base=hit.base or (None if release.old is None else _place(release.old, hit.key)),
        )
        for rule in _weighing(ruleset, OnRelease)
        if isinstance(rule.judge, OnRelease)
        for hit in rule.judge.run(release)
    ]
    return tuple(sorted(findings, key=_order))


def govern(step: PolicyStep, ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return what the rules say about a change of the policy itself."""
    findings = [
        replace(_bare(rule, ruleset.weight(rule), hit), head=hit.where)
        for rule in _weighing(ruleset, OnPolicy)
        if isinstance(rule.judge, OnPolicy)
        for hit in rule.judge.run(step)
    ]
    return tuple(sorted(findings, key=_by_place))


def oversee(uses: Iterable[Use], contract: str, ruleset: Ruleset) -> tuple[Finding, ...]:
    """Return what the rules say about the waivers of a contract, of which this is the id."""
    rules = _weighing(ruleset, OnWaiver)
    findings = [
        replace(
            _bare(rule, ruleset.weight(rule), hit),
            contract=contract,
            path=use.waiver.path or "",
            head=use.waiver.where,
        )
        for use in uses
        for rule in rules
        if isinstance(rule.judge, OnWaiver)
        for hit in rule.judge.run(use)
    ]
    return tuple(sorted(findings, key=_by_place))


def required_bump(findings: Iterable[Finding]) -> Bump:
    """Return the greatest bump that any of the findings demands."""
    return max((finding.bump for finding in findings), default=Bump.NONE)


def _by_subject(ruleset: Ruleset) -> Callable[[str], Sequence[Rule]]:
    """Return what finds the rules for a subject; only these are ever loaded."""
    catalogue = Catalogue.of(ruleset.rules)

    @cache
    def rules(subject: str) -> Sequence[Rule]:
        return [rule for rule in catalogue.on_change(subject) if ruleset.weight(rule)]

    return rules


def _weighing(ruleset: Ruleset, kind: JudgeKind) -> list[Rule]:
    """Return the rules with a judge of this kind that are not switched off."""
    rules = Catalogue.of(ruleset.rules).judged_by(kind)
    return [rule for rule in rules if ruleset.weight(rule)]


_Run = Callable[[Element, Site], Iterable[Hit]]


def _by_kind(ruleset: Ruleset) -> Mapping[type, Sequence[tuple[Rule, _Run]]]:
    index: defaultdict[type, list[tuple[Rule, _Run]]] = defaultdict(list)
    for rule in _weighing(ruleset, OnElement):
        if isinstance(rule.judge, OnElement):
            for kind in rule.judge.kinds:
                index[kind].append((rule, rule.judge.run))
    return index


def _judge(
    change: Change, pair: Pair, rule: Rule, ruleset: Ruleset, witnesses: Witnesses | None
) -> Iterator[Finding]:
    if not isinstance(rule.judge, OnChange):
        return
    weight = ruleset.weight(rule)
    for hit in rule.judge.run(change, pair):
        base, head = places(change, pair.old, pair.new)
        before, after = _values(change)
        told = hit.before is not None or hit.after is not None
        witness = None
        if witnesses and rule.weight is None and rule.effect is not Effect.NONE:
            witness = witnesses(change, pair, facing(rule.effect, ruleset.direction))
        finding = _bare(rule, weight, hit)
        yield replace(
            finding,
            contract=pair.new.id,
            path=hit.path or change.place.path,
            before=plain(hit.before) if told else before,
            after=plain(hit.after) if told else after,
            base=base,
            head=hit.where or head,
            confidence=Confidence.PROVEN if witness and not hit.heuristic else finding.confidence,
            witness=witness,
            subject=change.subject,
        )


def _values(change: Change) -> tuple[object, object]:
    match change:
        case Added():
            return None, in_short(change.element)
        case Removed():
            return in_short(change.element), None
        case Renamed():
            return change.old_name, change.new_name
        case Changed():
            return plain(change.old), plain(change.new)
        case _:
            return None, None


def _bare(rule: Rule, weight: Weight, hit: Hit) -> Finding:
    change = isinstance(rule.judge, OnChange)
    bump = Bump.MAJOR if weight is Weight.BREAKING else rule.bump
    return Finding(
        rule=rule.id,
        name=rule.name,
        weight=weight,
        effect=rule.effect,
        plane=rule.plane,
        confidence=Confidence.HEURISTIC if hit.heuristic else Confidence.RULE,
        bump=bump if change else Bump.NONE,
        contract=hit.contract,
        path=hit.path or "",
        message=hit.message,
        hint=hit.hint or rule.instead,
        before=plain(hit.before),
        after=plain(hit.after),
        about=hit.about,
        first_day=hit.first_day,
    )


def _stamp(finding: Finding, hit: Hit, contract: Contract, element: Element, path: str) -> Finding:
    node = element.node
    mark = node.marks[hit.key][0] if hit.key in node.marks else node.mark
    return replace(
        finding,
        contract=contract.id,
        path=hit.path or path,
        head=hit.where or Location(contract.file, *mark),
    )


def _place(contract: Contract, key: str | None) -> Location:
    node = contract.node
    mark = node.marks[key][0] if key in node.marks else node.mark
    return Location(contract.file, *mark)


def _order(finding: Finding) -> tuple[object, ...]:
    return (-finding.weight, finding.path, finding.rule, finding.message)


def _by_place(finding: Finding) -> tuple[object, ...]:
    place = finding.head or Location("")
    return (place.file, place.line, place.column, finding.rule, finding.path, finding.message)
