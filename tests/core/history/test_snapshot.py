from __future__ import annotations

import pytest

from bot.core.history.snapshot import Blob, FileMode, PathChange

OLD = Blob("a.yaml", "1" * 40)
NEW = Blob("a.yaml", "2" * 40)
RUN = Blob("a.yaml", "1" * 40, FileMode.EXECUTABLE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(OLD, NEW, True, id="other bytes"),
        pytest.param(None, NEW, True, id="a new file"),
        pytest.param(OLD, None, True, id="a removed file"),
        pytest.param(OLD, RUN, False, id="another mode alone"),
    ],
)
def test_a_change_touches_the_content(old: Blob | None, new: Blob | None, expected: bool) -> None:
    assert PathChange("a.yaml", old, new).touches_content is expected
