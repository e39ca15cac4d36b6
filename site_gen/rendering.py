"""Turns templates and values into pages. The only place that knows Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from site_gen import escaping, file_paths, paths
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
    repository, from which a link to a file at a commit is made; `url` is that of the site itself.
    """

    roots: Mapping[str, str] = field(default_factory=lambda: {"en": "portal"})
    explicit: bool = False
    source: str = ""
    url: str = ""

    @property
    def first(self) -> str:
        """The first language: files for machines lie once, below its root."""
        return next(iter(self.roots))

    @property
    def host(self) -> str:
        """The name of the site's host; empty where the site does not know its address."""
        return urlsplit(self.url).hostname or ""

    def address(self, path: str, language: str = "") -> str:
        """Return the address of a page or file below a language's root, "" where none is known."""
        if not self.url:
            return ""
        name = path.rpartition("/")[2]
        is_page = not name.endswith(paths.FILE_ENDS) and not name.startswith("index.")
        steps = (self.url.rstrip("/"), self.roots[language or self.first], escaping.path_url(path))
        return "/".join(step for step in steps if step) + "/" * is_page

    def rooted(self, language: str, path: str) -> str:
        """Return a path below a language's root as one below the site's."""
        return "/".join(part for part in (self.roots[language], path) if part)

    def machine(self, language: str, path: str, end: str) -> str:
        """Return the link from a page in a language to a file for machines."""
        return paths.relative(self.rooted(language, path), self.rooted(self.first, end))

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
            steps=escaping.steps,
            json=escaping.json_attribute,
            slug=slug,
            anchor=anchor,
        )
        environment.globals.update(paths=paths, files=file_paths, menu=MENU)
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
            machine=here.machine,
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

    def machine(self, end: str) -> str:
        """Return the link to a file for machines."""
        return self.site.machine(self.t.language, self.path, end)

    def source(self, commit: str, file: str = "") -> str | None:
        """Return the link to a commit, or to a file at a commit, on the web."""
        if not self.site.source:
            return None
        end = f"blob/{commit}/{escaping.path_url(file)}" if file else f"commit/{commit}"
        return escaping.outer_url(f"{self.site.source.rstrip('/')}/{end}")

    def _rooted(self, language: str, path: str) -> str:
        return self.site.rooted(language, path)
