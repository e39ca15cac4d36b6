"""What is mended of the theme's output: when the scripts of a page run."""

from __future__ import annotations

import pytest

from site_gen.theme import mended

_OURS = '<body ><a href="#cs-main"></a>'
_BUNDLE = '<script src="../bundle.js"></script>'
_PORTAL = '<script src="../assets/contracts/portal.js"></script>'
_LATE_BUNDLE = '<script defer src="../bundle.js"></script>'
_LATE_PORTAL = '<script defer src="../assets/contracts/portal.js"></script>'


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        pytest.param(
            f"{_OURS}<script>a()</script>{_BUNDLE}{_PORTAL}</body>",
            '<body data-cs-page ><a href="#cs-main"></a>'
            f"<script>a()</script>{_LATE_PORTAL}{_LATE_BUNDLE}</body>",
            id="the scripts at the end wait, ours the shortest",
        ),
        pytest.param(
            f"{_OURS}{_BUNDLE}<script>uses_bundle()</script>{_PORTAL}</body>",
            '<body data-cs-page ><a href="#cs-main"></a>'
            f"{_BUNDLE}<script>uses_bundle()</script>{_LATE_PORTAL}</body>",
            id="a script that an inline one may need does not wait",
        ),
        pytest.param(
            f"{_OURS}{_BUNDLE}{_PORTAL}<script>uses_both()</script></body>",
            f'<body data-cs-page ><a href="#cs-main"></a>'
            f"{_BUNDLE}{_PORTAL}<script>uses_both()</script></body>",
            id="nor do those that the last one may need",
        ),
        pytest.param(
            f"<body >{_BUNDLE}{_PORTAL}</body>",
            f"<body >{_BUNDLE}{_PORTAL}</body>",
            id="a page that is not of the portal stays as it is",
        ),
    ],
)
def test_a_page_is_read_before_its_scripts_are_there(output: str, expected: str) -> None:
    assert mended(output, "en") == expected
