import re

from hypothesis import given
from hypothesis import strategies as st

from moderator_app.storage.layout import folder_name


def test_plain_ids_are_their_own_folder():
    assert folder_name("yigongxie") == "yigongxie"
    assert folder_name("class-3_b") == "class-3_b"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_id_gives_a_name_that_every_system_takes(group):
    name = folder_name(group)
    assert re.fullmatch(r"[a-z0-9~_-]{1,60}", name)
    assert name.split(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_ids_that_a_file_system_would_confuse_have_folders_of_their_own():
    ids = ["a", "A", "con", "CON", "", " ", ".", "..", "a/b", "a\\b", "业主群", "業主群"]
    ids += ["a" * 300, "a" * 301]
    assert len({folder_name(group).casefold() for group in ids}) == len(ids)
