"""The files with which a repository begins: policy, workflows, and a contract from a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from bot.adapters.first_names import checked_action, checked_branch, checked_slug
from bot.adapters.registry import Places
from bot.adapters.settings import settings_schema
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.records import dataclass
from bot.storyboard.bundled import bundled_folder
from bot.workflows import workflow_files

CONTRACTS = "contracts"
"""Where contracts go when nothing else is said."""
_YAML_WORDS = r"(?!(?:null|true|false|yes|no|on|off|y|n)$)"
_PLAIN = re.compile(rf"{_YAML_WORDS}[A-Za-z][A-Za-z0-9_./-]*", re.ASCII | re.IGNORECASE)
_WORD = re.compile(rf"{_YAML_WORDS}[A-Za-z][A-Za-z0-9 _-]*", re.ASCII | re.IGNORECASE)
_OWN_NAMES = {"event": "my_event", "table": "my_table", "reference": "my_codes"}
"""What the object of each template is called, until the contract has a name."""

_NO_BOARD = '# board: ["@my-org/data-board"]'
_SCHEMA_FILE = ".github/contract-steward.schema.json"
_POLICY = """\
# yaml-language-server: $schema=contract-steward.schema.json
# What this repository demands of its contracts. Always read from the base of a review.
# `steward config` tells what holds; the schema beside this file lets editors check it.

# Folders or glob patterns in which contracts live. Without it: the folder contracts, and every file
# of the repository that is called *.odcs.yaml or *.odps.yaml.
contracts: {places}

# none, backward, forward, full, or one of the last three with -transitive.
compatibility: {mode}

# How many days an element must have been deprecated on the default branch before it may go, and
# in how many released versions besides.
deprecation: {window: 90, releases: 0}

# Weights by rule name or id: off, note, warning, unsure, error, breaking.
# See `steward explain` for the catalogue.
rules: {}

# How many have to agree, and who the governance board is:
# approvals: {owners: 1, consumers: 1}
{board}

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
    `board` has the members of the governance board; without any, CODEOWNERS tells them.
    """

    places: tuple[str, ...] = (CONTRACTS,)
    action: str | None = None
    branch: str = "main"
    two_step: bool = False
    compatibility: str = "full"
    board: tuple[str, ...] = ()


def first_files(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the policy file, its schema and the workflows.

    Raises StewardError where the action or the branch cannot stand in a workflow.
    """
    action = beginning.action and checked_action(beginning.action)
    branch = checked_branch(beginning.branch) if action else ""
    places = ", ".join(map(_quoted, beginning.places))
    board = f"board: {json.dumps(beginning.board)}" if beginning.board else _NO_BOARD
    said = {"{places}": f"[{places}]", "{mode}": beginning.compatibility, "{board}": board}
    yield SETTINGS_FILE, re.sub(r"\{(?:places|mode|board)\}", lambda one: said[one[0]], _POLICY)
    yield _SCHEMA_FILE, json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"
    if action:
        yield from workflow_files(action, _quoted(branch), two_step=beginning.two_step).items()


def _quoted(word: str) -> str:
    """Return a word for YAML: JSON is YAML, and writes any path safely."""
    return word if _PLAIN.fullmatch(word) else json.dumps(word, ensure_ascii=False)


def contract_file(template: str, domain: str, name: str, folder: str) -> tuple[str, str]:
    """Return (path, text) of a contract made from a template, below the folder of contracts.

    Raises StewardError for a domain or a name that is not in lower case with hyphens.
    """
    checked_slug("domain", domain)
    checked_slug("name", name)
    return f"{folder}/{domain}/{name}.odcs.yaml", _contract(template, domain, name)


def folder_of(places: Sequence[str]) -> str:
    """Return a folder for new contracts: the first place that is one, else one they cover."""
    covering = Places(places)
    plain = [place for place in places if not set(place) & set("*?[")]
    folders = (folder.strip("/") for folder in (*plain, CONTRACTS, *covering.under))
    fitting = (each for each in folders if each and covering.cover(f"{each}/a/b.odcs.yaml"))
    return next((each for each in fitting if not each.endswith((".yaml", ".yml"))), CONTRACTS)


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
