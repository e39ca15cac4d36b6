"""DC054 convention-unreadable."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import CustomProperty, Element
from bot.core.contract.node import MapNode, Node
from bot.core.declared_values import told
from bot.core.finding import Hit, Plane, Weight
from bot.core.mode import read_mode
from bot.core.policy.wishes import WINDOW_DAYS, WINDOW_RELEASES, read_count
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.sets.durations import read_duration
from bot.core.wording import listing

_UNITS = {WINDOW_DAYS: "days", WINDOW_RELEASES: "releases"}
_KEYS = frozenset(("since", "sinceVersion", "removal", "removalVersion", "replacedBy", "reason"))


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, CustomProperty):
        return ()
    fault = None
    match element.property:
        case "compatibilityMode" if site.object is None:
            fault = _mode(element.value)
        case "deprecationWindowDays" | "deprecationWindowReleases" if site.object is None:
            fault = _count(element.property, element.value)
        case "noticePeriod" if site.object is None:
            fault = _period(element.value)
        case "deprecation":
            fault = _deprecation(element.value)
        case _:
            return ()
    return () if fault is None else (Hit(message=fault, key="value"),)


def _mode(value: Node) -> str | None:
    if isinstance(value, str) and read_mode(value) is not None:
        return None
    return f"the compatibility mode {told(value)} is unknown"


def _count(name: str, value: Node) -> str | None:
    if read_count(name, value) is not None:
        return None
    return f"`{name}` is {told(value)}, and no such number of {_UNITS[name]}"


def _period(value: Node) -> str | None:
    if read_duration(value) is not None or has_variable(value):
        return None
    return f"the notice period {told(value)} is no duration"


def _deprecation(value: Node) -> str | None:
    if isinstance(value, bool):
        return None
    if not isinstance(value, MapNode):
        return f"the deprecation {told(value)} is neither true nor an object"
    unknown = [key for key in value if key not in _KEYS]
    return f"nobody reads {listing(unknown)} of a deprecation" if unknown else None


_TYPO = """\
customProperties:
- {property: compatibilityMode, value: backwards}
- {property: deprecationWindowDays, value: 90 days}
"""

_READ = """\
customProperties:
- {property: compatibilityMode, value: backward}
- {property: deprecationWindowDays, value: 120}
- {property: noticePeriod, value: P90D}
"""


CONVENTION_UNREADABLE = Rule(
    id="DC054",
    name="convention-unreadable",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="A custom property that the steward reads has a value that it cannot read.",
    why="The policy that was meant does not hold, and nobody notices.",
    instead=(
        "For `compatibilityMode`, write none, backward, forward or full, each also with "
        "`-transitive`; for `deprecationWindowDays` and `deprecationWindowReleases` a number; for "
        "`noticePeriod` a duration such as `P90D`."
    ),
    examples=(
        Example(
            title="a mode that is none, and days with a unit",
            new=_TYPO,
            strikes=("customProperties[0]", "customProperties[1]"),
        ),
        Example(
            title="a mode, a window and a period",
            new=_READ,
        ),
    ),
    judge=OnElement((CustomProperty,), _judge),
    no_mirror="a fault of a text has no opposite",
)
