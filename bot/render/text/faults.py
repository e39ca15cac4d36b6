"""Says faults to people on a terminal: where, which code, what, the source line, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.errors import Fault
from bot.render.escape import line
from bot.render.text.page import Block, Line, Source, Tone

_LONGEST_TEXT = 1_000


def fault_blocks(faults: Sequence[Fault], most: int) -> Iterator[Block]:
    """Yield each fault as `file:line: CODE message`, its source line, and the hint."""
    for fault in faults[:most]:
        place = f"{fault.where}: " if fault.where else ""
        told = line(f"{place}{fault.code} {fault.message}", _LONGEST_TEXT)
        yield Line(told, Tone.BAD, hang=2)
        if fault.excerpt and fault.where:
            yield Source(fault.excerpt, fault.caret or fault.where.column)
        yield Line(line(f"hint: {fault.hint}", _LONGEST_TEXT), indent=2, hang=6)
    if len(faults) > most:
        yield Line(f"and {len(faults) - most:,} more; --format json has all", Tone.QUIET)
