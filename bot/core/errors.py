"""What can go wrong that a user can mend."""

from __future__ import annotations

from enum import StrEnum

from bot.core.records import dataclass
from bot.core.text import cells, visible


class ErrorCode(StrEnum):
    """Stable codes. Never reuse or renumber one: users search for them."""

    # E1xx: the text of a file
    UNREADABLE_FILE = "E101"
    NOT_UTF8 = "E102"
    NOT_YAML = "E103"
    TOO_LARGE = "E104"
    TOO_DEEP = "E105"
    TOO_MANY_NODES = "E106"
    DUPLICATE_KEY = "E107"
    ALIAS_CYCLE = "E108"
    ALIAS_EXPLOSION = "E109"
    MANY_DOCUMENTS = "E110"
    EMPTY_DOCUMENT = "E111"
    NOT_A_MAPPING = "E112"
    KEY_NOT_TEXT = "E113"
    BAD_NUMBER = "E114"
    UNKNOWN_TAG = "E115"
    UNQUOTED_VERSION = "E116"
    LFS_POINTER = "E117"
    MERGE_KEY = "E118"
    # E2xx: a document against the standard it declares
    NOT_A_CONTRACT = "E201"
    UNKNOWN_API_VERSION = "E202"
    UNKNOWN_KEY = "E203"
    MISSING_KEY = "E204"
    WRONG_TYPE = "E205"
    WRONG_VALUE = "E206"
    NO_SUCH_FORM = "E207"
    OLD_STANDARD = "E208"
    # E3xx: Git and the file system
    NO_REPOSITORY = "E301"
    NO_SUCH_REVISION = "E302"
    SHALLOW_CLONE = "E303"
    UNBORN_BRANCH = "E304"
    NO_SUCH_PATH = "E305"
    NOT_A_FILE = "E306"
    UNSAFE_OWNERSHIP = "E307"
    UNSAFE_PATH = "E309"
    CANNOT_WRITE = "E310"
    BROKEN_REPOSITORY = "E311"
    NO_HISTORY = "E312"
    # E4xx: settings and the command line
    BAD_SETTINGS = "E401"
    UNKNOWN_RULE = "E402"
    BAD_USAGE = "E403"
    NOT_SEMVER = "E404"
    BAD_WAIVER = "E405"
    BAD_REVIEWS = "E406"
    NOT_IMPORTED = "E407"
    # E5xx: the release of versions
    CANNOT_RELEASE = "E501"
    # E6xx: the host of the pull requests
    HOST_UNREACHABLE = "E601"
    HOST_REFUSED = "E602"
    HOST_MISSING = "E603"
    HOST_LIMITED = "E604"
    NO_EVENT = "E605"
    LIST_TOO_LONG = "E606"
    # E9xx: our own fault
    INTERNAL = "E901"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with what a user gave, and the next step.

    `excerpt` is the source line itself, without its line end, where there is one; of a very long
    line a part, and then `caret` is the column in the excerpt that `where` points at (0: the same).
    All texts are kept as they came; what `str()` returns is fit for a terminal, a line for each.
    """

    code: ErrorCode
    message: str
    hint: str
    where: Location | None = None
    excerpt: str = ""
    caret: int = 0

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        lines = [visible(f"{place}{self.code} {self.message}")]
        if self.excerpt and self.where:
            before = visible(self.excerpt[: (self.caret or self.where.column) - 1])
            lines += [f"  | {visible(self.excerpt)}", f"  | {' ' * cells(before)}^"]
        lines.append(f"  hint: {visible(self.hint)}")
        return "\n".join(lines)


class StewardError(Exception):
    """Carries every fault found, never just the first.

    A plain class, not a frozen dataclass: Python itself writes to an exception on its way up.
    """

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def failure(
    code: ErrorCode, message: str, *, hint: str, where: Location | None = None, excerpt: str = ""
) -> StewardError:
    """Return the error that carries this one fault."""
    return StewardError(Fault(code, message, hint, where, excerpt))
