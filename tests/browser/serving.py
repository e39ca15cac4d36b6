"""Serves a folder as a strict host would: under a sub-path, and with a Content-Security-Policy."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from site_gen.csp import CSP, InlineScripts

PREFIX = "/repo/"


def policy(site: Path) -> str:
    """Return the policy that the site's own build tells; plain pages need nothing let through."""
    told = site / CSP
    return told.read_text("utf-8").strip() if told.is_file() else InlineScripts().policy()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, policy: str | None, site: Path) -> None:
        self._policy = policy
        self._site = site
        super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]  # as handed in

    def translate_path(self, path: str) -> str:
        """Return the file of a path: only what begins with the prefix has one."""
        inside = path.startswith(PREFIX)
        return super().translate_path(path[len(PREFIX) - 1 :] if inside else "/nothing/there")

    def do_GET(self) -> None:
        """Answer with a file, packed where the browser takes it so."""
        if self.path == "/favicon.ico":  # a browser asks each host for it by itself
            self.send_response(204)
            self.end_headers()
            return
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        known = file.is_file()
        lost = self._site / "404.html"
        data = file.read_bytes() if known else lost.read_bytes() if lost.is_file() else b"lost"
        self.send_response(200 if known else 404)
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 5)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file if known else "x.html")))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if self._policy is not None:
            self.send_header("Content-Security-Policy", self._policy)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, *, strict: bool = True) -> Iterator[str]:
    """Serve a folder, and yield the address of its home page's folder."""
    handler = partial(_Handler, policy=policy(site) if strict else None, site=site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
