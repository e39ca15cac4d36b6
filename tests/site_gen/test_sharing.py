from __future__ import annotations

from bot.adapters.yaml_reader import read_yaml
from site_gen.sharing import SharedPlaces

_TEXT = "id: a\ntags: [x, {deep: y}]\nname: b\n"


def test_documents_that_look_alike_share_their_places_and_keep_them() -> None:
    one, other = (read_yaml(_TEXT.encode(), name) for name in ("a.yaml", "b.yaml"))
    before = dict(other.root.marks)
    shared = SharedPlaces()
    for document in (one, other):
        shared.share(document.root)
    assert other.root.marks == before
    assert all(one.root.marks[key] is pair for key, pair in other.root.marks.items())
    assert other.locate(("tags", 1, "deep")) == read_yaml(_TEXT.encode(), "b.yaml").locate(
        ("tags", 1, "deep")
    )
