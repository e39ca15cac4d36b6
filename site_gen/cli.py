"""`steward portal`: build, serve or export the portal. MkDocs and the rest load when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

_INSTALL = 'pip install "contract-steward[portal]"'


@click.group(
    name="portal",
    epilog="""\b
Examples:
  steward portal build
  steward portal build -o public --language fr
  steward portal serve
  steward portal export ./pages --format markdown

\b
Exit codes: 0 fine, 2 it could not be built.""",
)
def command() -> None:
    """Make a website of all contracts and their history.

    In a repository with a `mkdocs.yml` or `mkdocs.yaml` that has the plugin `contracts`, that file
    is followed.
    """


_REPOSITORY = click.option(
    "--repository",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="A folder of the repository; the current one without it.",
)
_REVISION = click.option(
    "--rev", default="HEAD", show_default=True, help="Read the contracts of this revision."
)
_LANGUAGES = click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    show_default=True,
    help="A language of the site; give it again for a second one.",
)


@command.command(
    epilog="""\b
Examples:
  steward portal build
  steward portal build -o public --language en --language fr""",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="The folder of the website; what is in it is replaced.",
)
@click.option("--name", help="The name of the website; that of the repository's folder without it.")
@click.option("--url", help="The address that the website will have, for feeds and badges.")
@_REPOSITORY
@_REVISION
@_LANGUAGES
def build(  # noqa: PLR0913, PLR0917  # each option is one parameter
    repository: Path,
    output: Path,
    name: str | None,
    url: str | None,
    rev: str,
    languages: tuple[str, ...],
) -> int:
    """Write the website into a folder."""
    with _extra():
        from site_gen.building import Wanted, build_site  # noqa: PLC0415  # `--help` needs no MkDocs

        build_site(repository, Path.cwd() / output, Wanted(name, rev, languages, url))
    click.echo(f"The portal is in {output}. To read it: open {output / 'index.html'} in a browser")
    return 0


@command.command(
    epilog="""\b
Examples:
  steward portal serve
  steward portal serve --address 127.0.0.1:9000""",
)
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where to serve the website."
)
@_REPOSITORY
@_LANGUAGES
def serve(repository: Path, address: str, languages: tuple[str, ...]) -> int:
    """Serve the website here, and follow what is edited."""
    with _extra():
        from site_gen.building import Wanted, serve_site  # noqa: PLC0415  # `--help` needs no MkDocs

        serve_site(repository, address, Wanted(None, "HEAD", languages))
    return 0


@command.command(
    epilog="""\b
Examples:
  steward portal export ./pages
  steward portal export ./content --format markdown --language fr""",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("html", "markdown")),
    default="html",
    show_default=True,
    help="Whole HTML pages, or Markdown files with front matter for another generator.",
)
@_REPOSITORY
@_REVISION
@_LANGUAGES
def export(repository: Path, folder: Path, form: str, rev: str, languages: tuple[str, ...]) -> int:
    """Write the pages as plain files, without MkDocs and its theme."""
    with _extra():
        from site_gen.export import export_site  # noqa: PLC0415  # `--help` needs no Jinja

        count = export_site(repository, Path.cwd() / folder, form, rev, languages)
    click.echo(f"{count:,} pages are in {folder}.")
    return 0


@contextmanager
def _extra() -> Iterator[None]:
    """Tell how to install what the portal needs, where that is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("bot", "site_gen"):
            raise
        message = f"the portal needs {error.name}, which is not installed. Run: {_INSTALL}"
        raise click.ClickException(message) from error
