"""Confluent's verdicts on changed SQL types, beside ours: counted, and each difference explained.

The corpus holds row types in the DDL of Confluent's logical types, with the verdict of an engine
that consumes them (Flink, Iceberg 2 or 3) on BACKWARD compatibility. Ours is compatible where the
new row is the same as the old one or wider, unsure where that is unknown.

The DDL is no dialect of ours, so it is put into DuckDB's words, which has them nearly all:

* `ARRAY<T>` is `LIST<T>`, `BYTES` is `BLOB`, `TIMESTAMP_LTZ` is `TIMESTAMPTZ`;
* `BINARY(n)`, bytes of exactly that length, is an array of n unsigned bytes;
* a length of 0, which Flink takes for none, is left out;
* `MULTISET<T>` is a map of T to how often it occurs;
* a named type stands for its definition once; inside itself, and where nobody defines it, a name
  is only itself, written as an enumeration of that one word.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.relation import Relation
from bot.core.types.physical import compare_physical
from tests.corpora.page import DOCS, assert_told

CORPUS = "corpora/sqltype_downstream_iceberg_flink.json"

WORDS = (
    (r"\bMULTISET\s*<([^<>]*)>", r"MAP<\1, INT NOT NULL>"),
    (r"\bBINARY\((\d+)\)", r"UTINYINT[\1]"),
    (r"\b(VARCHAR|VARBINARY)\(0\)", r"\1"),
    (r"\bARRAY\s*<", "LIST<"),
    (r"\bBYTES\b", "BLOB"),
    (r"\bTIMESTAMP_LTZ\b", "TIMESTAMPTZ"),
)


def translated(ddl: str) -> str:
    """Return the row type of a DDL text in DuckDB's words."""
    *definitions, row = (text.strip() for text in ddl.split(";") if text.strip())
    for definition in definitions:
        found = re.fullmatch(r"STRUCT\s+([\w.]+)\s*\((.*)\)", definition, re.DOTALL)
        assert found
        name = rf"(?<![\w.]){re.escape(found[1])}(?![\w.])"
        itself = re.sub(name, f"ENUM('{found[1]}')", found[2])
        row = re.sub(name, f"STRUCT({itself})", row)
    row = re.sub(r"(?<=\s)[a-z]+\.\w+", lambda unknown: f"ENUM('{unknown[0]}')", row)
    for word, other in WORDS:
        row = re.sub(word, other, row)
    return row.removeprefix("TYPE ")


REASONS = {
    "went": (
        (
            "A field that went harms readers (FORWARD); the corpus asks for BACKWARD only, "
            "and Iceberg refuses the change of the table itself."
        ),
        (
            "Un champ retiré nuit aux lecteurs (FORWARD) ; le corpus ne demande que "
            "BACKWARD, et Iceberg refuse le changement de la table elle-même."
        ),
    ),
    "order": (
        "Readers of a contract choose fields by name: another order harms nobody.",
        (
            "Les lecteurs d’un contrat choisissent les champs par leur nom : un autre ordre"
            " ne nuit à personne."
        ),
    ),
    "null": (
        (
            "Old data may hold null where the new type refuses it; a default stands for a "
            "value that is missing, not for a null that is there."
        ),
        (
            "Les anciennes données peuvent contenir null là où le nouveau type le refuse ; "
            "une valeur par défaut remplace une valeur absente, pas un null présent."
        ),
    ),
    "element": (
        "Old lists may hold null. Iceberg’s check does not look at the elements.",
        (
            "Les anciennes listes peuvent contenir null. Le contrôle d’Iceberg ne regarde "
            "pas les éléments."
        ),
    ),
    "default": (
        ("A declared default fills the gap of old data; Iceberg 2 has no defaults for such types."),
        (
            "Une valeur par défaut déclarée comble l’absence dans les anciennes données ; "
            "Iceberg 2 n’en a pas pour ces types."
        ),
    ),
    "default-went": (
        "The type admits the same values, and old data already holds one.",
        ("Le type admet les mêmes valeurs, et les anciennes données en contiennent déjà une."),
    ),
    "char": (
        (
            "Blanks at the end of a CHAR do not count, so the longer one holds the shorter "
            "one’s values; Flink casts no CHAR to another length."
        ),
        (
            "Les blancs à la fin d’un CHAR ne comptent pas : le plus long contient les "
            "valeurs du plus court ; Flink ne convertit pas un CHAR vers une autre "
            "longueur."
        ),
    ),
    "key": (
        (
            "A key of another type is another key: lookups by the old type miss. Flink "
            "casts it, Iceberg refuses it as we do."
        ),
        (
            "Une clé d’un autre type est une autre clé : les recherches par l’ancien type "
            "échouent. Flink la convertit, Iceberg la refuse comme nous."
        ),
    ),
    "multiset": (
        (
            "Our translation writes a multiset as a map of its counts, as Iceberg does; "
            "Flink keeps the two apart."
        ),
        (
            "Notre traduction écrit un multiset comme une map de ses effectifs, comme "
            "Iceberg ; Flink distingue les deux."
        ),
    ),
    "branch": (
        (
            "Old data may hold a value of the branch that went. Flink reads a union as a "
            "record of optional fields, and drops the column."
        ),
        (
            "Les anciennes données peuvent contenir une valeur de la branche retirée. Flink"
            " lit une union comme un enregistrement de champs facultatifs, et abandonne la "
            "colonne."
        ),
    ),
    "precision": (
        (
            "More digits of a second hold every old value; the engine keeps the two in "
            "different forms and refuses the change."
        ),
        (
            "Avec plus de décimales de seconde, toutes les anciennes valeurs restent "
            "représentables ; le moteur conserve les deux sous des formes différentes et "
            "refuse le changement."
        ),
    ),
    "length": (
        "Old texts may be longer than the new limit; Iceberg has no lengths.",
        ("Les anciens textes peuvent dépasser la nouvelle limite ; Iceberg n’a pas de longueurs."),
    ),
    "digits": (
        "DuckDB, whose words the translation uses, has no decimal of 40 digits.",
        ("DuckDB, vers lequel le corpus est traduit, n’a pas de décimal de 40 chiffres."),
    ),
}
WHY = {
    "016": "went",
    "021": "order",
    "023": "order",
    "028": "order",
    "035": "null",
    "042": "default",
    "050": "char",
    "053": "default-went",
    "119": "key",
    "126": "multiset",
    "127": "branch",
    "139": "precision",
    "141": "precision",
    "157": "element",
    "158": "element",
    "168": "key",
    "187": "default",
    "204": "went",
    "207": "order",
    "209": "digits",
    "234": "length",
    "267": "precision",
    "268": "precision",
}
"""Why we differ, by the number of the case; a case that is not listed agrees."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with both verdicts; ours is None where we are unsure."""

    number: str
    engine: str
    change: str
    theirs: bool
    ours: bool | None


