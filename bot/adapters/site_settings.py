"""The settings of the website: those to begin with, and what to add to those that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

SITE_FILES = ("mkdocs.yml", "mkdocs.yaml")
"""What MkDocs takes for its settings: the first of these that is there."""
PLUGIN = "contracts"
IGNORED_FILE = ".gitignore"
_PAGE_FILE = "portal-pages/about.md"
_SETTINGS = """\
# The portal: a website of all contracts and their history. `steward portal serve` shows it here,
# `steward portal build` writes it into a folder. Both need: pip install "contract-steward[portal]"
site_name: Data contracts
# Pages of your own, beside those of the contracts.
docs_dir: portal-pages
# So that it can be read from a disk too.
use_directory_urls: false
theme:
  name: material
  font: false # nothing is loaded from another host
  features: [navigation.top]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: indigo}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: indigo}
extra: {generator: false}
plugins:
  - search
  - contracts:
      # The folder of each language; "" is the top of the site. For a second one: {en: "", fr: fr}
      languages: {en: ""}
"""
_PAGE = """\
# About

What you want readers of these contracts to know: who looks after them, where to ask, how to propose
a change.
"""
_IGNORED = """\
# What builds of the portal leave.
/.cache/
/site/
"""
_BUILT = (".cache", "site")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def portal_files() -> Iterator[tuple[str, str]]:
    """Yield (path, text) of what a site needs that has nothing but the portal."""
    yield SITE_FILES[0], _SETTINGS
    yield _PAGE_FILE, _PAGE
    yield IGNORED_FILE, _IGNORED


def with_ignored(text: str) -> str:
    """Return a `.gitignore` with what builds leave added; the same text where it is all there."""
    known = {line.strip().strip("/") for line in text.splitlines()}
    left = [f"/{folder}/" for folder in _BUILT if folder not in known]
    if not left:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") or not text else end
    return f"{text}{gap}{end.join(left)}{end}"


def shows_contracts(text: str) -> bool:
    """Tell whether settings of MkDocs name the plugin of the contracts.

    Where that cannot be seen, as in settings that inherit others, the word alone tells.
    """
    try:
        settings = _composed(text)
        if _value(settings, "INHERIT") is None:
            return PLUGIN in _names(_value(settings, "plugins"))
    except (yaml.YAMLError, RecursionError, ValueError):
        pass
    return PLUGIN in text


def with_plugin(text: str) -> str | None:
    """Return settings of MkDocs with the plugin of the contracts added, everything else kept.

    The same text where the plugin is there already; None where it cannot be seen how to add it.
    """
    try:
        settings = _composed(text)
        plugins = _value(settings, "plugins")
        names = _names(plugins)
        if PLUGIN in names:
            return text
        changed = _added(text, settings, plugins)
        after = _names(_value(_composed(changed), "plugins"))
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    # Without `plugins` MkDocs takes `search`; with it, only what is named.
    return changed if after == [*(names or ["search"] * (plugins is None)), PLUGIN] else None


def _composed(text: str) -> MappingNode:
    """Return the tree of a text, whose tags such as `!ENV` mean nothing here."""
    node = yaml.compose(text, _LOADER)
    if not isinstance(node, MappingNode):
        message = "no mapping"
        raise ValueError(message)  # noqa: TRY004  # what is wrong is the text, not a type
    return node


def _value(settings: MappingNode, key: str) -> Node | None:
    return next((value for name, value in settings.value if name.value == key), None)


def _names(plugins: Node | None) -> list[str]:
    """Return the plugins by name, in their order. Raises ValueError where that is not clear."""
    match plugins:
        case None:
            return []
        case SequenceNode() | MappingNode():
            items = [one[0] if isinstance(one, tuple) else one for one in plugins.value]
            return [_name(item) for item in items]
        case _:
            message = "no list"
            raise ValueError(message)


def _name(item: Node) -> str:
    if isinstance(item, MappingNode) and item.value:
        item = item.value[0][0]
    if not isinstance(item, ScalarNode):
        message = "no name"
        raise ValueError(message)  # noqa: TRY004  # what is wrong is the text, not a type
    return str(item.value)


def _added(text: str, settings: MappingNode, plugins: Node | None) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    match plugins:
        case None:
            if settings.flow_style or _value(settings, "INHERIT") is not None:
                message = "written in one line, or somewhere else"
                raise ValueError(message)
            gap = "" if text.endswith("\n") else end
            return f"{text}{gap}{end}plugins:{end}  - search{end}  - {PLUGIN}{end}"
        case SequenceNode():
            return _in(plugins, text, PLUGIN, "- ", end)
        case MappingNode():
            return _in(plugins, text, f"{PLUGIN}: {{}}", "", end)
        case _:
            message = "no list"
            raise ValueError(message)


def _in(plugins: SequenceNode | MappingNode, text: str, word: str, mark: str, end: str) -> str:
    """Return the text with a word behind the last of the plugins, in a line of its own or not."""
    last = _last(plugins).end_mark
    if plugins.flow_style:
        at = last.index if plugins.value else plugins.start_mark.index + 1
        return f"{text[:at]}{', ' if plugins.value else ''}{word}{text[at:]}"
    line = f"{' ' * plugins.start_mark.column}{mark}{word}"
    if last.column == 0:  # a text of several lines ends where the next line begins
        return f"{text[: last.index]}{line}{end}{text[last.index :]}"
    found = re.compile(r"\r?\n|\Z").search(text, last.index)
    at = found.start() if found else len(text)
    return f"{text[:at]}{end}{line}{text[at:]}"


def _last(node: SequenceNode | MappingNode) -> Node:
    """Return the last part of a value that is written out: a block ends where that does."""
    found: Node = node
    while isinstance(found, SequenceNode | MappingNode) and found.value:
        if found.flow_style and found is not node:
            break
        last = found.value[-1]
        found = last[1] if isinstance(last, tuple) else last
    return found
