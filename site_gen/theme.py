"""What MkDocs must believe of our pages: files, pages of the menu, and the theme's output."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from site_gen.escaping import html
from site_gen.page import Page
from site_gen.rendering import Site
from site_gen.shell import MARK
from site_gen.words import words

MAIN = "cs-main"
"""The id of the place on each page that comes after all menus."""
_SEARCH = '<div class="md-search" data-md-component="search" role="dialog">'
_LOST = "<h1>404 - Not found</h1>"
_SWITCH = re.compile(r"(<input [^>]*type=\"checkbox\"[^>]*) autocomplete=\"off\"")
_INLINE = re.compile(r"<script(?: type=\"(?:text/javascript|module)\")?>")
_WAITED_FOR = '<script src="'
_OWN_SCRIPT = re.compile(r"<script src=\"[^\"]*assets/contracts/portal\.js\"></script>\s*")
_META: Mapping[str, object] = {
    "hide": ["navigation", "toc", "path", "tags", "feedback"],
    "search": {"exclude": True},
}
"""The fields of a contract want a wide page; our own menu is on it, and our own search."""


class WrittenFile(File):
    """A file that the plugin itself writes: MkDocs knows that it is there, for links to it."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # MkDocs's signature
        """Write nothing."""


class FinishedPage(MkDocsPage):
    """A page of the portal's menu, whose HTML needs no Markdown. `head` is for its head."""

    head: str = ""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs's signature
        """Read nothing."""
        self.markdown = ""
        self.meta = dict(_META)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # as above
        """Render nothing: the plugin sets the content once all contracts are read."""
        self.content = ""
        self.toc = _skip(self)

    def dress(self, page: Page) -> None:
        """Take the content of a page of ours."""
        self.content = page.body
        self.head = page.head
        self.meta = dict(_META) | {"title": page.title}
        if page.description:
            self.meta["description"] = page.description


def _skip(page: MkDocsPage) -> TableOfContents:
    """Return what the theme makes its link from that skips the header (WCAG 2.2, 2.4.1)."""
    return TableOfContents([AnchorLink(str(page.title), MAIN, 1)])


def mended(output: str, language: str) -> str:
    """Return a page of the theme without what HTML does not allow, its search with a name."""
    t = words(language)
    label = html(t("search.dialog"))
    output = output.replace('="◐"', f'="{html(t("theme.switch"))}"')
    output = _SWITCH.sub(r"\1", output).replace(' tabindex=""', "")
    output = output.replace(_SEARCH, f'{_SEARCH[:-1]} aria-label="{label}">', 1)
    return _ours(_read_first(output)) if f'href="#{MAIN}"' in output else output


def _ours(output: str) -> str:
    """Return a page of ours that says so to our style sheet."""
    return output.replace("<body ", "<body data-cs-page ", 1)


def _read_first(output: str) -> str:
    """Return a page of ours that is shown before its scripts are there, for it is read without.

    Only those at its end are put off: an inline script may need one before it. Our own goes first,
    for the theme's takes longer; it needs nothing of the others.
    """
    inline = [found.end() for found in _INLINE.finditer(output)]
    end = inline[-1] if inline else 0
    before, waited, after = output[end:].partition(_WAITED_FOR)
    own = _OWN_SCRIPT.search(waited + after)
    if own is None:
        return output
    after = (waited + after).replace(own[0], "", 1)
    scripts = (own[0] + after).replace(_WAITED_FOR, '<script defer src="')
    return output[:end] + before + scripts


def lost_page(output: str, site: Site) -> str:
    """Return the theme's own page for unknown addresses, with a way home in each language.

    It is shown at any depth, so its links begin at the host; one that the site has written itself
    stays as it is.
    """
    if _LOST not in output:
        return output
    return _ours(output.replace(_LOST, "\n".join(_lost(site)), 1))


def _lost(site: Site) -> Iterator[str]:
    top = urlsplit(site.url).path.strip("/")
    for place, (language, root) in enumerate(site.roots.items()):
        t = words(language)
        home = "".join(f"{part}/" for part in (top, root) if part) + "index.html" * site.explicit
        rank = "h1" if place == 0 else "h2"
        yield (
            f'<div class="cs" lang="{language}"><{rank}>{html(t("lost.title"))}</{rank}>'
            f'<p>{html(t("lost.text"))} <a href="/{home}">'
            f"{html(t('home.title'))}</a></p></div>"
        )


def menu_page(config: MkDocsConfig, folder: str, title: str, when: datetime) -> FinishedPage:
    """Return a page that the site's navigation can name as `folder/index.md`."""
    file = File.generated(
        config, f"{folder}/index.md".lstrip("/"), content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    page = FinishedPage(title, file, config)
    page.update_date = when.date().isoformat()
    return page


def written_file(config: MkDocsConfig, path: str) -> WrittenFile:
    """Return a file at a path below the site's root that the plugin will write."""
    return WrittenFile(
        path,
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        inclusion=InclusionLevel.INCLUDED,
    )


def search_entries(config: MkDocsConfig) -> list[dict[str, object]]:
    """Return the entries of the theme's search; where it is off, a list that nobody reads."""
    for name in ("material/search", "search"):
        plugin = config.plugins.get(name)
        entries = getattr(getattr(plugin, "search_index", None), "entries", None)
        if isinstance(entries, list):
            return entries
        known = getattr(getattr(plugin, "search_index", None), "_entries", None)
        if isinstance(known, list):
            return known
    return []


def section(title: str, pages: list[FinishedPage]) -> Section:
    """Return an entry of the site's navigation that holds the portal's menu."""
    found = Section(title, list(pages))
    for page in pages:
        page.parent = found
    return found


class Theme:
    """Renders the site's own templates around a mark."""

    def __init__(
        self, env: Environment, config: MkDocsConfig, nav: Navigation, files: Files
    ) -> None:
        self._env = env
        self._config = config
        self._nav = nav
        # What a template may list are pages, and looking for them takes longer than a page of ours.
        self._files = list(files.documentation_pages())

    def dress(self, folder: str, entry: MkDocsPage) -> str:
        """Return the theme's output for a page in a folder, under an entry of the menu."""
        file = File.generated(self._config, f"{folder}/index.md".lstrip("/"), content="")
        page = FinishedPage(f"{MARK}title", file, self._config)
        page.content = f"<h1></h1>{MARK}body"
        page.toc = _skip(page)
        page.meta = dict(_META) | {"title": f"{MARK}title", "description": f"{MARK}text"}
        entry.active = True
        page.parent = entry.parent
        try:
            context = get_context(self._nav, self._files, self._config, page)
            context = self._config.plugins.on_page_context(
                context, page=page, config=self._config, nav=self._nav
            )
            output = self._env.get_template("main.html").render(context)
            output = self._config.plugins.on_post_page(output, page=page, config=self._config) or ""
        finally:
            entry.active = False
        return output.replace(f"<h1></h1>{MARK}body", f"{MARK}body")
