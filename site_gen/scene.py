"""What every page of one language is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from site_gen.catalogue import Catalogue
from site_gen.deprecations import Ending
from site_gen.neighbours import Neighbours
from site_gen.page import Page, SearchEntry
from site_gen.rendering import Site
from site_gen.words import Words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The site, a language of it, and all that is known of the repository's newest commit.

    `endings_of` has the endings by contract id.
    """

    site: Site
    language: str
    catalogue: Catalogue
    near: Neighbours
    endings: tuple[Ending, ...] = ()
    endings_of: Mapping[str, tuple[Ending, ...]] = field(default_factory=dict)

    @property
    def t(self) -> Words:
        """The texts of the language."""
        return words(self.language)

    def page(  # noqa: PLR0913  # what a page is, and what its template is given
        self,
        template: str,
        path: str,
        values: Mapping[str, object],
        *,
        title: str,
        section: str = "home",
        description: str = "",
        search: tuple[SearchEntry, ...] = (),
    ) -> Page:
        """Return the page that a template makes of the values."""
        body = self.site.render(
            template,
            path,
            self.language,
            {"title": title, "section": section, "catalogue": self.catalogue, **values},
        )
        return Page(
            path=path,
            title=title,
            body=body,
            language=self.language,
            description=description,
            section=section,
            search=search,
        )
