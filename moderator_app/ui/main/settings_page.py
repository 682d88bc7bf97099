"""设置: language, looks, hotkey, start at login, and where things lie; each change applies at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import error_text, reason_text
from moderator_app.storage.log import Log
from moderator_app.system import hotkey
from moderator_app.system.autostart import autostart
from moderator_app.ui.main.backup_section import BackupSection
from moderator_app.ui.main.crash import versions
from moderator_app.ui.main.help_dialog import open_help
from moderator_app.ui.main.hotkey_field import HotkeyField
from moderator_app.ui.main.merge_section import MergeSection
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Scroll, column, margins, row
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.settings_line import Line
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, CheckBox, ComboBox, Divider, Label

_SCALES = (100, 110, 125, 140, 150)


class SettingsPage(Page):
    """Everything that can be set, in six groups."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, None)
        self.setObjectName("page-settings")
        self.title.show_name(translate("Settings", "设置"))
        self._lines: QVBoxLayout = column(gap=12)
        self._build_looks()
        self._build_hotkey()
        self._build_history()
        self._build_record()
        self._build_program()
        self._build_about()
        self._lines.addStretch(1)
        margins(self._lines, 24, 0, 24, 24)
        body = QWidget()
        body.setMaximumWidth(theme().px(760))
        body.setLayout(self._lines)
        self.detail.setLayout(column(self.title, Scroll(body), self.status, gap=0))
        services.hotkeys.changed.connect(self._show_hotkey)

    def _group(self, title: str) -> None:
        if self._lines.count():
            self._lines.addWidget(Divider())
        self._lines.addWidget(Label(title, bold=True))

    @staticmethod
    def _choice(name: str, label: str, choices: Sequence[tuple[str, object]]) -> ComboBox:
        box = ComboBox(name=label)
        box.setObjectName(name)
        box.setMinimumWidth(theme().px(200))
        for text, value in choices:
            box.addItem(text, value)
        return box

    # ---- language and looks

    def _build_looks(self) -> None:
        self._group(translate("Settings", "语言和外观"))
        label = translate("Settings", "语言")
        languages = ((translate("Settings", "跟随系统"), ""), ("简体中文", "zh_CN"), ("English", "en"))
        self._language = self._choice("setting-language", label, languages)
        self._language.activated.connect(lambda _i: self._set("language", str(self._language.currentData())))
        self._lines.addWidget(Line(label, self._language))
        label = translate("Settings", "外观")
        schemes = (
            (translate("Settings", "跟随系统"), "system"),
            (translate("Settings", "浅色"), "light"),
            (translate("Settings", "深色"), "dark"),
        )
        self._scheme = self._choice("setting-theme", label, schemes)
        self._scheme.activated.connect(lambda _i: self._set("theme", str(self._scheme.currentData())))
        self._lines.addWidget(Line(label, self._scheme))
        label = translate("Settings", "文字大小")
        self._scale = self._choice("setting-scale", label, [(f"{scale} %", scale) for scale in _SCALES])
        self._scale.activated.connect(lambda _i: self._set("scale", int(self._scale.currentData())))
        self._lines.addWidget(Line(label, self._scale))

    # ---- hotkey

    def _build_hotkey(self) -> None:
        self._group(translate("Settings", "快捷键"))
        self._hotkey = HotkeyField(self.services.hotkeys)
        self._hotkey.said.connect(self._say_hotkey)
        change = Button(translate("Settings", "更改…"))
        change.setObjectName("hotkey-change")
        change.clicked.connect(self._hotkey.record)
        test = Button(translate("Settings", "试一试"))
        test.setObjectName("hotkey-test")
        test.clicked.connect(self._hotkey.test)
        self._test = test
        self._hotkey_line = Line(translate("Settings", "检查剪贴板"), self._hotkey, change, test)
        self._hotkey_line.note.setObjectName("hotkey-note")
        self._lines.addWidget(self._hotkey_line)
        label = translate("Settings", "听取方式")
        names = {
            "auto": translate("Settings", "系统快捷键（推荐）"),
            "keyboard": translate("Settings", "键盘钩子（备用）"),
            "none": translate("Settings", "不用快捷键"),
        }
        choices = [(names[name], name) for name in hotkey.settings_here()]
        self._backend = self._choice("setting-backend", label, choices)
        self._backend.activated.connect(
            lambda _i: self.services.hotkeys.change_backend(str(self._backend.currentData()))
        )
        self._lines.addWidget(Line(label, self._backend))
        self._paused = CheckBox(translate("Settings", "暂停快捷键"))
        self._paused.setObjectName("setting-paused")
        self._paused.clicked.connect(lambda on: self.services.hotkeys.pause(bool(on)))
        self._lines.addWidget(Line("", self._paused))

    def _say_hotkey(self, text: str, level: object) -> None:
        self._hotkey_line.say(text, level if isinstance(level, Level) else None)

    def _show_hotkey(self) -> None:
        keys = self.services.hotkeys
        self._hotkey.show_sequence()
        self._test.setEnabled(bool(keys.sequence))
        if self.session.setting("hotkey_paused"):
            self._hotkey_line.say(translate("Settings", "快捷键已暂停，托盘菜单照常可用。"))
        elif keys.trouble is not None:
            self._hotkey_line.say(reason_text(keys.trouble), Level.VIOLATION)
        elif keys.note is not None:
            self._hotkey_line.say(reason_text(keys.note))
        else:
            self._hotkey_line.say("")

    # ---- what was checked

    def _build_history(self) -> None:
        self._group(translate("Settings", "检查过的消息"))
        label = translate("Settings", "记住多久")
        spans = (
            (translate("Settings", "不记"), 0),
            (translate("Settings", "30 天"), 30),
            (translate("Settings", "90 天"), 90),
            (translate("Settings", "一年"), 365),
        )
        self._days = self._choice("setting-history-days", label, spans)
        self._days.activated.connect(lambda _i: self._set("history_days", int(self._days.currentData())))
        hint = translate("Settings", "用来认出重复的消息和试算群规；只留在这台电脑上，到期自动删去。")
        self._lines.addWidget(Line(label, self._days, hint=hint))
        self._texts = CheckBox(translate("Settings", "连同原文"))
        self._texts.setObjectName("setting-history-text")
        self._texts.clicked.connect(lambda on: self._set("history_text", bool(on)))
        hint = translate("Settings", "不留原文也认得出重复，但试算群规时没有这些消息。")
        self._lines.addWidget(Line("", self._texts, hint=hint))

    def _show_history(self, days: int, texts: bool) -> None:
        """Show the nearest span that can be chosen: the command line may have set another."""
        nearest = min(range(self._days.count()), key=lambda at: abs(int(self._days.itemData(at)) - days))
        self._days.setCurrentIndex(nearest)
        self._texts.setChecked(texts)
        self._texts.setEnabled(days > 0)

    # ---- the record, who writes it, and where it goes

    def _build_record(self) -> None:
        self._group(translate("Settings", "记录"))
        label = translate("Settings", "经手人")
        self._moderator = QLineEdit()
        self._moderator.setObjectName("setting-moderator")
        self._moderator.setAccessibleName(label)
        self._moderator.setFixedWidth(theme().px(200))
        self._moderator.editingFinished.connect(self._set_moderator)
        hint = translate(
            "Settings", "您的名字，写在您做的每一步上；移出成员要几位管理员同意时，按这个名字计数。"
        )
        self._lines.addWidget(Line(label, self._moderator, hint=hint))
        self._backups, self._exchange = BackupSection(self.services), MergeSection(self.services)
        self._lines.addWidget(self._backups)
        self._lines.addWidget(self._exchange)

    # ---- the program

    def _build_program(self) -> None:
        self._group(translate("Settings", "程序"))
        self._autostart = CheckBox(translate("Settings", "登录时启动"))
        self._autostart.setObjectName("setting-autostart")
        self._autostart.clicked.connect(self._set_autostart)
        self._autostart_line = Line("", self._autostart)
        self._lines.addWidget(self._autostart_line)
        folder = self.session.data_dir
        self._data = Button(translate("Settings", "打开"))
        self._data.setObjectName("open-data")
        self._data.clicked.connect(lambda: _open(str(folder)))
        path = Label(str(folder), tone="text2", elide=True)
        path.setObjectName("data-folder")
        self._lines.addWidget(Line(translate("Settings", "数据文件夹"), self._data, path))
        logs = Button(translate("Settings", "打开"))
        logs.setObjectName("open-logs")
        logs.clicked.connect(self._open_logs)
        hint = translate("Settings", "只记程序自己的错误，不记成员和消息。")
        self._lines.addWidget(Line(translate("Settings", "日志文件夹"), logs, hint=hint))

    def _set_autostart(self, wanted: bool) -> None:
        trouble = autostart(["--hidden"]).set_enabled(wanted)
        if trouble is None:
            self._set("autostart", wanted)
            self._autostart_line.say("")
            return
        self._autostart.setChecked(not wanted)
        self._autostart_line.say(reason_text(Reason(trouble.code, trouble.values)), Level.VIOLATION)

    def _set_moderator(self) -> None:
        name = self._moderator.text().strip()
        if name != self.session.setting("moderator"):
            self._set("moderator", name)

    def _open_logs(self) -> None:
        logs = Log(self.session.data_dir).folder
        logs.mkdir(parents=True, exist_ok=True)
        _open(str(logs))

    # ---- about

    def _build_about(self) -> None:
        self._group(translate("Settings", "关于"))
        self._version = Label(versions(), tone="text2", wrap=True)
        self._version.setObjectName("about-version")
        self._lines.addWidget(self._version)
        copy = Button(translate("Settings", "复制诊断信息"))
        copy.setObjectName("copy-diagnostics")
        copy.clicked.connect(self._copy_diagnostics)
        self._copied = Label(kind=Type.HINT, tone="text2")
        guide = Button(translate("Settings", "使用说明"), keys="F1")
        guide.setObjectName("open-help")
        guide.clicked.connect(lambda: open_help(self.session, self.window()))
        self._lines.addLayout(row(guide, copy, self._copied, None, gap=12))

    def diagnostics(self) -> str:
        """Versions, counts and states; no names, no messages."""
        session, keys = self.session, self.services.hotkeys
        infos = session.rulebooks_in_use()
        facts = {
            "platform": QGuiApplication.platformName(),
            "scale": session.setting("scale"),
            "language": session.setting("language") or "system",
            "hotkey": session.setting("hotkey"),
            "hotkey state": keys.trouble.code if keys.trouble else "ok" if keys.sequence else "off",
            "groups": len(session.groups()),
            "members": len(session.members()),
            "rulebooks": ", ".join(
                f"{info.id} ({info.clauses} clauses, {info.problems} problems)" for info in infos
            ),
            "problems": ", ".join(reason.code for reason in session.problems) or "none",
        }
        return "\n".join([versions(), *(f"{name}: {value}" for name, value in facts.items())])

    def _copy_diagnostics(self) -> None:
        self.services.clipboard.write(self.diagnostics(), self._tell_copied)

    def _tell_copied(self, arrived: bool) -> None:
        good, bad = translate("Settings", "已复制"), translate("Settings", "没能复制，请再按一次。")
        self._copied.setText(good if arrived else bad)

    # ---- showing and saving

    def refresh(self) -> None:
        """Show the settings as they are."""
        settings = self.session.settings
        self._language.setCurrentIndex(self._language.findData(settings.language))
        self._scheme.setCurrentIndex(self._scheme.findData(settings.theme))
        nearest = min(_SCALES, key=lambda scale: abs(scale - settings.scale))
        self._scale.setCurrentIndex(self._scale.findData(nearest))
        self._backend.setCurrentIndex(max(0, self._backend.findData(settings.hotkey_backend)))
        self._paused.setChecked(settings.hotkey_paused)
        self._autostart.setChecked(autostart().enabled())
        self._show_history(settings.history_days, settings.history_text)
        if not self._moderator.hasFocus():
            self._moderator.setText(settings.moderator)
        self._backups.refresh()
        self._exchange.refresh()
        self._show_hotkey()
        self.status.left.setText(translate("Settings", "改动立即生效"))
        self.show_undo()

    def first_focus(self) -> None:
        """To the first setting."""
        self._language.setFocus()

    def _set(self, name: str, value: str | int | bool) -> None:
        try:
            self.session.set_setting(name, value)
        except ModeratorError as error:
            self.status.left.setText(error_text(error))
            return
        self.services.dress()


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
