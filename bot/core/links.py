"""What links of the type `authoritativeDefinitions` stand for, and what a change says of them."""

from __future__ import annotations

from enum import StrEnum

from bot.core.contract.model import AuthoritativeDefinition
from bot.core.diff.changes import Added, Change, Changed, Removed


class LinkKind(StrEnum):
    """What readers look for behind a link."""

    CANONICAL = "the place where the contract itself is kept"
    DEFINITION = "what the words of the data mean"
    TERMS = "what readers may do with the data"
    OTHER = "anything else"


_KINDS = {
    **dict.fromkeys(("canonical", "canonicalurl", "replacedby"), LinkKind.CANONICAL),
    **dict.fromkeys(
        ("businessdefinition", "glossary", "ontology", "taxonomy"), LinkKind.DEFINITION
    ),
    **dict.fromkeys(
        ("license", "licence", "terms", "termsofuse", "privacystatement", "privacy"),
        LinkKind.TERMS,
    ),
}
"""Types as ODCS 3.2.0 names them (`authoritativeDefinitions[].type`), and as people write them."""


def link_moved(change: Change) -> tuple[LinkKind, str] | None:
    """Return the kind of a link that came, went or leads elsewhere, and a sentence that says so.

    None for any other change.
    """
    match change:
        case Added(element=AuthoritativeDefinition(type=kind, url=url)):
            told = f"a link was added: {kind} {url}"
        case Removed(element=AuthoritativeDefinition(type=kind, url=url)):
            told = f"a link was removed: {kind} {url}"
        case Changed(
            subject="authoritative definition.url" | "authoritative definition.type",
            after=AuthoritativeDefinition(type=kind),
            old=old,
            new=new,
        ):
            told = f"a link of type {kind} changed from {old} to {new}"
        case _:
            return None
    plain = kind.lower().replace("-", "").replace("_", "").replace(" ", "")
    return _KINDS.get(plain, LinkKind.OTHER), told
