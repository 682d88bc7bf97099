"""Each system's entry is written as it reads it, quoted whatever the folder is called."""

# ruff: noqa: N802 - the stand-ins carry the names and arguments of the real thing
from __future__ import annotations

import plistlib
import shlex
import sys
from contextlib import nullcontext

import pytest

from moderator_app.system import autostart
from moderator_app.system.autostart import DesktopAutostart, MacAutostart, WindowsAutostart, quote_desktop

LINE = ['/opt/群 管/modera$tor`s "app"\\100%/run', "-m", "moderator_app"]


def unquote_desktop(value):
    """Read an Exec value as the Desktop Entry Specification says: value escapes, quotes, then %%."""
    unescaped = value.replace("\\\\", "\0").replace("\0", "\\")
    words, word, quoted, characters = [], "", False, iter(unescaped)
    for c in characters:
        if c == '"':
            quoted = not quoted
        elif c == "\\" and quoted:
            word += next(characters)
        elif c == " " and not quoted:
            words.append(word)
            word = ""
        else:
            word += c
    return [w.replace("%%", "%") for w in [*words, word]]


def test_a_desktop_entry_says_what_to_start(tmp_path):
    entry = DesktopAutostart(LINE, tmp_path / "autostart")
    assert not entry.enabled()
    assert entry.set_enabled(True) is None
    assert entry.enabled()
    lines = (tmp_path / "autostart" / "moderator-app.desktop").read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    (command,) = [line[5:] for line in lines if line.startswith("Exec=")]
    assert unquote_desktop(command) == LINE
    assert entry.set_enabled(False) is None
    assert not entry.enabled()
    assert list((tmp_path / "autostart").iterdir()) == []


def test_a_plain_command_is_what_a_shell_would_read_too():
    assert shlex.split(quote_desktop(["/usr/bin/python3", "-m", "moderator_app"])) == [
        "/usr/bin/python3", "-m", "moderator_app"
    ]  # fmt: skip


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path, switch):
    entry = DesktopAutostart(LINE, tmp_path)
    entry.set_enabled(True)
    with (tmp_path / "moderator-app.desktop").open("a") as file:
        file.write(f"{switch}\n")
    assert not entry.enabled()
    entry.set_enabled(True)
    assert entry.enabled()


def test_a_launch_agent_says_what_to_start(tmp_path):
    agent = MacAutostart(LINE, tmp_path / "LaunchAgents")
    assert not agent.enabled()
    assert agent.set_enabled(True) is None
    assert agent.enabled()
    (file,) = (tmp_path / "LaunchAgents").iterdir()
    told = plistlib.loads(file.read_bytes())
    assert told["ProgramArguments"] == LINE
    assert told["RunAtLoad"] is True
    assert file.stem == told["Label"]
    agent.set_enabled(False)
    assert not agent.enabled()


def test_a_broken_or_disabled_agent_is_off(tmp_path):
    agent = MacAutostart(LINE, tmp_path)
    agent.set_enabled(True)
    (file,) = tmp_path.iterdir()
    file.write_bytes(plistlib.dumps({"RunAtLoad": True, "Disabled": True}))
    assert not agent.enabled()
    file.write_bytes(b"rubbish")
    assert not agent.enabled()


class Registry:
    """The part of winreg that is used, on a dict."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "HKCU", 1, 2

    def __init__(self):
        self.keys = {}

    def CreateKey(self, _root, path):
        return nullcontext(self.keys.setdefault(path, {}))

    def OpenKey(self, _root, path, _reserved=0, _access=0):
        if path not in self.keys:
            raise FileNotFoundError(path)
        return nullcontext(self.keys[path])

    def SetValueEx(self, key, name, _reserved, _kind, value):
        key[name] = value

    def QueryValueEx(self, key, name):
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 1

    def DeleteValue(self, key, name):
        if name not in key:
            raise FileNotFoundError(name)
        del key[name]


def test_the_run_key_holds_a_quoted_command():
    registry = Registry()
    entry = WindowsAutostart([r"C:\Program Files\群管\app.exe", "--data-dir", r"D:\我的 数据"], registry)
    assert not entry.enabled()
    assert entry.set_enabled(True) is None
    assert entry.enabled()
    assert registry.keys[autostart._RUN] == {
        "moderator-app": r'"C:\Program Files\群管\app.exe" --data-dir "D:\我的 数据"'
    }
    entry.set_enabled(False)
    assert not entry.enabled()
    assert entry.set_enabled(False) is None


def test_the_task_managers_switch_is_heeded_and_cleared():
    registry = Registry()
    entry = WindowsAutostart(["app.exe"], registry)
    entry.set_enabled(True)
    registry.keys[autostart._APPROVED] = {"moderator-app": bytes([3, 0, 0, 0]) + bytes(8)}
    assert not entry.enabled()
    entry.set_enabled(True)
    assert entry.enabled()
    registry.keys[autostart._APPROVED] = {"moderator-app": bytes([2, 0, 0, 0]) + bytes(8)}
    assert entry.enabled()


def test_a_folder_that_cannot_be_written_is_a_reason(tmp_path):
    (tmp_path / "file").write_text("in the way")
    trouble = DesktopAutostart(LINE, tmp_path / "file").set_enabled(True)
    assert trouble.code == "autostart.not-changed"
    assert trouble.values["error"]


def test_the_command_is_this_very_installation(monkeypatch):
    assert autostart.command(["--x"])[-3:] == ["-m", "moderator_app", "--x"]
    assert autostart.command()[0].startswith(sys.prefix.replace("\\", "\\"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/app/moderator-app")
    assert autostart.command(["--x"]) == ["/opt/app/moderator-app", "--x"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the place is Linux's")
def test_on_linux_the_entry_lies_where_desktops_look(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert autostart.autostart().set_enabled(True) is None
    assert (tmp_path / "autostart" / "moderator-app.desktop").is_file()
