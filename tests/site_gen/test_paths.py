from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from site_gen.paths import relative

_FOLDERS = st.lists(st.sampled_from(("a", "b", "c d", "é")), max_size=4).map("/".join)


@given(start=_FOLDERS, end=_FOLDERS)
def test_a_link_leads_from_one_folder_to_the_other(start: str, end: str) -> None:
    way = posixpath.relpath(end or ".", start or ".")
    expected = way.replace(" ", "%20").replace("é", "%C3%A9")
    assert relative(start, end) == f"{expected}/"
    assert relative(start, end, explicit=True) == f"{expected}/index.html"


@given(start=_FOLDERS, end=_FOLDERS)
def test_a_link_to_a_file_names_the_file(start: str, end: str) -> None:
    file = f"{end}/all.json".lstrip("/")
    way = posixpath.relpath(file, start or ".")
    assert relative(start, file) == way.replace(" ", "%20").replace("é", "%C3%A9")
