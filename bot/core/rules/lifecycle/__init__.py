"""Rules of the family `lifecycle`: status, deprecation, version, and the end of a contract."""

from __future__ import annotations

from bot.core.catalogue import Entry, on_change, on_release

RULES: tuple[Entry, ...] = (
    on_change("DC901", "contract-activated", "contract.status"),
    on_change("DC902", "contract-deprecated", "contract.status"),
    on_change("DC903", "contract-undeprecated", "contract.status"),
    on_change("DC904", "contract-withdrawn", "contract.status"),
    on_change("DC905", "contract-retired-early", "contract.status"),
    on_change("DC906", "contract-retired", "contract.status"),
    on_change("DC907", "contract-revived", "contract.status"),
    on_change("DC908", "status-left-open", "contract.status"),
    on_change("DC909", "status-restated", "contract.status"),
    on_change("DC910", "element-deprecated", "object.deprecated", "field.deprecated"),
    on_change("DC911", "element-undeprecated", "object.deprecated", "field.deprecated"),
    on_change("DC912", "removal-brought-forward", "object.deprecated", "field.deprecated"),
    on_change("DC913", "removal-put-off", "object.deprecated", "field.deprecated"),
    on_change("DC914", "removal-announced", "object.deprecated", "field.deprecated"),
    on_change("DC915", "removal-unclear", "object.deprecated", "field.deprecated"),
    on_change("DC916", "deprecation-reworded", "object.deprecated", "field.deprecated"),
    on_change("DC920", "version-changed", "contract.version"),
    on_release("DC930", "version-not-bumped"),
    on_release("DC931", "version-bumped-too-little"),
    on_release("DC932", "version-bumped-too-much"),
    on_release("DC933", "version-decreased"),
    on_release("DC934", "first-version-unusual"),
    on_release("DC935", "contract-deleted-while-active"),
    on_release("DC936", "contract-deleted"),
    on_release("DC940", "element-removed-undeprecated"),
    on_release("DC941", "element-removed-early"),
    on_release("DC942", "window-unproven"),
    on_release("DC943", "element-removed-before-its-day"),
    on_release("DC944", "removal-announced-early"),
    on_release("DC945", "contract-ended-with-readers"),
    on_release("DC946", "released-content-changed"),
    on_release("DC947", "version-released-before"),
    on_release("DC948", "base-unreadable"),
)
