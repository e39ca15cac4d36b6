"""The files with which a repository begins: a policy, and a contract from a template."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bot.adapters.settings import settings_schema
from bot.core.errors import ErrorCode, failure
from bot.core.policy.settings import SETTINGS_FILE
from bot.storyboard.bundled import bundled_folder

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
_LONGEST = 60

_SCHEMA_FILE = ".github/contract-steward.schema.json"
_POLICY = """\
# yaml-language-server: $schema=contract-steward.schema.json
# What this repository demands of its contracts. Always read from the base of a review.
# `steward config` tells what holds; the schema beside this file lets editors check it.

# Folders or glob patterns in which contracts live. Without it: this folder, and every file of the
# repository that is called *.odcs.yaml or *.odps.yaml.
contracts: [contracts]

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


def first_files(template: str, domain: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of the policy file, its schema, and a contract made from a template.

    Raises StewardError for a domain or a name that is not in lower case with hyphens.
    """
    for what, word in (("domain", domain), ("name", name)):
        if not _SLUG.fullmatch(word) or len(word) > _LONGEST:
            raise failure(
                ErrorCode.BAD_USAGE,
                f"`{word}` cannot be a {what}",
                hint="use lower case letters, digits and hyphens, such as `sales`",
            )
    yield SETTINGS_FILE, _POLICY
    yield _SCHEMA_FILE, json.dumps(settings_schema(), indent=2, ensure_ascii=False) + "\n"
    yield f"contracts/{domain}/{name}.odcs.yaml", _contract(template, domain, name)


def _contract(template: str, domain: str, name: str) -> str:
    text = (bundled_folder() / "templates" / f"{template}.odcs.yaml").read_text("utf-8")
    head, mark, rest = text.partition("\nservers:")
    head = re.sub(r"(?m)^id: .*$", f"id: {domain}-{name}", head)
    head = re.sub(r"(?m)^domain: .*$", f"domain: {domain}", head)
    title = name.replace("-", " ").replace("_", " ").capitalize()
    return re.sub(r"(?m)^name: .*$", f"name: {title}", head) + mark + rest
