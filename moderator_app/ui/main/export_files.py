"""Asks where a file is to be written or read, with a name that says what it is and when it was made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from moderator_app.i18n import translate


def ask_table(parent: QWidget, what: str) -> Path | None:
    """Where to write a table, .xlsx or .csv; None where the user thought better of it."""
    kinds = ";;".join((translate("Export", "Excel 工作簿 (*.xlsx)"), translate("Export", "CSV 表格 (*.csv)")))
    path, chosen = QFileDialog.getSaveFileName(
        parent, translate("Export", "导出"), str(_suggested(what, "xlsx")), kinds
    )
    if not path:
        return None
    found = Path(path)
    if found.suffix.lower() in (".csv", ".xlsx"):
        return found
    return found.with_name(f"{found.name}.{'csv' if 'csv' in chosen else 'xlsx'}")


def ask_target(parent: QWidget, title: str, what: str, suffix: str) -> Path | None:
    """Where to write a file of one kind."""
    path, _ = QFileDialog.getSaveFileName(parent, title, str(_suggested(what, suffix)), f"*.{suffix}")
    if not path:
        return None
    found = Path(path)
    return found if found.suffix.lower() == f".{suffix}" else found.with_name(f"{found.name}.{suffix}")


def ask_source(parent: QWidget, title: str, *suffixes: str) -> Path | None:
    """Which file to read."""
    kinds = " ".join(f"*.{suffix}" for suffix in suffixes)
    path, _ = QFileDialog.getOpenFileName(parent, title, str(_documents()), kinds)
    return Path(path) if path else None


def _suggested(what: str, suffix: str) -> Path:
    """群管助手-记录-2026-11-21.xlsx among the user's documents."""
    name = translate("Export", "群管助手-{what}-{day}", what=what, day=date.today().isoformat())
    return _documents() / f"{name}.{suffix}"


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()
