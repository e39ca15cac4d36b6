"""From the events of a parser to nodes: one pass, no recursion, limits checked before building."""

from __future__ import annotations

from bot.adapters.yaml import words
from bot.adapters.yaml.anchors import Anchors
from bot.adapters.yaml.events import (
    ALIAS,
    DOCUMENT_START,
    MAPPING_END,
    MAPPING_START,
    SCALAR,
    SEQUENCE_END,
    SEQUENCE_START,
    STREAM_END,
    Event,
    NextEvent,
    mark_of,
)
from bot.adapters.yaml.limits import MAX_DEPTH, MAX_NODES
from bot.adapters.yaml.scalars import (
    CORE_TAGS,
    LOOK,
    BadNumberError,
    UnfitTagError,
    meaning,
)
from bot.adapters.yaml.troubles import StoppedError, Trouble, Troubles
from bot.core.contract.node import MapNode, Mark, Node, Scalar, SeqNode

_MERGE = "<<"
_MERGE_TAG = f"{CORE_TAGS}merge"
_COLLECTION_TAGS: dict[type, str] = {MapNode: f"{CORE_TAGS}map", SeqNode: f"{CORE_TAGS}seq"}
_VERSIONS = ("version", "apiVersion")


class Builder:
    """Builds the nodes of one document from its events, and notes what is wrong with it.

    The stack holds the collections that have not ended. `_fill_map` and `_fill_seq` read ordinary
    scalars in loops of their own, without a call for each, and leave the rest to the methods
    below: most nodes are ordinary scalars, and a call for each would cost as much as all else.
    """

    __slots__ = ("_anchors", "_keyless", "_left", "_next", "_numbers", "_stack", "_troubles")

    def __init__(self, next_event: NextEvent, troubles: Troubles) -> None:
        self._next = next_event
        self._troubles = troubles
        self._left = MAX_NODES
        self._stack: list[MapNode | SeqNode] = []
        self._keyless: list[MapNode] = []
        self._anchors = Anchors()
        self._numbers: dict[Mark, str] = {}

    def build(self) -> MapNode:
        """Return the root mapping of the one document.

        Raises StoppedError where there is no such mapping or a limit is passed, YAMLError where
        the parser stumbles; in all cases the troubles know what was found.
        """
        self._next()  # the stream starts
        if self._next().__class__ is STREAM_END:
            raise self._stopped(words.empty_document())
        root = self._root()
        try:
            self._fill()
            self._next()  # the document ends
            after = self._next()
            if after.__class__ is DOCUMENT_START:
                raise self._stopped(words.many_documents(mark_of(after)))
        finally:
            self._check_versions(root)
        return root

    def _root(self) -> MapNode:
        event = self._next()
        mark = mark_of(event)
        if event.__class__ is MAPPING_START:
            root = MapNode(mark)
            self._begin(event, root)
            return root
        if event.__class__ is SEQUENCE_START:
            raise self._stopped(words.not_a_mapping(mark, "a list"))
        self._next()  # fails where a line without a colon hides the keys below it
        if event.__class__ is SCALAR and self._scalar(event, mark) is None:
            raise self._stopped(words.empty_document())
        raise self._stopped(words.not_a_mapping(mark, "a single value"))

    def _fill(self) -> None:
        """Read on until the root has ended."""
        stack = self._stack
        while stack:
            node = stack[-1]
            ended = self._fill_map(node) if isinstance(node, MapNode) else self._fill_seq(node)
            if ended:
                stack.pop()
                self._anchors.end(node, -self._left)

    def _fill_map(self, node: MapNode) -> bool:  # noqa: C901 - kept in one, see the class
        """Read entries; True when the mapping has ended, False to go on with the stack's top."""
        next_event, marks = self._next, node.marks
        if self._keyless and self._keyless[-1] is node:
            self._keyless.pop()
            self._discard()
            return False
        while True:
            event = next_event()
            kind = event.__class__
            if kind is MAPPING_END:
                return True
            place = event.start_mark
            key_mark = (place.line + 1, place.column + 1)
            key = event.value if kind is SCALAR else None
            if key is None or key in node or event.tag or event.anchor or key == _MERGE:
                key = self._odd_key(event, node, key_mark)
                if key is None:
                    return False
            event = next_event()
            place = event.start_mark
            mark = (place.line + 1, place.column + 1)
            self._left -= 2
            if self._left < 0:
                raise self._stopped(words.too_many_nodes(mark))
            marks[key] = (key_mark, mark)
            if event.__class__ is not SCALAR:
                node[key] = self._alias_or_collection(event, mark)
                return False
            value: Scalar = event.value
            if event.tag or event.anchor or (event.value[:1] in LOOK and event.implicit[0]):
                value = self._scalar(event, mark)
            node[key] = value

    def _fill_seq(self, node: SeqNode) -> bool:
        """Read items; True when the sequence has ended, False to go on with the stack's top."""
        next_event, marks = self._next, node.marks
        while True:
            event = next_event()
            kind = event.__class__
            if kind is SEQUENCE_END:
                return True
            place = event.start_mark
            mark = (place.line + 1, place.column + 1)
            self._left -= 1
            if self._left < 0:
                raise self._stopped(words.too_many_nodes(mark))
            marks.append(mark)
            if kind is not SCALAR:
                node.append(self._alias_or_collection(event, mark))
                return False
            value: Scalar = event.value
            if event.tag or event.anchor or (event.value[:1] in LOOK and event.implicit[0]):
                value = self._scalar(event, mark)
            node.append(value)

    def _odd_key(self, event: Event, node: MapNode, mark: Mark) -> str | None:
        """Return the text of a key that is no ordinary one; None where it and its value go."""
        if event.__class__ not in {SCALAR, ALIAS}:
            self._note(words.key_not_text(mark))
            self._spend(mark)
            self._keyless.append(node)
            self._alias_or_collection(event, mark)
            return None
        key = self._scalar_key(event, mark)
        if key is not None and key in node:
            self._note(words.duplicate_key(mark, key, node.marks[key][0]))
            key = None
        if key is None:
            self._spend(mark)
            self._discard()
        return key

    def _scalar_key(self, event: Event, mark: Mark) -> str | None:
        """Return the source text of a scalar or of what an alias repeats; None if refused."""
        if event.__class__ is ALIAS:
            anchor = self._anchors.find(event.anchor or "")
            if anchor is None:
                self._note(words.unknown_alias(mark, event.anchor or ""))
                return None
            if anchor.text is None:
                self._note(words.key_not_text(mark))
            return anchor.text
        if event.tag == _MERGE_TAG or (event.value == _MERGE and event.implicit[0]):
            self._note(words.merge_key(mark))
            return None
        if event.tag or event.anchor:
            self._scalar(event, mark)
        return event.value

    def _discard(self) -> None:
        """Read the value of a refused key: what is wrong inside is noted, the rest is let go."""
        event = self._next()
        mark = mark_of(event)
        self._spend(mark)
        if event.__class__ is SCALAR:
            self._scalar(event, mark)
        else:
            self._alias_or_collection(event, mark)

    def _scalar(self, event: Event, mark: Mark) -> Scalar:
        """Return the meaning of a scalar, None for a refused one."""
        text = event.value
        try:
            value = meaning(text, event.tag, plain=event.implicit[0])
        except BadNumberError as error:
            self._note(words.bad_number(mark, text, str(error)))
            value = None
        except UnfitTagError:
            self._note(words.unfit_tag(mark, event.tag or ""))
            value = None
        if event.anchor:
            self._anchors.add(event.anchor, value, text)
        self._remember_number(value, text, mark)
        return value

    def _alias_or_collection(self, event: Event, mark: Mark) -> Node:
        """Return what an alias repeats, or the empty collection that begins and is now on top."""
        if event.__class__ is ALIAS:
            return self._alias(event.anchor or "", mark)
        node = MapNode(mark) if event.__class__ is MAPPING_START else SeqNode(mark)
        self._begin(event, node)
        return node

    def _begin(self, event: Event, node: MapNode | SeqNode) -> None:
        depth = len(self._stack) + 1
        if depth > MAX_DEPTH:
            raise self._stopped(words.too_deep(node.mark))
        if event.tag and event.tag not in {"!", _COLLECTION_TAGS[node.__class__]}:
            self._note(words.unfit_tag(node.mark, event.tag))
        if event.anchor:
            self._anchors.begin(event.anchor, node, depth, -self._left)
        self._anchors.reach(depth)
        self._stack.append(node)

    def _alias(self, name: str, mark: Mark) -> Node:
        anchor = self._anchors.find(name)
        if anchor is None:
            self._note(words.unknown_alias(mark, name))
            return None
        if not anchor.nodes:
            self._note(words.cycle(mark, name))
            return None
        self._left -= anchor.nodes - 1
        if self._left < 0:
            raise self._stopped(words.explosion(mark, name))
        depth = len(self._stack) + anchor.levels
        if depth > MAX_DEPTH:
            raise self._stopped(words.too_deep(mark))
        self._anchors.reach(depth)
        if anchor.text is not None:
            self._remember_number(anchor.node, anchor.text, mark)
        return anchor.node

    def _remember_number(self, value: Node, text: str, mark: Mark) -> None:
        """Keep the source text of a number at the root: a version may be among them."""
        if len(self._stack) == 1 and isinstance(value, int | float):
            self._numbers[mark] = text

    def _check_versions(self, root: MapNode) -> None:
        for key in _VERSIONS:
            value = root.get(key)
            if isinstance(value, int | float) and not isinstance(value, bool):
                mark = root.marks[key][1]
                self._note(words.unquoted_version(mark, key, self._numbers[mark], value))

    def _spend(self, mark: Mark) -> None:
        self._left -= 1
        if self._left < 0:
            raise self._stopped(words.too_many_nodes(mark))

    def _note(self, trouble: Trouble) -> None:
        self._troubles.note(trouble)

    def _stopped(self, trouble: Trouble) -> StoppedError:
        self._troubles.note(trouble)
        return StoppedError()
