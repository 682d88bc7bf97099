"""The `keyboard` package is imported late and used for its hook only; nothing stays hooked."""

from __future__ import annotations

import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication

from moderator_app.system.hotkey.chord import Modifier
from moderator_app.system.hotkey.keyboard_package import KeyboardPackageHotkey

pytestmark = pytest.mark.usefixtures("qapp")


class Package:
    """What is used of the package, as the package has it."""

    KEY_DOWN = "down"

    def __init__(self, fails=None):
        self.hooks, self.fails = {}, fails

    def hook(self, callback, suppress):
        if self.fails:
            raise self.fails
        assert suppress  # else the callback comes late, from a queue

        def remove():
            del self.hooks[remove]

        self.hooks[remove] = callback
        return remove

    def unhook(self, remove):
        remove()

    def key(self, code, kind="down"):
        event = SimpleNamespace(scan_code=code, event_type=kind)
        return [callback(event) for callback in list(self.hooks.values())]


class Keys:
    """A keyboard on which these modifiers are held."""

    def __init__(self, *held):
        self.now = frozenset(held)

    def scan_code(self, virtual_key):
        return {0x4D: 0x32, 0x4B: 0x25}.get(virtual_key, 0)

    def held(self):
        return self.now


CTRL_ALT = (Modifier.CTRL, Modifier.ALT)


def make(presses, package, *held, clock=None):
    more = {"clock": clock} if clock else {}
    return KeyboardPackageHotkey(presses, load=lambda: package, keys=Keys(*held), **more)


def told(presses):
    for _turn in ("to our thread", "out of the native callback"):
        QCoreApplication.processEvents()
    return presses.count


def test_our_key_with_our_modifiers_is_told_and_let_through(presses):
    package = Package()
    hotkey = make(presses, package, *CTRL_ALT)
    assert hotkey.register("Ctrl+Alt+M") is None
    assert package.key(0x32) == [True]
    assert told(presses) == 1


@pytest.mark.parametrize(
    ("held", "code", "kind"),
    [
        (CTRL_ALT, 0x25, "down"),
        (CTRL_ALT, 0x32, "up"),
        ((Modifier.CTRL,), 0x32, "down"),
        ((*CTRL_ALT, Modifier.SHIFT), 0x32, "down"),
        ((), 0x32, "down"),
    ],
)
def test_every_other_key_is_only_let_through(presses, held, code, kind):
    package = Package()
    hotkey = make(presses, package, *held)
    hotkey.register("Ctrl+Alt+M")
    assert package.key(code, kind) == [True]
    assert told(presses) == 0


def test_presses_from_the_packages_thread_are_told_once_on_ours(presses, clock):
    package = Package()
    hotkey = make(presses, package, *CTRL_ALT, clock=clock)
    hotkey.register("Ctrl+Alt+M")
    thread = threading.Thread(target=lambda: [package.key(0x32) for _ in range(16)])
    thread.start()
    thread.join()
    assert presses.count == 0
    assert told(presses) == 1


def test_nothing_stays_hooked(presses):
    package = Package()
    hotkey = make(presses, package, *CTRL_ALT)
    hotkey.register("Ctrl+Alt+M")
    hotkey.register("Ctrl+Alt+K")
    assert len(package.hooks) == 1
    hotkey.unregister()
    assert package.hooks == {}


def test_a_key_that_the_keyboard_lacks_is_named(presses):
    assert make(presses, Package()).register("Ctrl+Alt+F24").values["key"] == "F24"


def test_a_refused_hook_is_a_reason(presses):
    trouble = make(presses, Package(OSError("hook"))).register("Ctrl+Alt+M")
    assert (trouble.code, trouble.values["error"]) == ("hotkey.refused", "hook")


def test_a_missing_package_is_a_reason(presses):
    def load():
        raise ImportError("No module named 'keyboard'")

    hotkey = KeyboardPackageHotkey(presses, load=load, keys=Keys())
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.package-missing"


@pytest.mark.skipif(sys.platform == "win32", reason="there it may be imported")
def test_off_windows_the_package_is_never_imported(presses):
    hotkey = KeyboardPackageHotkey(presses, keys=Keys())
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.package-missing"
    assert "keyboard" not in sys.modules


def test_choosing_a_hotkey_does_not_import_it():
    code = "import sys, moderator_app.system.hotkey; sys.exit('keyboard' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
