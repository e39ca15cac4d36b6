"""Commits with everything in them that Git can hold and a contract should not be."""

from __future__ import annotations

import shutil
import unicodedata

from tests.adapters.git.checkout import Checkout
from tests.bad_input.texts import FLAWED, GOOD, TEXTS, named

COMPOSED = unicodedata.normalize("NFC", "é.yaml")
APART = unicodedata.normalize("NFD", "é.yaml")

LINKS = {
    "outside": "/etc/passwd",
    "above": "..",
    "itself": "to-itself.yaml",
    "nothing": "nowhere.yaml",
    "good": "good.yaml",
    "git": "../.git/config",
}
FORBIDDEN_NAMES = {
    "back\\slash.yaml": "back\\slash.yaml",
    "line\nbreak.yaml": "line\\nbreak.yaml",
    "\x1b[31mred.yaml": "\\x1b[31mred.yaml",
    "\u202eright.yaml": "\\u202eright.yaml",
    "zero\u200bwidth.yaml": "zero\\u200bwidth.yaml",
}
"""Names that may not be used, and how they are told."""
ODD_NAMES = (
    "-rf.yaml",
    "%2e%2e.yaml",
    "$(id).yaml",
    "`id`.yaml",
    "a,b::c.yaml",
    "a b|c.yaml",
    "<img src=x>.yaml",
    "@org.yaml",
    "::error file=x::y.yaml",
    "trailing. /inner.yaml",
    "...yaml",
    "CON.yaml",
    "#1.yaml",
)
"""Names that no shell and no page likes, and that are names all the same."""


def build(checkout: Checkout) -> None:
    """Make `main`, and from it `texts`, `files` and `moves`."""
    for name in ("good", "gone", "moves", "rights", "folder", "same"):
        checkout.write(f"contracts/{name}.yaml", contract(name))
    checkout.write("contracts/inner/part.yaml", contract("part"))
    checkout.commit("main")
    for branch, make in {"texts": _texts, "files": _files, "moves": _moves}.items():
        checkout.git("switch", "--quiet", "--create", branch, "main")
        make(checkout)
    checkout.git("switch", "--quiet", "--force", "main")


def contract(name: str) -> str:
    """Return a contract of that id."""
    return GOOD.replace("id: good", f"id: {name}").replace("name: Good", f"name: {name} data")


def broken(name: str) -> str:
    """Return the same contract with a field less: a break."""
    return contract(name).replace("  - {name: amount, logicalType: number}\n", "")


def _texts(checkout: Checkout) -> None:
    for name, text in TEXTS.items():
        checkout.write(named(name), text.data)
    checkout.write("contracts/good.yaml", broken("good"))
    checkout.write("contracts/flawed.yaml", FLAWED)
    checkout.commit("texts")


def _files(checkout: Checkout) -> None:
    contracts = checkout.path / "contracts"
    for name, target in LINKS.items():
        (contracts / f"to-{name}.yaml").symlink_to(target)
    for number, name in enumerate((*FORBIDDEN_NAMES, *ODD_NAMES)):
        checkout.write(f"contracts/{name}", contract(f"name-{number}"))
    checkout.write("contracts/good.yaml", broken("good"))
    checkout.git("add", "--all")
    some = checkout.git("rev-parse", "HEAD")
    checkout.git("update-index", "--add", "--cacheinfo", f"160000,{some},contracts/module.yaml")
    checkout.git("commit", "--quiet", "--message", "files")


def _moves(checkout: Checkout) -> None:
    contracts = checkout.path / "contracts"
    checkout.git("mv", "contracts/moves.yaml", "contracts/moved.yaml")
    checkout.write("contracts/moved.yaml", broken("moves"))
    (contracts / "gone.yaml").unlink()
    (contracts / "rights.yaml").chmod(0o755)
    (contracts / "folder.yaml").unlink()
    checkout.write("contracts/folder.yaml/within.yaml", contract("folder"))
    shutil.rmtree(contracts / "inner")
    checkout.write("contracts/inner", "no contract\n")
    checkout.write("contracts/same-again.yaml", contract("same"))
    checkout.write("contracts/run.yaml", contract("run")).chmod(0o755)
    checkout.commit("moves")