def judged(case: dict[str, str | bool]) -> Judged:
    old, new = str(case["old"]), str(case["new"])
    relation = compare_physical(translated(old), translated(new), "duckdb").relation
    return Judged(
        number=str(case["id"]).removeprefix("confluent-logical/"),
        engine=str(case["consumer"]),
        change=str(case["note"]).partition(".")[2],
        theirs=bool(case["expected_compatible"]),
        ours=None if relation is Relation.UNKNOWN else relation in {Relation.SAME, Relation.WIDER},
    )


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language's tables, and which of the two texts of a reason is its own."""

    reason: int
    counts: str
    differences: str
    total: str
    verdicts: dict[bool | None, str]


LANGUAGES = {
    "en": Language(
        reason=0,
        counts="| engine | cases | agreed | differed | unsure |",
        differences="| case | engine | what changes | theirs | ours | why |",
        total="all",
        verdicts={True: "compatible", False: "breaks", None: "unsure"},
    ),
    "fr": Language(
        reason=1,
        counts="| moteur | cas | d’accord | en désaccord | incertain |",
        differences="| cas | moteur | ce qui change | leur verdict | le nôtre | pourquoi |",
        total="tous",
        verdicts={True: "compatible", False: "incompatible", None: "incertain"},
    ),
}


def tables(cases: list[Judged], language: Language) -> str:
    """Return both tables of the page."""
    lines = [language.counts, "|---|---:|---:|---:|---:|"]
    for engine in (*sorted({case.engine for case in cases}), None):
        some = [case for case in cases if engine in {None, case.engine}]
        counts = Counter(None if case.ours is None else case.ours == case.theirs for case in some)
        name = f"`{engine}`" if engine else language.total
        lines.append(
            f"| {name} | {len(some)} | {counts[True]} | {counts[False]} | {counts[None]} |"
        )
    lines += ["", language.differences, "|---|---|---|---|---|---|"]
    for case in sorted(cases, key=lambda case: case.number):
        if case.ours != case.theirs:
            theirs, ours = language.verdicts[case.theirs], language.verdicts[case.ours]
            why = REASONS[WHY[case.number]][language.reason]
            lines.append(
                f"| {case.number} | `{case.engine}` | `{case.change}` | {theirs} | {ours} | {why} |"
            )
    return "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_where_we_differ(
    shared: Path, language: str, request: pytest.FixtureRequest
) -> None:
    cases = [judged(case) for case in json.loads((shared / CORPUS).read_text(encoding="utf-8"))]
    page = DOCS / language / "agreement-sql-types.md"

    assert_told(page, tables(cases, LANGUAGES[language]), request)


def test_every_difference_has_a_reason_and_every_reason_a_difference(shared: Path) -> None:
    cases = [judged(case) for case in json.loads((shared / CORPUS).read_text(encoding="utf-8"))]
    differing = {case.number for case in cases if case.ours != case.theirs}
    assert (differing, set(WHY.values())) == (set(WHY), set(REASONS))
