"""Where each page is, below the portal's root. These paths are stable: people link to them."""

from __future__ import annotations

from functools import lru_cache

from site_gen.escaping import path_url
from site_gen.slugs import slug


def contract_path(contract_id: str) -> str:
    """Return the page of a contract: it depends on the id alone, so a moved file keeps it."""
    return f"contracts/{slug(contract_id)}"


def version_path(contract_id: str, version: str) -> str:
    """Return the page of a version."""
    return f"{contract_path(contract_id)}/versions/{slug(version)}"


def diff_path(contract_id: str, old: str, new: str) -> str:
    """Return the page that compares two versions."""
    return f"{contract_path(contract_id)}/diff/{slug(old)}..{slug(new)}"


def changelog_path(contract_id: str) -> str:
    """Return the page of what each version of a contract changed."""
    return f"{contract_path(contract_id)}/changelog"


def domain_path(domain: str) -> str:
    """Return the page of a domain; that of the contracts without one for an empty name."""
    return f"domains/{slug(domain)}"


def owner_path(key: str) -> str:
    """Return the page of an owner."""
    return f"owners/{slug(key)}"


def product_path(product_id: str) -> str:
    """Return the page of a data product."""
    return f"products/{slug(product_id)}"


def rule_path(rule_id: str) -> str:
    """Return the page of a rule."""
    return f"rules/{slug(rule_id.lower())}"


FILE_ENDS = (".css", ".js", ".json", ".svg", ".csv", ".ics", ".xml", ".txt")
"""What the names of the portal's own files end in; every other path is a page."""


@lru_cache(maxsize=4096)
def relative(start: str, end: str, *, anchor: str = "", explicit: bool = False) -> str:
    """Return the link from the page in one folder to that in another, or to a file.

    A path whose last step has a dot after a slash-free name is a file only if it ends in one of
    the portal's own kinds. `explicit` names the `index.html`, for sites that no server serves.
    """
    is_file = end.endswith(FILE_ENDS)
    path = _way(start, end)
    if not is_file:
        path = f"{path}/index.html" if explicit else f"{path}/"
    url = path_url(path)
    return f"{url}#{path_url(anchor)}" if anchor else url


def _way(start: str, end: str) -> str:
    """Return the way from one folder to another, as `posixpath.relpath`, which asks the disk.

    Both are below one root and have no `.` or `..` in them.
    """
    old, new = start.split("/") if start else [], end.split("/") if end else []
    same = 0
    for step, other in zip(old, new, strict=False):
        if step != other:
            break
        same += 1
    return "/".join((*[".."] * (len(old) - same), *new[same:])) or "."
