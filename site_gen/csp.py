"""The strictest Content-Security-Policy that a site with the portal works under.

The portal has no inline script and no inline style. The theme has a few short scripts, which name
the way to the site's root and so differ with the depth of a page; each is let through by its hash
(Content Security Policy Level 3, section 2.3.1).
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256

CSP = "content-security-policy.txt"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class InlineScripts:
    """Gathers the inline scripts of a site's pages."""

    def __init__(self) -> None:
        self._found: set[str] = set()

    def take(self, page: str) -> None:
        """Note the inline scripts of a page."""
        self._found.update(_SCRIPT.findall(page))

    def policy(self) -> str:
        """Return the value of the header: nothing but the site's own files, and these scripts."""
        hashes = "".join(f" '{one}'" for one in sorted(map(_hash, self._found)))
        return (
            f"default-src 'none'; script-src 'self'{hashes}; style-src 'self';"
            " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
            " frame-ancestors 'none'"
        )


def _hash(script: str) -> str:
    digest = sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
