"""How fast the portal is built: a page, a change, growth, memory, and what a browser loads.

Run it with `make bench`, or by itself: `python -m benchmarks.portal --contracts 1000`. Each
contract has five versions of 60 fields, so 17 pages: its own, its changelog, its versions, and each
two of them compared.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import used
from benchmarks.clock import Run, of_run
from bot.storyboard.synthetic import synthetic_contract, synthetic_file

_PLACE = Path(".cache/bench-portal")
_VERSIONS = ("1.0.0", "1.1.0", "1.2.0", "1.3.0", "2.0.0")
_START = 1_700_000_000
_MONTH = 30 * 86_400
_KEPT = Path(".git/contract-steward/portal")
_MEGABYTE = 1024 * 1024
_PLAIN_PAGES = 300
_LOADED = re.compile(r"<(?:link rel=\"stylesheet\" href|script(?: defer)? src)=\"([^\"]+)\"")
_BUILD = (sys.executable, "-m", "bot", "portal", "build", "--output")


@dataclass(frozen=True, slots=True)
class Built:
    """A site, how many pages it has, and what the build took."""

    site: Path
    pages: int
    run: Run

    @property
    def each(self) -> float:
        """Milliseconds of CPU a page."""
        return 1000 * self.run.cpu / self.pages


def main() -> None:
    """Print every figure."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--contracts", type=int, default=100)
    for line in _figures(reader.parse_args().contracts):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _figures(contracts: int) -> Iterator[str]:
    repository = _repository(contracts)
    base, tenth = _cold(_repository(1)), _cold(_repository(max(contracts // 10, 2)))
    cold = _cold(repository)
    yield _row(f"cold, {contracts:,} contracts, {cold.pages:,} pages", cold.run)
    yield f"  {cold.each:.1f} ms of CPU a page, target 8; memory target 600 MB"
    yield f"  {_growth(base, tenth, cold):.2f} times a tenth of them, page for page; target 1.2"
    plain = _plain(cold.site)
    yield f"  the same as Markdown in plain Material: {plain:.1f} ms, ratio {plain / cold.each:.1f}"
    yield _row("nothing changed, over the last site", _run(repository))
    for number, kind in enumerate(("over the last site, target 5 s", "without the last site")):
        _change(repository, f"2.{number + 1}.0")
        if number:
            shutil.rmtree(repository / "site")
        yield _row(f"one contract changed, {kind}", _run(repository))
    yield f"before the first result of a search: {_loaded(cold.site) / 1024:.0f} kB, target 1,000"
    visit = used(cold.site)
    if visit is None:
        yield "no browser here: not measured when the home page can be used"
    else:
        yield f"home page filtered {visit.usable:.2f} s after it is asked for, target 1.5 s"
        yield f"first result of a search {visit.found:.2f} s after the word is typed"


def _growth(base: Built, small: Built, large: Built) -> float:
    """Return how much more a page takes among many, without what each site takes anyway."""
    each = [(one.run.cpu - base.run.cpu) / (one.pages - base.pages) for one in (small, large)]
    return each[1] / each[0]


def _cold(repository: Path) -> Built:
    site = repository / "site"
    for left in (repository / _KEPT, site):
        shutil.rmtree(left, ignore_errors=True)
    run = _run(repository)
    return Built(site, sum(1 for _ in site.rglob("*.html")), run)


def _run(repository: Path) -> Run:
    found = of_run((*_BUILD, "site"), runs=1, folder=repository)
    if not (repository / "site/index.html").is_file():
        raise RuntimeError("the portal was not built")
    return found


def _repository(contracts: int) -> Path:
    """Return a repository of so many contracts, a month between their versions."""
    place = _PLACE / str(contracts)
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    _git("init", "--quiet", "--initial-branch", "main", str(place))
    # Piece by piece: a process begins with the memory peak of the one that starts it.
    importing = ("git", "-C", str(place), "fast-import", "--quiet", "--force")
    with subprocess.Popen(importing, stdin=subprocess.PIPE) as writer:
        if writer.stdin is None:
            raise RuntimeError("git takes no input")
        for number, version in enumerate(_VERSIONS):
            writer.stdin.writelines(_commit(number, version, contracts))
        writer.stdin.close()
    if writer.returncode:
        raise RuntimeError("git fast-import failed")
    _git("-C", str(place), "reset", "--quiet", "--hard", "main")
    return place.resolve()


def _commit(number: int, version: str, contracts: int) -> Iterator[bytes]:
    when = f"{_START + number * _MONTH} +0000"
    subject = f"Release {version}".encode()
    yield f"commit refs/heads/main\ncommitter Bench <bench@example.com> {when}\n".encode()
    yield b"data %d\n%s\n" % (len(subject), subject)
    for one in range(contracts):
        data = synthetic_contract(one, version=version).encode()
        yield f"M 100644 inline {synthetic_file(one)}\ndata {len(data)}\n".encode() + data + b"\n"


def _change(repository: Path, version: str) -> None:
    """Commit one more version of one contract that others read."""
    (repository / synthetic_file(1)).write_text(synthetic_contract(1, version=version), "utf-8")
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@example.com")
    _git(
        "-C", str(repository), *who, "commit", "--quiet", "--all", "--message", f"Release {version}"
    )


def _plain(site: Path) -> float:
    """Return the milliseconds a page that Material takes for pages of contracts as Markdown.

    What it takes without any page is left out of its figure, and stays in ours.
    """
    place = _PLACE / "plain"
    shutil.rmtree(place, ignore_errors=True)
    (place / "docs").mkdir(parents=True)
    (place / "docs/index.md").write_text("# Home\n", "utf-8")
    plugins = ["search"]
    theme = {"name": "material", "font": False}
    settings = {
        "site_name": "Plain",
        "theme": theme,
        "plugins": plugins,
        "nav": [{"Home": "index.md"}],
    }
    (place / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    empty = of_run((sys.executable, "-m", "mkdocs", "build", "--quiet"), runs=1, folder=place)
    for number in range(_PLAIN_PAGES):
        text = _markdown(site, number)
        (place / f"docs/c{number}.md").write_text(text, "utf-8")
    full = of_run((sys.executable, "-m", "mkdocs", "build", "--quiet"), runs=1, folder=place)
    return 1000 * (full.cpu - empty.cpu) / _PLAIN_PAGES


def _markdown(site: Path, number: int) -> str:
    """Return a contract of the site as a page of Markdown: its fields as a table, no lineage."""
    files = sorted((site / "api/contracts").glob("*.json"))
    told = json.loads(files[number % len(files)].read_text("utf-8"))["document"]
    rows = [
        f"| `{field['name']}` | {field.get('logicalType')} `{field.get('physicalType')}` |"
        f" {'no' if field.get('required') else 'yes'} | {field.get('description', '')} |"
        f" {field.get('classification', '')} |"
        for field in told["schema"][0]["properties"]
    ]
    head = "| field | type | null | meaning | class |\n|---|---|---|---|---|"
    purpose = told["description"]["purpose"]
    return "\n".join(
        [f"# {told['name']} {number}", "", purpose, "", "## Fields", "", head, *rows, ""]
    )


def _loaded(site: Path) -> int:
    """Return the packed bytes of the home page, all it loads, and the files of one search."""
    page = site / "index.html"
    files = [page, *(site / link for link in _LOADED.findall(page.read_text("utf-8")))]
    searched = [
        site / "search/parts.js",
        *_largest(site, "w-*.js", 1),
        *_largest(site, "c-*.js", 20),
    ]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in (*files, *searched))


def _largest(site: Path, pattern: str, count: int) -> list[Path]:
    files = sorted((site / "search").glob(pattern), key=lambda file: -file.stat().st_size)
    return files[:count]


def _row(what: str, run: Run) -> str:
    return (
        f"{what:<52} wall {run.wall:6.2f} s   CPU {run.cpu:6.2f} s"
        f"   peak {run.peak / _MEGABYTE:4.0f} MB"
    )


def _git(*words: str) -> None:
    subprocess.run(("git", *words), check=True)


if __name__ == "__main__":
    main()
