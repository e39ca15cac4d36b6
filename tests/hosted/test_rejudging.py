"""Open pull requests are judged again, all of them in turn, and it is said where it ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core.errors import ErrorCode, Fault, StewardError, failure
from bot.hosted.rejudging import RESERVE, STEP, Again, judge_again

TODAY = date(2026, 5, 1)


class Open:
    """So many open pull requests, and calls of which every judgement takes `cost`."""

    def __init__(self, number: int, calls: int | None = None, cost: int = 15) -> None:
        self._number = number
        self._calls = calls
        self._cost = cost
        self.judged: list[int] = []

    def open_numbers(self) -> tuple[int, ...]:
        return tuple(range(self._number, 0, -1))

    def calls_left(self) -> int | None:
        return self._calls

    def judge(self, number: int) -> None:
        self.judged.append(number)
        if self._calls is not None:
            self._calls -= self._cost


class Shut(Open):
    """A host that lists nothing."""

    def open_numbers(self) -> tuple[int, ...]:
        raise gone()


def gone() -> StewardError:
    return failure(ErrorCode.HOST_UNREACHABLE, "nobody answers", hint="run again")


@pytest.mark.parametrize("number", [0, 1, 50, 51, 230])
def test_all_are_judged_once_where_nothing_limits_the_calls(number: int) -> None:
    host = Open(number)

    assert judge_again(host, host.judge, TODAY) == Again(judged=number, there=number)
    assert sorted(host.judged) == list(range(1, number + 1))


def test_it_ends_where_others_need_the_calls_and_says_so() -> None:
    host = Open(120, calls=RESERVE + 15 * 60)

    again = judge_again(host, host.judge, TODAY)

    assert (again.judged, again.there) == (61, 120)
    assert again.cut == f"{RESERVE - 15} calls are left for this hour"


def test_day_by_day_all_have_their_turn() -> None:
    seen: set[int] = set()
    for day in range(5):
        host = Open(230, calls=RESERVE + 15 * (STEP - 1))
        judge_again(host, host.judge, TODAY + timedelta(days=day))
        seen |= {*host.judged}

    assert seen == set(range(1, 231))


def test_one_that_fails_keeps_no_other_back_and_is_named() -> None:
    host = Open(3)

    def judge(number: int) -> None:
        host.judge(number)
        if number == 2:
            raise gone()

    again = judge_again(host, judge, TODAY)

    assert (again.judged, sorted(host.judged)) == (3, [1, 2, 3])
    assert [fault.message for fault in again.faults] == ["pull request 2: nobody answers"]


def test_a_limit_that_is_used_up_ends_it() -> None:
    host = Open(3)

    def judge(number: int) -> None:
        host.judge(number)
        raise failure(ErrorCode.HOST_LIMITED, "too many calls", hint="run again later")

    again = judge_again(host, judge, TODAY)

    assert (again.judged, len(host.judged)) == (0, 1)
    assert again.cut == "the limit of calls is used up"


def test_a_list_that_cannot_be_read_is_a_fault_and_no_end_of_the_sweep() -> None:
    host = Shut(3)

    assert judge_again(host, host.judge, TODAY) == Again(
        judged=0,
        there=0,
        cut="they cannot be listed",
        faults=(Fault(ErrorCode.HOST_UNREACHABLE, "nobody answers", "run again"),),
    )
