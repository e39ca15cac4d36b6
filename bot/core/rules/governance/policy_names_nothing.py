"""DC871 policy-names-nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.policy import Givers
from bot.core.errors import Location
from bot.core.finding import Hit, Plane, Weight
from bot.core.policy.settings import SETTINGS_FILE, Settings
from bot.core.rule import Example, OnRegistry, Registry, Rule


def _judge(registry: Registry) -> Iterator[Hit]:
    settings = registry.settings
    for scope in settings.scopes:
        if not any(scope.covers(contract) for contract in registry.contracts):
            told = "has a path that matches" if scope.domain is None else "has this domain"
            message = f"`{scope.name}`: no contract {told}"
            yield Hit(message=message, path=scope.name, where=_line(scope.source))
    for name, givers, source in _lists(settings):
        for team in givers.teams:
            if settings.approvals.teams and team not in settings.approvals.teams:
                yield Hit(
                    message=f"`{name}`: the roster does not have the team `{team}`",
                    path=name,
                    where=_line(source),
                    hint="Add the team to `teams`, with its members.",
                )


def _lists(settings: Settings) -> Iterator[tuple[str, Givers, str]]:
    """Yield the lists of people and teams that the file has, each with its name and its place."""
    approvals = settings.approvals
    yield "board", approvals.board.givers, settings.source("board")
    yield "approvals.objectors", approvals.objectors, settings.source("approvals.objectors")
    for rule in approvals.rules:
        for givers in (rule.ask.givers, rule.when.author_in, rule.when.only_contributors_in):
            yield f"approvals.rules.{rule.name}", givers, settings.source("approvals.rules")
    for scope in settings.scopes:
        if scope.approvals.givers is not None:
            source = scope.sources.get("owners", scope.source)
            yield f"{scope.name}.owners", scope.approvals.givers, source


def _line(source: str) -> Location:
    """Return the place that a source names, such as `policy.yml:9 (domains.sales)`."""
    file, _, line = source.partition(" (")[0].rpartition(":")
    return Location(file, int(line)) if line.isdecimal() else Location(SETTINGS_FILE)


_LOST = """\
domain: sales
---
# .github/contract-steward.yml
board: ["@acme/bord"]
teams:
  "@acme/board": [ada]
domains:
  sale: {compatibility: forward}
paths:
  "contracts/sandbox/*": {compatibility: none}
"""

_FOUND = """\
domain: sales
---
# .github/contract-steward.yml
board: ["@acme/board"]
teams:
  "@acme/board": [ada]
domains:
  sales: {compatibility: forward}
paths:
  "*.yaml": {compatibility: none}
"""


POLICY_NAMES_NOTHING = Rule(
    id="DC871",
    name="policy-names-nothing",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="The policy names a domain, a path or a team that is not there.",
    why="What was meant does not hold, and nobody notices: a misspelt domain has no rules.",
    instead="Write the name as the contracts and the roster have it, or delete the setting.",
    examples=(
        Example(
            title="a domain that no contract has, a path that no file has, a team without members",
            new=_LOST,
            strikes=("board", "domains.sale", "paths.contracts/sandbox/*"),
        ),
        Example(title="everything that is named is there", new=_FOUND),
    ),
    judge=OnRegistry(_judge),
    no_mirror="a name that leads somewhere is no fault",
)
