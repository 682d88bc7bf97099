"""Makes a fresh checkout ready to run: an environment of its own, and what Qt needs on Linux.

Runs on the bare system Python, before anything is installed, so it uses the standard library
only and reads on older Pythons far enough to say which one is needed. The environment is
`.venv` beside pyproject.toml: the system's Python is never changed, also where it is
externally managed (PEP 668).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from moderator_app.system import screen

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)


def run_in_own_environment(module: str, arguments: list[str], extras: str = "") -> int:
    """Run `python -m module arguments` inside `.venv`, made or brought up to date first.

    Returns the command's exit code, or 2 where the environment could not be made.
    """
    python = prepare(extras)
    if python is None:
        return 2
    return subprocess.call([str(python), "-m", module, *arguments])


def prepare(extras: str = "") -> Path | None:
    """The Python of `.venv` with this project and `extras` installed; None where that failed."""
    if not (ROOT / "pyproject.toml").is_file():
        _say(
            "程序缺少组件，请重新安装：pip install --force-reinstall moderator-app",
            "Components are missing; please install again: pip install --force-reinstall moderator-app",
        )
        return None
    if sys.version_info[:2] < OLDEST_PYTHON:
        _say("需要 Python 3.11 或更新的版本。", "Python 3.11 or newer is needed.")
        return None
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = VENV / f"installed-{extras or 'program'}"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python.is_file() and mark.is_file() and mark.read_text() == wanted:
        return python
    _say(
        "正在准备运行环境，第一次需要一两分钟。",
        "Preparing the environment; the first time takes a minute or two.",
    )
    if not python.is_file() and not _make_venv():
        return None
    target = f"{ROOT}[{extras}]" if extras else str(ROOT)
    if subprocess.call([str(python), "-m", "pip", "install", "--quiet", "--editable", target]) != 0:
        _say(
            "安装没有完成，已装好的部分保留。请检查网络后再运行同一条命令。",
            "The installation did not finish; what is installed is kept. Check the network and try again.",
        )
        return None
    install_system_packages(missing_libraries())
    mark.write_text(wanted)
    return python


def _make_venv() -> bool:
    # Debian and Ubuntu ship Python without ensurepip; their package brings it.
    if importlib.util.find_spec("ensurepip") is None and not install_system_packages(["python3-venv"]):
        return False
    return subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) == 0


def missing_libraries() -> list[str]:
    """The packages of the libraries that Qt needs on Linux and that do not load here."""
    if not sys.platform.startswith("linux"):
        return []
    trouble = screen.missing_libraries(x11=True)
    return str(trouble.values["packages"]).split() if trouble else []


def install_system_packages(packages: list[str]) -> bool:
    """Install system packages where we may (root with apt-get); else name them in one line."""
    if not packages:
        return True
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        _say(f"请先安装这些系统组件：{names}", f"Please install these packages first: {names}")
        return False
    if os.name != "posix" or os.geteuid() != 0:
        _say(f"请先运行：sudo apt-get install {names}", f"Please run first: sudo apt-get install {names}")
        return False
    return _apt_get(packages)


def _apt_get(packages: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.call(command, env=environment, stdout=subprocess.DEVNULL) != 0:
            _say(f"系统组件没有装上：{' '.join(packages)}", f"Not installed: {' '.join(packages)}")
            return False
    return True


def _say(chinese: str, english: str) -> None:
    language = os.environ.get("LC_ALL") or os.environ.get("LANG") or "zh"
    sys.stderr.write((chinese if language.startswith("zh") else english) + "\n")
