"""What a range of commits does to the policy itself."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.errors import Location
from bot.core.policy.settings import SETTINGS_FILE, Settings
from bot.core.policy.telling import Row, policy_rows
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange:
    """A setting that differs; a side is None where nothing says it. `where` is a place in the file.

    The values are those of JSON.
    """

    setting: str
    before: object
    after: object
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyStep:
    """The policy that holds, and the one that would hold from then on."""

    old: Settings
    new: Settings

    def changes(self) -> Iterator[SettingChange]:
        """Yield each setting that differs: those of the new policy in order, then those gone."""
        before = {row.setting: row for row in policy_rows(self.old)}
        after = {row.setting: row for row in policy_rows(self.new)}
        for name in dict.fromkeys((*after, *before)):
            old, new = before.get(name), after.get(name)
            if old is None or new is None or old.value != new.value:
                yield SettingChange(
                    setting=name,
                    before=old.value if old else None,
                    after=new.value if new else None,
                    where=_place(new, self.new),
                )


def _place(row: Row | None, settings: Settings) -> Location:
    """Return the line that says a setting; the file's first where it does not say it."""
    told = row.source.removeprefix(f"{settings.file}:") if row and settings.file else ""
    line = told.partition(" ")[0]
    file = settings.file or SETTINGS_FILE
    return Location(file, int(line)) if line.isdecimal() else Location(file)
