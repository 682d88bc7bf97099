"""The `keyboard` package gets key codes, is imported late, and is unhooked cleanly."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication

from moderator_app.system.hotkey.keyboard_package import KeyboardPackageHotkey

pytestmark = pytest.mark.usefixtures("qapp")


class Package:
    """The two functions that are used, as the package has them."""

    def __init__(self, fails=None):
        self.hooks, self.asked, self.fails = {}, [], fails

    def add_hotkey(self, keys, callback, suppress):
        if self.fails:
            raise self.fails
        hash(keys)  # the package keeps it in a dict
        self.asked.append((keys, suppress))
        self.hooks[callback] = keys
        return callback

    def remove_hotkey(self, remove):
        del self.hooks[remove]


def make(presses, package, clock=None):
    more = {"clock": clock} if clock else {}
    return KeyboardPackageHotkey(presses, load=lambda: package, scan_code=lambda vk: vk - 0x1B, **more)


def test_it_listens_by_scan_code_and_lets_the_key_through(presses):
    package = Package()
    assert make(presses, package).register("Ctrl+Alt+Shift+M") is None
    assert package.asked == [(("ctrl", "alt", "shift", 0x32), False)]


def test_presses_from_the_packages_thread_are_told_once_on_ours(presses, clock):
    package = Package()
    hotkey = make(presses, package, clock)
    hotkey.register("Ctrl+Alt+M")
    (callback,) = package.hooks
    thread = threading.Thread(target=lambda: [callback() for _ in range(16)])
    thread.start()
    thread.join()
    assert presses.count == 0
    QCoreApplication.processEvents()
    assert presses.count == 1


def test_nothing_stays_hooked(presses):
    package = Package()
    hotkey = make(presses, package)
    hotkey.register("Ctrl+Alt+M")
    hotkey.unregister()
    assert package.hooks == {}


@pytest.mark.parametrize("failure", [ValueError("Key is not mapped"), OSError("hook")])
def test_its_errors_become_reasons(presses, failure):
    trouble = make(presses, Package(failure)).register("Ctrl+Alt+M")
    assert trouble.code == "hotkey.refused"
    assert trouble.values["error"] == str(failure)


def test_a_missing_package_is_a_reason(presses):
    def load():
        raise ImportError("No module named 'keyboard'")

    hotkey = KeyboardPackageHotkey(presses, load=load, scan_code=lambda vk: vk)
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.package-missing"


@pytest.mark.skipif(sys.platform == "win32", reason="there it may be imported")
def test_off_windows_the_package_is_never_imported(presses):
    hotkey = KeyboardPackageHotkey(presses, scan_code=lambda vk: vk)
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.package-missing"
    assert "keyboard" not in sys.modules


def test_choosing_a_hotkey_does_not_import_it():
    code = "import sys, moderator_app.system.hotkey; sys.exit('keyboard' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
