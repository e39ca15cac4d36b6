"""The page of the catalogue: every rule in one line, family by family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bot.core.mode import Direction
from bot.core.rule import Rule
from site_gen.words import rule_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesWords:
    """What one language says of the rules and around them.

    `columns` are the heads of the table; `families` has a title and a sentence for each family,
    `sentences` one for each rule by its English one, where the language has another.
    """

    title: str
    intro: str
    columns: tuple[str, str, str, str, str, str]
    families: Mapping[str, tuple[str, str]]
    sentences: Mapping[str, str] = field(default_factory=dict)


ENGLISH = RulesWords(
    title="Rules",
    intro="""\
Every finding comes from a rule. A rule has a number that is never given to another one, and a name
that reads after the word *allow*; the policy takes either. `steward explain RULE` tells why it is
there, what to do instead, and shows an example that it strikes and one that it spares.

**Effect** is what the change does to the set of admissible data, **plane** is what it touches, and
**full** is the weight under the compatibility mode `full`, the default.
[Compatibility](compatibility.md) explains the three; [the policy](policy.md) gives a rule another
weight.""",
    columns=("rule", "name", "effect", "plane", "full", "what it says"),
    families={
        "lint": ("Lint", "What one contract says, or several together, without any change."),
        "structure": ("Structure", "Objects and fields that come and go."),
        "identity": ("Identity", "Names, ids and order: what a field or an object is known by."),
        "types": ("Types", "Logical and physical types, formats, time zones and vectors."),
        "constraints": ("Constraints", "Required fields, lengths, bounds, patterns and counts."),
        "values": ("Values", "Lists of allowed values, and examples."),
        "keys": ("Keys and relations", "Keys, uniqueness, relationships and transformations."),
        "quality": ("Quality and service levels", "Checks on the data, and promises on delivery."),
        "governance": (
            "Governance",
            "Classification, people, access, servers, price, terms and documentation.",
        ),
        "lifecycle": ("Lifecycle", "Versions, statuses and deprecation."),
    },
)
FRENCH = RulesWords(
    title="Règles",
    intro="""\
Tout constat vient d’une règle. Une règle a un numéro, qui n’est jamais donné à une autre, et un
nom, qui se lit après le mot *allow* (permettre) ; la politique accepte l’un et l’autre.
`steward explain RÈGLE` dit pourquoi elle existe et quoi faire à la place, et montre un exemple
qu’elle frappe et un autre qu’elle épargne : en anglais, comme tout ce que la commande écrit.

**L’effet** est ce que le changement fait à l’ensemble des données admises, **le plan** est ce qu’il
touche, et **full** est le poids en mode de compatibilité `full`, le mode par défaut.
[Compatibilité](compatibility.md) explique les trois ; [la politique](policy.md) donne à une règle
un autre poids.""",
    columns=("règle", "nom", "effet", "plan", "full", "ce qu’elle dit"),
    families={
        "lint": (
            "Lint",
            "Ce que dit un contrat, ou plusieurs ensemble, sans qu’il y ait de changement.",
        ),
        "structure": ("Structure", "Objets et champs qui apparaissent ou disparaissent."),
        "identity": ("Identité", "Noms, ids et ordre : ce qui identifie un champ ou un objet."),
        "types": ("Types", "Types logiques et physiques, formats, fuseaux horaires et vecteurs."),
        "constraints": (
            "Contraintes",
            "Champs obligatoires, longueurs, bornes, motifs et nombres d’éléments.",
        ),
        "values": ("Valeurs", "Listes de valeurs admises, et exemples."),
        "keys": ("Clés et relations", "Clés, unicité, relations et transformations."),
        "quality": (
            "Qualité et niveaux de service",
            "Contrôles sur les données, et promesses sur leur livraison.",
        ),
        "governance": (
            "Gouvernance",
            "Classification, personnes, accès, serveurs, prix, conditions et documentation.",
        ),
        "lifecycle": ("Cycle de vie", "Versions, statuts et obsolescence."),
    },
    sentences=rule_sentences("fr"),
)


def rules_page(rules: Sequence[Rule], words: RulesWords) -> str:
    """Return the page as Markdown. The rules come in the order of their numbers."""
    return "\n".join((f"# {words.title}\n\n{words.intro}\n", *_families(rules, words)))


def _families(rules: Sequence[Rule], words: RulesWords) -> Iterator[str]:
    head = f"| {' | '.join(words.columns)} |\n|{'---|' * len(words.columns)}"
    for family, members in groupby(rules, key=lambda rule: rule.family):
        title, sentence = words.families[family]
        rows = "\n".join(_row(rule, words) for rule in members)
        yield f"## {title}\n\n{sentence}\n\n{head}\n{rows}\n"


def _row(rule: Rule, words: RulesWords) -> str:
    weight = rule.weighs(Direction.FULL).word
    says = words.sentences.get(rule.summary, rule.summary)
    cells = (rule.id, f"`{rule.name}`", str(rule.effect), str(rule.plane), weight, says)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
