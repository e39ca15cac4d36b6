"""How soon a reader can use the portal's home page, in a real browser, from a disk."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_RUNS = 5
_FLAGS = ("--no-sandbox",) if os.geteuid() == 0 else ()
_WORD = "synthetic"
_FILTERED = """
() => {
    const [visit] = performance.getEntriesByType("navigation");
    const start = performance.now();
    const box = document.querySelector(".cs-facet input");
    box.click();
    return new Promise(done => requestAnimationFrame(() => setTimeout(() => {
        done({ready: visit.domContentLoadedEventEnd, filtered: performance.now() - start});
    })));
}
"""
"""Turns on a filter. In milliseconds, when all scripts had run, and how long the filter took."""
_FOUND = """
word => new Promise(done => {
    const start = performance.now();
    const list = document.querySelector(".cs-results");
    new MutationObserver((_, observer) => {
        if (list.children.length) {
            observer.disconnect();
            done(performance.now() - start);
        }
    }).observe(list, {childList: true, attributes: true});
    const box = document.querySelector("#cs-q");
    box.value = word;
    box.dispatchEvent(new Event("input", {bubbles: true}));
})
"""


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds until the scripts of the home page have run, from the asking for the page.

    `filtered` and `found` are what a filter and a search take from then on.
    """

    there: float
    filtered: float
    found: float

    @property
    def usable(self) -> float:
        """Seconds from the asking for the page until its list is filtered."""
        return self.there + self.filtered


def used(site: Path) -> Used | None:
    """Return the medians of several visits, each in a fresh browser; None where there is none."""
    asked = subprocess.run(
        ("sh", "tools/find-browser"), capture_output=True, text=True, check=False
    )
    if asked.returncode:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where there is one

    with sync_playwright() as started:
        visits = []
        for _ in range(_RUNS):
            browser = started.chromium.launch(
                executable_path=asked.stdout.strip(), args=list(_FLAGS)
            )
            page = browser.new_page()
            page.goto((site / "index.html").resolve().as_uri(), wait_until="domcontentloaded")
            told = page.evaluate(_FILTERED)
            found = page.evaluate(_FOUND, _WORD)
            visits.append((told["ready"] / 1000, told["filtered"] / 1000, found / 1000))
            browser.close()
    return Used(*(median(times) for times in zip(*visits, strict=True)))
