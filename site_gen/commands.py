"""The page of the commands, from their own help texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click

_WIDTH = 96
"""Columns of a help text: what a code block holds without a scroll bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandsWords:
    """What one language says around the help texts, which are English on every page.

    `summaries` has a sentence for each command by name, such as `portal build`; a command without
    one has none.
    """

    title: str
    intro: str
    summaries: Mapping[str, str]


ENGLISH = CommandsWords(
    title="Commands",
    intro="""\
What each command takes and gives, as `steward COMMAND --help` prints it. `steward` alone lists the
commands.

Every command ends with one of three exit codes: **0** fine, **1** the policy says no, **2** it
could not be judged. In a script, take 2 for a no: what could not be judged is not approved.

Answers go to standard output, progress and what stops a command to standard error. Colour and width
follow the terminal; what is piped or written to a file is plain. With `NO_COLOR` in the environment
nothing is coloured.""",
    summaries={},
)
FRENCH = CommandsWords(
    title="Commandes",
    intro="""\
Ce que chaque commande attend et produit, tel que `steward COMMANDE --help` l’affiche : en anglais,
comme tout ce que la commande écrit. `steward` seul donne la liste des commandes.

Chaque commande se termine par l’un de trois codes de sortie : **0** tout va bien, **1** la
politique dit non, **2** il n’a pas été possible de juger. Dans un script, traitez 2 comme un non :
ce qui n’a pas pu être jugé n’est pas approuvé.

Les réponses vont sur la sortie standard, l’avancement et ce qui arrête une commande sur la sortie
d’erreur. Couleurs et largeur suivent le terminal ; ce qui est redirigé vers un tube ou un fichier
est du texte brut. Avec `NO_COLOR` dans l’environnement, rien n’est coloré.""",
    summaries={
        "init": "Commence dans un dépôt : politique, workflows, premier contrat, portail.",
        "new": "Écrit un contrat à partir d’un gabarit.",
        "import": "Écrit un contrat à partir d’un fichier d’un autre format.",
        "demo": "Juge de vrais changements incompatibles, dans un dépôt fait pour cela.",
        "lint": "Dit ce qui ne va pas dans des fichiers de contrats.",
        "diff": "Compare deux versions d’un contrat et juge chaque changement.",
        "review": "Juge tout ce qu’une branche change aux contrats.",
        "bump": "Écrit dans un contrat la plus petite version suivante qui soit honnête.",
        "explain": "Explique une règle, ou donne la liste du catalogue.",
        "config": "Affiche la politique qui s’applique, et d’où vient chaque valeur.",
        "show": "Affiche un contrat à n’importe quelle révision, sous la forme la plus récente du"
        " standard.",
        "log": "Donne la liste des versions publiées d’un contrat et ce que chacune a changé.",
        "changelog": "Affiche ce que chaque version d’un contrat a apporté.",
        "deprecations": "Donne la liste de ce qui est obsolète, depuis quand, et quand cela peut"
        " être supprimé.",
        "impact": "Dit qui est atteint par un changement de champ, d’objet ou de contrat.",
        "lineage": "Montre de quoi les données sont issues et qui elles atteignent.",
        "release": "Dit quelles versions fusionnées restent à publier.",
        "action": "Juge, publie ou fait la ronde, comme le demande un événement de GitHub.",
        "completion": "Affiche le script qui complète les commandes dans votre shell.",
        "portal": "Construit un site web de tous les contrats et de leur historique.",
        "portal build": "Écrit le site web dans un dossier.",
        "portal export": "Écrit les pages dans de simples fichiers, sans MkDocs ni son thème.",
        "portal serve": "Sert le site web sur cette machine, et suit ce qui est modifié.",
    },
)


def commands_page(root: click.Group, words: CommandsWords) -> str:
    """Return the page as Markdown: the command itself, then each of its commands in their order."""
    context = _context(root, "steward")
    sections = [f"# {words.title}\n\n{words.intro}\n\n{_help(context)}"]
    sections += _sections(root, context, words, "")
    return "\n".join(sections)


def command_names(group: click.Group, context: click.Context, before: str = "") -> Iterator[str]:
    """Yield the name of each command of a group, and of those below it: `portal build`."""
    for name, found in _commands(group, context):
        yield f"{before}{name}"
        if isinstance(found, click.Group):
            inner = _context(found, name, context)
            yield from command_names(found, inner, f"{before}{name} ")


def _sections(
    group: click.Group, context: click.Context, words: CommandsWords, before: str
) -> Iterator[str]:
    """Yield a section for each command, and one level lower for each command of a group in it."""
    mark = "###" if before else "##"
    for name, found in _commands(group, context):
        whole, inner = f"{before}{name}", _context(found, name, context)
        summary = f"{words.summaries[whole]}\n\n" if whole in words.summaries else ""
        yield f"{mark} steward {whole}\n\n{summary}{_help(inner)}"
        if isinstance(found, click.Group):
            yield from _sections(found, inner, words, f"{whole} ")


def _commands(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is not None:
            yield name, found


def _context(
    command: click.Command, name: str, parent: click.Context | None = None
) -> click.Context:
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=_WIDTH)


def _help(context: click.Context) -> str:
    # click keeps its mark for a paragraph that is not to be wrapped where no blank line is above.
    lines = context.get_help().replace("\b", "").splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return f"```text\n{text}\n```\n"
