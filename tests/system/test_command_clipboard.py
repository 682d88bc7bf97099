"""The command line copies through pyperclip, checks that it arrived, and names the missing tool."""

from __future__ import annotations

import sys

import pyperclip
import pytest

from moderator_app.system.command_clipboard import NoClipboard, copy


@pytest.fixture
def board(monkeypatch):
    kept = []
    monkeypatch.setattr(pyperclip, "copy", kept.append)
    monkeypatch.setattr(pyperclip, "paste", lambda: kept[-1] if kept else "")
    return kept


def test_the_text_is_copied_whole(board):
    copy("一\n半个\ud800\0字")
    assert board == ["一\n半个\ufffd字"]


def test_windows_line_ends_are_no_failure(board, monkeypatch):
    monkeypatch.setattr(pyperclip, "paste", lambda: board[-1].replace("\n", "\r\n"))
    copy("一\n二")
    assert board == ["一\n二"]


def test_a_tool_that_fails_in_silence_is_noticed(board, monkeypatch):
    monkeypatch.setattr(pyperclip, "copy", lambda _: None)
    with pytest.raises(NoClipboard) as failed:
        copy("告知")
    assert failed.value.trouble.code == "clipboard.not-written"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux needs a tool")
@pytest.mark.parametrize(
    ("environment", "code", "tool"),
    [
        ({"DISPLAY": ":9"}, "clipboard.no-tool", "xclip"),
        ({"DISPLAY": ":9", "WAYLAND_DISPLAY": "wayland-0"}, "clipboard.no-tool", "wl-clipboard"),
        ({}, "clipboard.no-screen", None),
    ],
)
def test_without_a_mechanism_the_reason_names_what_to_install(monkeypatch, environment, code, tool):
    def fail(_):
        raise pyperclip.PyperclipException("no mechanism")

    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setattr(pyperclip, "copy", fail)
    with pytest.raises(NoClipboard) as failed:
        copy("告知")
    assert (failed.value.trouble.code, failed.value.trouble.values.get("tool")) == (code, tool)
