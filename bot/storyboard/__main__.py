"""Tells the story into a folder: `python -m bot.storyboard DIR`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.core.errors import StewardError
from bot.storyboard.model import Storyboard
from bot.storyboard.telling import tell


def main(arguments: list[str] | None = None) -> int:
    """Tell the story and print what is in it; return 0, or 2 where it could not be told."""
    parser = argparse.ArgumentParser(
        prog="python -m bot.storyboard",
        description="Make a Git repository with a year of data contracts in it.",
    )
    parser.add_argument("folder", type=Path, help="an empty folder, or one that is made")
    parser.add_argument("--until", type=int, help="stop after so many merged pull requests")
    parser.add_argument("--scale", type=int, default=1, help="100 contracts more for each above 1")
    given = parser.parse_args(arguments)
    try:
        story = tell(given.folder, until=given.until, scale=given.scale)
    except StewardError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(_summary(story))
    return 0


def _summary(story: Storyboard) -> str:
    lines = [f"main {story.head[:12]}, {len(story.tags)} releases", ""]
    for branch in story.branches:
        lines += [f"#{branch.number} {branch.name}: {branch.title}", f"    {branch.shows}"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
