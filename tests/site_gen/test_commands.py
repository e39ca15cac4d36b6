from __future__ import annotations

from dataclasses import replace

import click

from site_gen.commands import ENGLISH, commands_page


@click.group()
def root() -> None:
    """Look after things."""


@root.command()
@click.option("--gently", is_flag=True, help="Without noise.")
def sweep(*, gently: bool) -> None:
    """Sweep the floor."""
    del gently


def test_a_command_is_told_as_its_help_tells_it() -> None:
    words = replace(ENGLISH, title="All", intro="Words.", summaries={"sweep": "Balaie le sol."})

    assert (
        commands_page(root, words)
        == """\
# All

Words.

```text
Usage: steward [OPTIONS] COMMAND [ARGS]...

  Look after things.

Options:
  --help  Show this message and exit.

Commands:
  sweep  Sweep the floor.
```

## steward sweep

Balaie le sol.

```text
Usage: steward sweep [OPTIONS]

  Sweep the floor.

Options:
  --gently  Without noise.
  --help    Show this message and exit.
```
"""
    )
