"""The words about rules that all formats for people share."""

from __future__ import annotations

from bot.core.finding import Weight
from bot.core.mode import Direction
from bot.core.rule import (
    Example,
    OnChange,
    OnElement,
    OnPolicy,
    OnRegistry,
    OnRelease,
    OnWaiver,
    Rule,
)

DIRECTIONS = (Direction.BACKWARD, Direction.FORWARD, Direction.FULL, Direction.NONE)


def heading(rule: Rule) -> str:
    """Return the rule's id and name."""
    return f"{rule.id} {rule.name}"


def applies_to(rule: Rule) -> str:
    """Return what the rule is run on."""
    match rule.judge:
        case OnChange():
            return "each change between two versions of a contract"
        case OnElement():
            return "each contract by itself"
        case OnRegistry():
            return "all contracts together"
        case OnRelease():
            return "the step to a contract's new version"
        case OnPolicy():
            return "a change of the policy"
        case OnWaiver():
            return "each waiver of a contract"


def weights_by_mode(rule: Rule) -> dict[str, Weight]:
    """Return the rule's weight under each compatibility mode."""
    return {str(direction): rule.weighs(direction) for direction in DIRECTIONS}


def weight_words(rule: Rule) -> str:
    """Return the rule's weight under each mode, shorter where the mode does not matter."""
    weights = weights_by_mode(rule)
    if len(set(weights.values())) == 1:
        return f"{weights['full'].word} under every mode"
    return ", ".join(f"{mode}: {weight.word}" for mode, weight in weights.items())


def counterpart(rule: Rule) -> str:
    """Return the rule for the opposite change, or why there is none."""
    return rule.mirror or f"none: {rule.no_mirror}"


def struck(example: Example) -> str:
    """Return what the rule says of an example."""
    if not example.strikes:
        return "passes"
    return "struck at " + ", ".join(
        f"`{path}`" if path else "the contract" for path in example.strikes
    )


def told_beside(example: Example) -> str:
    """Return what an example supposes beside its texts; empty where that is nothing."""
    told = [f"judged on {example.today}"] if example.today else []
    told += ["in a shallow clone that begins there"] if example.shallow else []
    told += [f"still read by {', '.join(example.readers)}"] if example.readers else []
    tagged = [each.day for each in example.history if each.tagged]
    told += [f"released on {', '.join(tagged)}"] if tagged else []
    return ", ".join(told)
