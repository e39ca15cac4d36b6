"""Edits trees of values: each edit does one thing at one place, whatever the tree is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.fuzz.growing import seeds
from tests.fuzz.hostile import BY_KEY, NAMES, NUMBERS, ODD
from tests.fuzz.writing import Tree

MANY = 60
_DEEPEST = 90

Owner = dict[str, Tree] | list[Tree]
Place = tuple[Owner, str | int, str]
"""What holds the value, under which key or index, and the nearest key above it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Three numbers, of any size, that choose the place, the deed and what to put there."""

    at: int
    deed: int
    pick: int


def random_edits(random: Random, most: int = 6) -> tuple[Edit, ...]:
    """Return one to `most` edits."""
    return tuple(
        Edit(random.getrandbits(24), random.getrandbits(16), random.getrandbits(24))
        for _ in range(random.randint(1, most))
    )


def edited(tree: Tree, edits: Iterable[Edit]) -> Tree:
    """Return a copy of the tree after the edits."""
    copy = deepcopy(tree)
    for edit in edits:
        places = list(_places(copy))
        if places:
            _DEEDS[edit.deed % len(_DEEDS)](places, edit)
    return copy


def plain(node: Tree, known: dict[int, Tree] | None = None) -> Tree:
    """Return YAML nodes as plain values; what is shared stays shared."""
    known = {} if known is None else known
    if not isinstance(node, dict | list):
        return node
    if id(node) not in known:
        if isinstance(node, dict):
            mapping: dict[str, Tree] = {}
            known[id(node)] = mapping
            mapping.update({key: plain(value, known) for key, value in node.items()})
        else:
            sequence: list[Tree] = []
            known[id(node)] = sequence
            sequence.extend(plain(value, known) for value in node)
    return known[id(node)]


def _places(tree: Tree) -> Iterator[Place]:
    """Yield each place once, also where a value stands in several."""
    seen: set[int] = set()
    waiting: list[tuple[Tree, str]] = [(tree, "")]
    while waiting:
        node, above = waiting.pop()
        if not isinstance(node, dict | list) or id(node) in seen:
            continue
        seen.add(id(node))
        entries = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in entries:
            name = key if isinstance(key, str) else above
            yield node, key, name
            waiting.append((value, name))


Deed = Callable[[Sequence[Place], Edit], None]


def _get(place: Place) -> Tree:
    owner, key, _ = place
    return owner[key]  # type: ignore[index]  # a key for a dict, an index for a list


def _set(place: Place, value: Tree) -> None:
    owner, key, _ = place
    owner[key] = value  # type: ignore[index]  # as above


def _pick(values: Sequence[Tree], edit: Edit) -> Tree:
    return deepcopy(values[edit.pick % len(values)])


def _chosen(places: Sequence[Place], edit: Edit) -> Place:
    return places[edit.at % len(places)]


def _put_hostile(places: Sequence[Place], edit: Edit) -> None:
    """Put a wicked value of the same type in the place of a scalar."""
    scalars = [place for place in places if not isinstance(_get(place), dict | list)]
    place = _chosen(scalars or places, edit)
    _, _, name = place
    value = _get(place)
    known = [entry for entry in BY_KEY.get(name, ()) if _alike(entry, value)]
    general = NAMES if isinstance(value, str) else NUMBERS
    if isinstance(value, bool):
        _set(place, not value)
    elif known and edit.pick % 4:
        _set(place, _pick(known, Edit(0, 0, edit.pick // 4)))
    else:
        _set(place, _pick(general, edit))


def _alike(one: object, other: object) -> bool:
    numbers = isinstance(one, int | float) and isinstance(other, int | float)
    return numbers or type(one) is type(other)


def _put_keyed(places: Sequence[Place], edit: Edit) -> None:
    """Put in a key that has wicked values, beside the value or in its place."""
    keyed = [place for place in places if place[2] in BY_KEY and isinstance(place[1], str)]
    if keyed:
        place = _chosen(keyed, edit)
        _set(place, _pick(BY_KEY[place[2]], edit))


def _add_key(places: Sequence[Place], edit: Edit) -> None:
    """Give a mapping a key that such mappings have elsewhere."""
    owners = [(owner, "") for owner, _, _ in places[:1] if isinstance(owner, dict)]
    owners += [(_get(place), place[2]) for place in places if isinstance(_get(place), dict)]
    owner, name = owners[edit.at % len(owners)]
    keys = sorted(_known_keys().get(name, frozenset()) - owner.keys())
    if keys:
        key = keys[edit.pick % len(keys)]
        donated = (*_donors().get(key, ()), *BY_KEY.get(key, ()))
        owner[key] = _pick(donated, Edit(0, 0, edit.pick // len(keys)))


def _transplant(places: Sequence[Place], edit: Edit) -> None:
    """Put a value from another document in the place of one under the same key."""
    place = _chosen(places, edit)
    donors = _donors().get(place[2], ())
    if donors:
        value = _pick(donors, edit)
        whole = isinstance(place[1], str)
        _set(place, value if whole else value[0] if isinstance(value, list) and value else value)


def _delete(places: Sequence[Place], edit: Edit) -> None:
    owner, key, _ = _chosen(places, edit)
    del owner[key]  # type: ignore[arg-type]  # a key for a dict, an index for a list


def _put_odd(places: Sequence[Place], edit: Edit) -> None:
    """Put in what is of another type, or no YAML."""
    _set(_chosen(places, edit), _pick(ODD, edit))


def _repeat(places: Sequence[Place], edit: Edit) -> None:
    """Repeat the entries of a list: twins with one name, in one object or in copies of it."""
    lists = [place for place in places if isinstance(_get(place), list) and _get(place)]
    if lists:
        place = _chosen(lists, edit)
        entries = _get(place)
        times = (2, 2, 3, MANY // len(entries) + 1)[edit.pick % 4]
        shared = edit.pick % 3 == 0
        _set(place, [one if shared else deepcopy(one) for _ in range(times) for one in entries])


def _reorder(places: Sequence[Place], edit: Edit) -> None:
    lists = [place for place in places if isinstance(_get(place), list) and len(_get(place)) > 1]
    if lists:
        place = _chosen(lists, edit)
        turn = edit.pick % len(_get(place))
        _set(place, _get(place)[::-1] if turn == 0 else _get(place)[turn:] + _get(place)[:turn])


def _share(places: Sequence[Place], edit: Edit) -> None:
    """Let one collection stand in two places: YAML writes it as an alias."""
    place = _chosen(places, edit)
    same = [
        other
        for other in places
        if other[2] == place[2]
        and isinstance(_get(other), dict | list)
        and other[0] is not place[0]
    ]
    if same:
        _set(place, _get(same[edit.pick % len(same)]))


def _nest(places: Sequence[Place], edit: Edit) -> None:
    """Put a field into itself, as a property, as the items of an array or the value of a map."""
    fields = [place for place in places if place[2] in ("properties", "items", "value")]
    fields = [place for place in fields if isinstance(_get(place), dict)]
    if fields:
        place = _chosen(fields, edit)
        field = _get(place)
        for _ in range((1, 2, 8, _DEEPEST // 2)[edit.pick % 4]):
            name = {"name": field["name"]} if "name" in field else {}
            field = (
                {**name, "logicalType": "array", "items": field},
                {"name": "n", "logicalType": "object", "properties": [{"name": "n", **field}]},
            )[edit.pick // 4 % 2]
        _set(place, field)


def _rename(places: Sequence[Place], edit: Edit) -> None:
    """Write a text in another case, with an accent apart, or as its neighbour is written."""
    texts = [place for place in places if isinstance(_get(place), str) and _get(place)]
    if texts:
        place = _chosen(texts, edit)
        text = str(_get(place))
        others = [_get(other) for other in texts if other[2] == place[2]]
        forms = (text.upper(), text.title(), f"{text}e\u0301", f"{text} ", text * 2, *others)
        _set(place, forms[edit.pick % len(forms)])


_DEEDS: tuple[Deed, ...] = (
    *(_put_hostile,) * 5,
    *(_put_keyed,) * 2,
    *(_add_key,) * 3,
    *(_transplant,) * 3,
    *(_delete,) * 2,
    *(_repeat, _reorder, _share, _nest, _rename, _rename),
    _put_odd,
)


@cache
def _donors() -> Mapping[str, tuple[Tree, ...]]:
    """Return values by the key under which they stand in some valid document."""
    found: defaultdict[str, list[Tree]] = defaultdict(list)
    for tree in seeds():
        for owner, key, name in _places(tree):
            if isinstance(owner, dict) and len(found[name]) < MANY:
                found[name].append(owner[str(key)])
    return {name: tuple(values) for name, values in found.items()}


@cache
def _known_keys() -> Mapping[str, frozenset[str]]:
    """Return which keys mappings have in valid documents, by the key under which they stand."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for tree in seeds():
        found[""] |= tree.keys()
        for place in _places(tree):
            value = _get(place)
            if isinstance(value, dict):
                found[place[2]] |= value.keys()
    return {name: frozenset(keys) for name, keys in found.items()}
