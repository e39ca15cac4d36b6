"""The MkDocs plugin `contracts`: a portal of the repository's contracts inside any MkDocs site.

It works with an empty configuration. Every page but those of the menu bypasses MkDocs's own way
of a page (Markdown, an HTML parser for the search, a template each), which is what makes large
sites slow.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from bot.adapters.git import Repository
from bot.core.errors import StewardError
from site_gen.assets import asset_files
from site_gen.cache import LEDGER, PageCache
from site_gen.catalogue import Catalogue, catalogue
from site_gen.code_mark import code_mark
from site_gen.csp import CSP, InlineScripts
from site_gen.gist import addresses
from site_gen.keeping import kept_in
from site_gen.library import Library
from site_gen.machines.sitemap import in_sitemap
from site_gen.page import Asset, Page
from site_gen.portal import Group, Portal, known_paths
from site_gen.rendering import MENU, Site
from site_gen.search import material_entries
from site_gen.shell import Shells
from site_gen.standing import Footprint, Standing
from site_gen.theme import (
    FinishedPage,
    Theme,
    lost_page,
    mended,
    menu_page,
    search_entries,
    section,
    written_file,
)
from site_gen.words import LANGUAGES, words
from site_gen.writing import Writer, Written

_ASSETS = "assets/contracts"
_LOG = logging.getLogger("mkdocs.plugins.contracts")


class ContractsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs's, without types
    """The plugin's settings; none is needed.

    `languages` has the folder of each language below the site's root, the first language first.
    Without it, the site's own language is taken and the folder `portal`. `revision` is what to
    read, `source` the web address of the repository (default: the site's `repo_url`), and
    `repository` a folder of it (default: that of `mkdocs.yml`). A language may have the site's
    root as its folder, where no page of the site's own is. `cache` is the folder beside
    `mkdocs.yml` that keeps pages between builds; an empty one keeps none.
    """

    languages = config_options.DictOfItems(config_options.Type(str), default={})
    revision = config_options.Type(str, default="HEAD")
    source = config_options.Type(str, default="")
    repository = config_options.Type(str, default="")
    cache = config_options.Type(str, default=".cache/plugin/contracts")


class ContractsPlugin(BasePlugin[ContractsConfig]):  # type: ignore[no-untyped-call]  # as above
    """Adds the portal to a site."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._standing: Standing | None = None
        self._kept: Path | None = None
        self._library: Library | None = None
        self._pages: dict[tuple[str, str], FinishedPage] = {}
        self._addresses: list[str] = []
        self._scripts = InlineScripts()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether files on disk are to be followed, and whether MkDocs will empty the site.

        MkDocs has one plugin for all builds of a process: nothing of those before this one stays.
        """
        self._serving = command == "serve"
        self._dirty = dirty
        self._library = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the languages, and let the theme load our style sheet and script."""
        roots = self.config.languages or {_language(config): "portal"}
        unknown = [name for name in roots if name not in LANGUAGES]
        if unknown:
            known = ", ".join(LANGUAGES)
            raise PluginError(f"contracts: no texts for the language {unknown[0]}; known: {known}")
        if any(".." in root.split("/") for root in roots.values()):
            raise PluginError("contracts: the folder of a language lies below the site's root")
        self._site = Site(
            roots={name: root.strip("/") for name, root in roots.items()},
            explicit=not config.use_directory_urls,
            source=self.config.source or config.repo_url or "",
            url=config.site_url or "",
        )
        config.extra_css.append(f"{_ASSETS}/portal.css")
        if f"{_ASSETS}/portal.js" not in config.extra_javascript:
            config.extra_javascript.append(f"{_ASSETS}/portal.js")
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Set aside what stands of the last build, before MkDocs removes it."""
        self._kept = kept_in(_top(config), self.config.cache)
        if self.config.cache and self._kept is None:
            _LOG.info("%s is in Git: nothing is kept there between builds", self.config.cache)
        ledger = None if self._kept is None or self._dirty else self._kept / LEDGER
        with _told():
            self._standing = Standing(Path(config.site_dir), ledger)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the repository, and tell MkDocs which pages there will be."""
        self._catalogue = self._read(config)
        self._pages = {}
        self._scripts = InlineScripts()
        for language, root in self._site.roots.items():
            t = words(language)
            for folder, key in MENU:
                place = _joined(root, folder)
                page = menu_page(config, place, t(f"menu.{key}"), self._catalogue.time)
                self._pages[language, folder] = page
                files.append(page.file)
            for path in known_paths(self._catalogue):
                files.append(written_file(config, _joined(root, path, "index.html")))
        for asset in asset_files():
            files.append(written_file(config, f"{_ASSETS}/{asset.path}"))
        return files

    def _read(self, config: MkDocsConfig) -> Catalogue:
        folder = _top(config) / self.config.repository
        if self._library is None:
            self._library = Library(self._kept, code_mark())
        with _told():
            self._repository = Repository.discover(folder)
            found = catalogue(
                self._repository, self.config.revision, on_disk=self._serving, library=self._library
            )
        for fault in found.faults:
            _LOG.warning("%s", fault)
        return found

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Add the menu to the navigation, unless the site names one of its pages itself."""
        self._nav = nav
        for language in self._site.roots:
            pages = [self._pages[language, folder] for folder, _ in MENU]
            if not any(page in nav.pages for page in pages):
                nav.items.append(section(words(language)("home.title"), pages))
                nav.pages.extend(pages)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Write every page but those of the menu, which MkDocs will write."""
        theme = Theme(env, config, self._nav, files)
        shells = Shells(
            dress=lambda folder, language, name: theme.dress(
                _joined(self._site.roots[language], folder), self._menu(language, name)
            )
        )
        with _told():
            self._write_portal(config, shells)
        return env

    def _write_portal(self, config: MkDocsConfig, shells: Shells) -> None:
        writer = Writer(Path(config.site_dir))
        portal = Portal(
            site=self._site,
            catalogue=self._catalogue,
            repository=self._repository,
            cache=None if self._kept is None else PageCache(self._kept),
        )
        index = search_entries(config)
        self._addresses = []
        for group in portal.groups():
            self._write_group(group, writer, shells)
            self._addresses += group.gist.addresses
            index.extend(map(dict, group.gist.found))
        for made in portal.of_all():
            if isinstance(made, Page) and (made.language, made.path) in self._pages:
                self._pages[made.language, made.path].dress(made)
            else:
                self._write(made, writer, shells)
                self._addresses += addresses(self._site, [made])
            if isinstance(made, Page):
                index.extend(material_entries(made, self._site.roots[made.language]))
        for asset in asset_files():
            writer.write(f"{_ASSETS}/{asset.path}", asset.data)

    def _write_group(self, group: Group, writer: Writer, shells: Shells) -> None:
        """Write the pages and files of a contract, unless they stand there from the last build."""
        standing = self._standing if group.key else None
        if standing is None:
            for made in group.pages():
                self._write(made, writer, shells)
        elif not standing.stays(group.key, shells.marks(standing.around(group.key))):
            pages = group.pages()
            around = {shells.name(one) for one in pages if isinstance(one, Page)}
            files = tuple(self._write(made, writer, shells) for made in pages)
            standing.note(group.key, Footprint(files, shells.marks(around)))

    def _write(self, made: Page | Asset, writer: Writer, shells: Shells) -> Written:
        path = _joined(self._site.roots[made.language], made.path)
        if isinstance(made, Asset):
            return writer.write(path, made.data)
        return writer.page(path, shells.whole(made))

    def _menu(self, language: str, name: str) -> FinishedPage:
        folder = next((folder for folder, key in MENU if key == name), "")
        return self._pages[language, folder]

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Name the theme's search for those who hear the page, and mend the theme's HTML."""
        if isinstance(page, FinishedPage):
            output = output.replace("</head>", f"{page.head}</head>", 1)
        self._scripts.take(output)
        return mended(output, _language(config))

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Add our pages to the site's map, and ways home to the page for unknown addresses."""
        if template_name == "404.html":
            self._scripts.take(output_content)
            return lost_page(mended(output_content, _language(config)), self._site)
        if template_name != "sitemap.xml" or not config.site_url:
            return output_content
        return in_sitemap(output_content, self._addresses, self._catalogue.time.date())

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write down what a strict host may let through, and what stands now."""
        Writer(Path(config.site_dir)).write(CSP, f"{self._scripts.policy()}\n".encode())
        if self._standing is not None:
            self._standing.close()
            self._standing = None

    @event_priority(100)
    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,  # noqa: ARG002  # MkDocs's signature
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Follow the contracts on disk."""
        top = self._repository.top
        if top is not None:
            for place in self._catalogue.places.under:
                if (top / place).exists():
                    server.watch(str(top / place))
        return server


@contextmanager
def _told() -> Iterator[None]:
    """Let MkDocs say what Git or the disk refuses."""
    try:
        yield
    except (StewardError, OSError) as error:
        raise PluginError(f"contracts: {error}") from error


def _top(config: MkDocsConfig) -> Path:
    """Return the folder that settings count from."""
    return Path(config.config_file_path or config.docs_dir).parent


def _joined(*parts: str) -> str:
    return "/".join(part for part in parts if part)


def _language(config: MkDocsConfig) -> str:
    """Return the theme's language where the portal speaks it, else English."""
    try:
        told = str(config.theme["language"])
    except KeyError:
        return "en"
    return told if told in LANGUAGES else "en"
