"""Turns templates and values into pages. The only place that knows Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined

from site_gen import escaping, paths
from site_gen.slugs import anchor, slug
from site_gen.words import Words, words

MENU = (
    ("", "home"),
    ("lineage", "lineage"),
    ("impact", "impact"),
    ("releases", "releases"),
    ("calendar", "calendar"),
    ("scorecard", "scorecard"),
    ("waivers", "waivers"),
    ("rules", "rules"),
    ("policy", "policy"),
)
"""The portal's own sections: folder, and the key of its title."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """What holds for the whole portal.

    `roots` has the folder of each language below the site's root, the first language first;
    `explicit` makes links that work without a server; `source` is the web address of the
    repository, from which a link to a file at a commit is made.
    """

    roots: Mapping[str, str] = field(default_factory=lambda: {"en": "portal"})
    explicit: bool = False
    source: str = ""

    @cached_property
    def environment(self) -> Environment:
        """The templates, with every value escaped."""
        environment = Environment(
            loader=PackageLoader("site_gen"),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            finalize=escaping.shown,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(
            prose=escaping.prose,
            inline=escaping.inline,
            outer=escaping.outer_url,
            json=escaping.json_attribute,
            slug=slug,
            anchor=anchor,
        )
        environment.globals.update(paths=paths, menu=MENU)
        return environment

    def render(self, template: str, path: str, language: str, values: Mapping[str, object]) -> str:
        """Return the HTML that a template makes of the values, for the page at a path.

        In the template, `t` has the texts of the language and `to(path, anchor)` is a link.
        """
        here = _Here(self, path, words(language))
        return self.environment.get_template(template).render(
            t=here.t,
            to=here.to,
            file=here.file,
            source=here.source,
            site=self,
            path=path,
            **values,
        )


@dataclass(frozen=True, slots=True)
class _Here:
    """The page that is being made: links are told from it."""

    site: Site
    path: str
    t: Words

    def to(self, end: str, anchor: str = "", language: str | None = None) -> str:
        """Return the link to a page below the portal's root, in this language or another."""
        if language is None:
            return paths.relative(self.path, end, anchor=anchor, explicit=self.site.explicit)
        start = self._rooted(self.t.language, self.path)
        return paths.relative(start, self._rooted(language, end), explicit=self.site.explicit)

    def file(self, end: str) -> str:
        """Return the link to a file below the portal's root."""
        return paths.relative(self.path, end)

    def source(self, commit: str, file: str = "") -> str | None:
        """Return the link to a commit, or to a file at a commit, on the web."""
        if not self.site.source:
            return None
        end = f"blob/{commit}/{escaping.path_url(file)}" if file else f"commit/{commit}"
        return escaping.outer_url(f"{self.site.source.rstrip('/')}/{end}")

    def _rooted(self, language: str, path: str) -> str:
        return "/".join(part for part in (self.site.roots[language], path) if part)
