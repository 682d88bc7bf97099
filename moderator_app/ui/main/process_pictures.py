"""Pictures that are pasted or dropped as evidence, as files that can be copied into the record."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QTemporaryDir

from moderator_app.system.pictures import Picture, open_picture, pictures_in


class Pasted:
    """Keeps pasted pictures in a folder of its own until it is thrown away."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._count = 0

    def pictures_of(self, data: QMimeData) -> list[Path]:
        """The pictures in what was pasted or dropped; what cannot be opened as one is left out."""
        found = []
        for source in pictures_in(data):
            opened = open_picture(source)
            if isinstance(opened, Picture):
                found.append(Path(source.path) if source.path else self._saved(opened))
        return found

    def _saved(self, picture: Picture) -> Path:
        """Pixels have no file yet."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._count += 1
        path = Path(self._folder.filePath(f"{self._count}.png"))
        picture.image.save(str(path))
        return path
