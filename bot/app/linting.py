"""The use case of examining files: what is wrong in each, and between them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.app.documents import Progress, load, twin_faults
from bot.app.waiving import Waivers, read_all
from bot.core.check import lint, survey
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Fault, Location
from bot.core.excusing import excused_files
from bot.core.finding import Finding
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import Judging, LintReport
from bot.core.rule import Registry
from bot.ports import ReadDocument, ReadWaivers, Tree


def lint_tree(  # noqa: PLR0913  # the files, and how they are read and judged
    tree: Tree,
    judging: Judging,
    read: ReadDocument,
    progress: Progress | None = None,
    read_waivers: ReadWaivers | None = None,
    *,
    unowned: Sequence[Fault] = (),
    whole: bool = True,
) -> LintReport:
    """Return what is wrong in the files of a tree; one broken file never hides the others.

    `unowned` is what is wrong with CODEOWNERS. `whole` False: the tree has only some of the
    contracts, and what the policy names may be among the others.
    """
    files = tuple(tree.files())
    loaded = load(tree, files, read, progress)
    contracts = tuple(found for _, found in loaded.documents if isinstance(found, Contract))
    products = tuple(found for _, found in loaded.documents if isinstance(found, DataProduct))
    findings = [
        finding for found in contracts for finding in lint(found, judging.ruleset(found)[0])
    ]
    if contracts:
        settings = judging.settings if whole and not loaded.faults else DEFAULT_SETTINGS
        registry = Registry(
            contracts=contracts, products=products, settings=settings, unowned=tuple(unowned)
        )
        findings += survey(registry, judging.general())
    waivers = read_all(tree, tree.waivers(), read_waivers) if read_waivers else Waivers()
    told = excused_files(findings, waivers.told, judging, [file.path for file in files])
    return LintReport(
        files=len(files),
        faults=(*twin_faults(files), *loaded.faults, *waivers.faults),
        findings=tuple(sorted(told, key=_by_place)),
    )


def _by_place(finding: Finding) -> tuple[object, ...]:
    place = finding.head or Location("")
    return (place.file, place.line, place.column, finding.rule, finding.path)
