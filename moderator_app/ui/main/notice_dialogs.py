"""The questions about notices: make one of the user's own, and delete it again."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from moderator_app.core.notices.notice import Notice
from moderator_app.i18n import language, translate
from moderator_app.session import Session
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.theme import theme


class NewNoticeQuestion(Question):
    """新建告知: a title and a text; `saved` is the new notice's id."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(
            translate("Notices", "新建告知"),
            translate("Notices", "称呼、群名等占位可以建好以后再插入，复制时自动填好。"),
            translate("Notices", "建立"),
            self._save,
            parent,
        )
        self._session = session
        self.saved = ""
        self._title, self._text = QLineEdit(), QPlainTextEdit()
        self._text.setFixedHeight(theme().px(160))
        self._text.setTabChangesFocus(True)
        self.add(translate("Notices", "标题"), self._title, "notice-new-title")
        self.add(translate("Notices", "正文"), self._text, "notice-new-text")
        self._title.setFocus()

    def _save(self) -> None:
        title, text = self._title.text().strip(), self._text.toPlainText()
        if not title:
            self.refuse(translate("Notices", "还没有写标题。"), self._title)
        elif any(title in (known.id, *_titles(known)) for known in self._session.notices()):
            self.refuse(translate("Notices", "已经有「{title}」了，请换一个标题。", title=title), self._title)
        elif not text.strip():
            self.refuse(translate("Notices", "还没有写正文。"), self._text)
        else:
            self._session.preview(text)  # an unknown placeholder is told here, before it is saved
            self._session.save_notice(title, text)
            self.saved = title
            self.accept()


def _titles(notice: Notice) -> tuple[str, str]:
    return notice.title.zh, notice.title.get("en")


class DeleteNoticeQuestion(Question):
    """删除告知: named, because its text is gone then."""

    def __init__(self, session: Session, notice: Notice, parent: QWidget | None) -> None:
        title = notice.title.get(language())
        super().__init__(
            translate("Notices", "删除告知"),
            translate("Notices", "删除「{title}」？它的正文不再留着；用过它的记录不变。", title=title),
            translate("Notices", "删除「{title}」", title=title),
            self._delete,
            parent,
        )
        self._session, self._notice = session, notice.id

    def _delete(self) -> None:
        self._session.restore_notice(self._notice)
        self.accept()
