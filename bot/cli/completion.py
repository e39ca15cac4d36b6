"""`steward completion`: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(
    name="completion",
    epilog="""\b
Examples:
  steward completion bash >> ~/.bashrc
  steward completion zsh  >> ~/.zshrc
  steward completion fish > ~/.config/fish/completions/steward.fish""",
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the script that completes commands, options and modes in your shell."""
    known = get_completion_class(shell)
    if known is None:
        message = f"click knows no completion for {shell}"
        raise click.UsageError(message)
    root = ctx.find_root().command
    click.echo(known(root, {}, "steward", "_STEWARD_COMPLETE").source())
    return 0
