import sys
from pathlib import Path

import pytest

from moderator_app.storage import paths


@pytest.fixture(autouse=True)
def forget_what_was_found():
    paths._shipped.cache_clear()
    yield
    paths._shipped.cache_clear()


def freeze(monkeypatch, folder: Path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "moderator-app"))
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "_internal"), raising=False)


def test_a_checkout_has_its_resources_beside_the_package():
    assert (paths.resources_dir() / "rulebooks").is_dir()
    assert (paths.notices_dir() / "yigongxie").is_dir()


@pytest.mark.parametrize("inside", ["_data", "moderator_app/_data"])
def test_a_frozen_program_finds_what_was_bundled(monkeypatch, tmp_path, inside):
    freeze(monkeypatch, tmp_path)
    root = tmp_path / "_internal" / inside if inside != "_data" else tmp_path / "_internal"
    (root / "resources").mkdir(parents=True)
    (root / "notices").mkdir()
    assert paths.resources_dir() == root / "resources"
    assert paths.notices_dir() == root / "notices"


def test_an_installed_wheel_finds_its_own_data_first(monkeypatch, tmp_path):
    package = tmp_path / "site-packages" / "moderator_app"
    for root in (package / "_data", tmp_path / "site-packages"):
        (root / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "storage" / "paths.py"))
    assert paths.resources_dir() == package / "_data" / "resources"


def test_a_broken_installation_says_where_it_looked(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "moderator_app" / "storage" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="_data"):
        paths.notices_dir()


def test_the_data_folder_that_is_given_wins(monkeypatch, tmp_path):
    freeze(monkeypatch, tmp_path)
    (tmp_path / "portable").touch()
    assert paths.data_dir(tmp_path / "mine") == tmp_path / "mine"
    monkeypatch.chdir(tmp_path)
    assert paths.data_dir("mine") == tmp_path / "mine"


def test_a_portable_program_keeps_its_data_beside_itself(monkeypatch, tmp_path):
    freeze(monkeypatch, tmp_path)
    assert paths.data_dir() != tmp_path / "data"
    (tmp_path / "portable").touch()
    assert paths.data_dir() == tmp_path / "data"


def test_else_the_system_says_where_data_lies():
    assert paths.data_dir().name == "moderator-app"
    assert paths.program_dir() is None
