"""A contract, a data product or its releases, in plain text for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from bot.core.contract.model import Contract, DataProduct, every_field, step
from bot.core.plain import in_short
from bot.core.release.entries import ReleaseEntry
from bot.core.text import visible

_NUMBER = re.compile(r"0[ox][0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
"""What YAML 1.2 reads as a number; the writer knows the numbers of YAML 1.1."""


def render_document(found: Contract | DataProduct) -> str:
    """Return a summary: what it is, who owns it, and its fields."""
    lines = _contract(found) if isinstance(found, Contract) else _product(found)
    return "\n".join(visible(line) for line in lines) + "\n"


def render_releases(entries: Sequence[ReleaseEntry]) -> str:
    """Return a line for each release, newest first."""
    lines = []
    for entry in entries:
        if entry.first:
            told = "first release known here"
        else:
            breaking = f", {entry.breaking} breaking" if entry.breaking else ""
            told = f"{entry.changes} changes{breaking}, needed {entry.required.word}"
        lines.append(
            f"{entry.version:<10} {entry.time:%Y-%m-%d}  {entry.commit[:10]}  {told}\n"
            f"{'':<10} {visible(entry.summary)}  ({visible(entry.path)})"
        )
    return "\n".join(lines) + "\n" if lines else "no release is known\n"


def render_yaml(document: Mapping[str, object]) -> str:
    r"""Return a document as YAML; what does not print stands as an escape in double quotes."""
    import yaml  # noqa: PLC0415  # only this format writes YAML

    class Dumper(yaml.SafeDumper):
        """Quotes each text that holds what does not print, and repeats what is shared."""

        def ignore_aliases(self, _: object) -> bool:
            return True

    def text_node(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        plain = text.replace("\n", "").isprintable() and not _NUMBER.fullmatch(text)
        style = None if plain else '"'
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, text_node)
    text = yaml.dump(
        json.loads(json.dumps(document)),
        Dumper=Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=100,
    )
    return "\n".join(map(visible, text.split("\n")))


def _contract(contract: Contract) -> Iterator[str]:
    yield f"{contract.name or contract.id} {contract.version} ({contract.status or 'no status'})"
    yield f"id: {contract.id}   domain: {contract.domain or '-'}   ODCS {contract.declared}"
    if contract.team is not None:
        people = ", ".join(
            f"{member.username} ({member.role or 'member'})" for member in contract.team.members
        )
        yield f"team: {contract.team.name or '-'}: {people or 'nobody'}"
    for obj in contract.schema:
        yield ""
        yield f"{obj.name}: {in_short(obj)}"
        rows = [
            (path, in_short(field), "deprecated" if field.deprecation.flagged else "")
            for path, field in every_field(obj, step(obj.name))
        ]
        width = max((len(path) for path, _, _ in rows), default=0)
        for path, told, note in rows:
            yield f"  {path:<{width}}  {told}{'  ' + note if note else ''}"


def _product(product: DataProduct) -> Iterator[str]:
    yield f"{product.name or product.id} {product.version or ''} (data product)"
    yield f"id: {product.id}   domain: {product.domain or '-'}"
    for port in product.input_ports:
        uses = f": {', '.join(port.uses)}" if port.uses else ""
        yield f"reads {port.contract_id or port.name} {port.version or ''}{uses}"
    for port in product.output_ports:
        yield f"offers {port.contract_id or port.name} {port.version or ''}"
