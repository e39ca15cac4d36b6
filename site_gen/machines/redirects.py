"""Pages of contracts that go under another id now: each leads on to where the contract is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.escaping import html
from site_gen.page import Asset
from site_gen.paths import contract_path, relative
from site_gen.scene import Scene

_DOCUMENT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{link}">{told}</a></p>
</main>
</body>
</html>
"""


def redirect_assets(scene: Scene, moved: Mapping[str, str]) -> Iterator[Asset]:
    """Yield a page for each id that a contract had before; `moved` has the ids of today."""
    for old, new in sorted(moved.items()):
        start, end = contract_path(old), contract_path(new)
        link = relative(start, end, explicit=scene.site.explicit)
        text = _DOCUMENT.format(
            language=scene.language,
            title=html(scene.t("redirect.title")),
            told=html(scene.t("redirect.to", name=new)),
            link=html(link),
            canonical=html(scene.site.address(end, scene.language) or link),
        )
        data = text.encode("utf-8", "xmlcharrefreplace")
        yield Asset(path=f"{start}/index.html", data=data, language=scene.language)
