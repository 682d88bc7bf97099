"""恢复: what would be lost and what would come back, and a button that has to be chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.dialogs import Question


class RestoreQuestion(Question):
    """Asks before everything goes back to a backup; Enter does not answer it, the button does."""

    def __init__(self, made: str, difference: str, parent: QWidget | None) -> None:
        super().__init__(
            translate("Backup", "恢复备份"),
            translate(
                "Backup",
                "全部回到这份备份（{made}）的样子：名单、记录、群、告知、群规和设置。{difference}现在的样子会先备份。",
                made=made,
                difference=difference,
            ),
            translate("Backup", "恢复"),
            self.accept,
            parent,
        )
        self.setObjectName("restore-question")
        self.primary.setDefault(False)
        self.primary.set_keys("")
        self.primary.setAutoDefault(False)
