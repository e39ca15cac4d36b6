"""The files with which a repository begins: policy, workflows, and a contract from a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from bot.adapters.settings import settings_schema
from bot.core.errors import ErrorCode, failure
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.records import dataclass
from bot.storyboard.bundled import bundled_folder
from bot.workflows import workflow_files

CONTRACTS = "contracts"
"""Where contracts go when nothing else is said."""
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*", re.ASCII)
_ACTION = re.compile(
    r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}@[A-Za-z0-9_./-]{1,100}"
    r"(?: # [A-Za-z0-9_.-]{1,50})?",
    re.ASCII,
)
_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]{0,200}", re.ASCII)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
_LONGEST = 60
_WORD = re.compile(
    r"(?!(?:null|true|false|yes|no|on|off|y|n)$)[A-Za-z][A-Za-z0-9 _-]*", re.ASCII | re.IGNORECASE
)
_OWN_NAMES = {"event": "my_event", "table": "my_table", "reference": "my_codes"}
"""What the object of each template is called, until the contract has a name."""

_SCHEMA_FILE = ".github/contract-steward.schema.json"
_POLICY = """\
# yaml-language-server: $schema=contract-steward.schema.json
# What this repository demands of its contracts. Always read from the base of a review.
# `steward config` tells what holds; the schema beside this file lets editors check it.

# Folders or glob patterns in which contracts live. Without it: this folder, and every file of the
# repository that is called *.odcs.yaml or *.odps.yaml.
contracts: {places}

# none, backward, forward, full, or one of the last three with -transitive.
compatibility: full

# How many days an element must have been deprecated on the default branch before it may go, and
# in how many released versions besides.
deprecation: {window: 90, releases: 0}

# Weights by rule name or id: off, note, warning, unsure, error, breaking.
# See `steward explain` for the catalogue.
rules: {}

# How many have to agree, and who the governance board is:
# approvals: {owners: 1, consumers: 1}
# board: ["@my-org/data-board"]

# Settings for the contracts of a domain, or for those whose path matches:
# domains:
#   sales:
#     compatibility: full-transitive
#     owners: ["@my-org/sales-data"]
# paths:
#   "contracts/sandbox/*":
#     compatibility: none
"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a repository is to begin with.

    `places` is where contracts are. `action` names the action that the workflows run, such as
    `acme/contract-steward@v1`; without one there are none. `branch` is the default branch.
    """

    places: tuple[str, ...] = (CONTRACTS,)
    action: str | None = None
    branch: str = "main"
    two_step: bool = False


def first_files(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the policy file, its schema and the workflows.

    Raises StewardError where the action or the branch cannot stand in a workflow.
    """
    for what, word, form in (
        ("an action", beginning.action, _ACTION),
        ("a branch", beginning.branch, _BRANCH),
    ):
        if word is not None and not form.fullmatch(word):
            raise failure(
                ErrorCode.BAD_USAGE,
                f"`{word}` cannot be {what} in a workflow",
                hint="write an action as OWNER/REPOSITORY@REVISION, a branch without spaces",
            )
    # JSON is YAML, and writes any path safely.
    places = json.dumps(list(beginning.places), ensure_ascii=False)
    if all(_PLAIN.fullmatch(place) for place in beginning.places):
        places = f"[{', '.join(beginning.places)}]"
    yield SETTINGS_FILE, _POLICY.replace("{places}", places)
    yield _SCHEMA_FILE, json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"
    if beginning.action is not None:
        yield from workflow_files(
            beginning.action, beginning.branch, two_step=beginning.two_step
        ).items()


def contract_file(template: str, domain: str, name: str, folder: str) -> tuple[str, str]:
    """Return (path, text) of a contract made from a template, below the folder of contracts.

    Raises StewardError for a domain or a name that is not in lower case with hyphens.
    """
    _check(domain, name)
    return f"{folder}/{domain}/{name}.odcs.yaml", _contract(template, domain, name)


def checked(contract: str) -> tuple[str, str]:
    """Return the domain and the name in DOMAIN/NAME. Raises StewardError where it is no such."""
    domain, slash, name = contract.partition("/")
    if not slash:
        raise failure(
            ErrorCode.BAD_USAGE,
            f"`{contract}` names no domain",
            hint="write DOMAIN/NAME, such as `sales/orders`",
        )
    _check(domain, name)
    return domain, name


def _check(domain: str, name: str) -> None:
    for what, word in (("domain", domain), ("name", name)):
        if not _SLUG.fullmatch(word) or len(word) > _LONGEST:
            raise failure(
                ErrorCode.BAD_USAGE,
                f"`{word}` cannot be a {what}",
                hint="use lower case letters, digits and hyphens, such as `sales`",
            )


def folder_of(places: Sequence[str]) -> str:
    """Return the first place that is a folder and no pattern or file, else `contracts`."""
    plain = (place.strip("/") for place in places if not set(place) & set("*?["))
    folders = (place for place in plain if place and not place.endswith((".yaml", ".yml")))
    return next(folders, CONTRACTS)


def _contract(template: str, domain: str, name: str) -> str:
    text = (bundled_folder() / "templates" / f"{template}.odcs.yaml").read_text("utf-8")
    text = text.replace("Copy it, and replace each", "Replace each")
    title = name.replace("-", " ").replace("_", " ").capitalize()
    for key, value in (("id", f"{domain}-{name}"), ("domain", domain), ("name", title)):
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {_scalar(value)}", text, count=1)
    text = text.replace("my-domain.my-event", f"{domain}.{name}")
    own, named = _OWN_NAMES[template], name.replace("-", "_")
    text = re.sub(rf"(?m): {own}$", f": {_scalar(named)}", text)
    return re.sub(rf"\b{own}(?=\b|_)", named, text)


def _scalar(value: str) -> str:
    """Return a text for YAML, quoted where it would be something else without."""
    return value if _WORD.fullmatch(value) else json.dumps(value)
