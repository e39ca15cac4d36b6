"""What every rule is asked about, without the rules: a rule is loaded when it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import overload

from bot.core.records import dataclass
from bot.core.rule import (
    FAMILIES,
    OnChange,
    OnElement,
    OnPolicy,
    OnRegistry,
    OnRelease,
    OnWaiver,
    Rule,
)

JudgeKind = (
    type[OnChange]
    | type[OnElement]
    | type[OnRegistry]
    | type[OnRelease]
    | type[OnPolicy]
    | type[OnWaiver]
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a family's table: what must be known of a rule before it is loaded."""

    id: str
    name: str
    judge: JudgeKind
    subjects: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def on_change(number: str, name: str, *subjects: str, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges each change of these subjects."""
    return Entry(number, name, OnChange, subjects, aliases)


def on_element(number: str, name: str, *, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges the elements of one contract."""
    return Entry(number, name, OnElement, (), aliases)


def on_registry(number: str, name: str, *, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges all documents together."""
    return Entry(number, name, OnRegistry, (), aliases)


def on_release(number: str, name: str, *, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges the step from one state to the next."""
    return Entry(number, name, OnRelease, (), aliases)


def on_policy(number: str, name: str, *, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges a change of the policy."""
    return Entry(number, name, OnPolicy, (), aliases)


def on_waiver(number: str, name: str, *, aliases: tuple[str, ...] = ()) -> Entry:
    """Return the line of a rule that judges each waiver."""
    return Entry(number, name, OnWaiver, (), aliases)


def entry_of(rule: Rule) -> Entry:
    """Return the line that a table must have for a rule."""
    subjects = rule.judge.subjects if isinstance(rule.judge, OnChange) else ()
    return Entry(rule.id, rule.name, type(rule.judge), subjects, rule.aliases)


def load(entry: Entry) -> Rule:
    """Return the rule of an entry.

    It is the constant of the rule's name, in the module of the rule's name, in its family.
    """
    name = entry.name.replace("-", "_")
    module = import_module(f"bot.core.rules.{FAMILIES[entry.id[:3]]}.{name}")
    rule: Rule = getattr(module, name.upper())
    return rule


class Catalogue(Sequence[Rule]):
    """Rules in the order of their entries. Each is loaded when it is first asked for."""

    def __init__(self, entries: Iterable[Entry], loaded: Mapping[str, Rule] | None = None) -> None:
        self.entries = tuple(entries)
        self._loaded = dict(loaded or {})
        self._by_kind: dict[JudgeKind, tuple[Rule, ...]] = {}
        self._by_subject: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for subject in entry.subjects:
                self._by_subject[subject].append(entry)

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Catalogue:
        """Return the catalogue of rules that are there already."""
        if isinstance(rules, cls):
            return rules
        return cls(map(entry_of, rules), {rule.id: rule for rule in rules})

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Rule]:
        return map(self._rule, self.entries)

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Rule]: ...
    def __getitem__(self, index: int | slice) -> Rule | Sequence[Rule]:
        if isinstance(index, slice):
            return tuple(map(self._rule, self.entries[index]))
        return self._rule(self.entries[index])

    def on_change(self, subject: str) -> tuple[Rule, ...]:
        """Return the rules that judge a change of this subject."""
        return tuple(map(self._rule, self._by_subject.get(subject, ())))

    def judged_by(self, kind: JudgeKind) -> tuple[Rule, ...]:
        """Return the rules that have a judge of this kind."""
        if kind not in self._by_kind:
            asked = (entry for entry in self.entries if entry.judge is kind)
            self._by_kind[kind] = tuple(map(self._rule, asked))
        return self._by_kind[kind]

    def names(self) -> Mapping[str, str]:
        """Return the name of each rule by all that it is called: number, name, former names."""
        return {
            called: entry.name
            for entry in self.entries
            for called in (entry.id, entry.name, *entry.aliases)
        }

    def _rule(self, entry: Entry) -> Rule:
        rule = self._loaded.get(entry.id)
        if rule is None:
            rule = self._loaded[entry.id] = load(entry)
        return rule
