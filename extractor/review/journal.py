"""The journal of an article: one line of JSON for each step, on the disk before it is answered.

The first line holds the labels as they were opened; an edit's holds what the labeller said and what
it changed, so that reading a journal never depends on how today's code would carry out an edit. A
line without its end was never answered: a process that was killed while it wrote leaves it, and the
next one cuts it off.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.exchange import digest
from extractor.review.labels import Labels
from extractor.review.pointers import applied, changes

FORMAT = "1"
LABELS = "labels"

Json = dict[str, Any]


class StaleError(Exception):
    """Somebody else has written to the journal since it was read."""


@dataclass(frozen=True)
class Opened:
    """How the labels came about that a journal begins with.

    Attributes:
        article: the SHA-256 of the article's text.
        basis: a digest of the labels that were there; of nothing where there were none.
        labels: the labels.
        name: what the article is called.
        maker: who made the labels: `labels` for those that were there, else a model or `blank`.
    """

    article: str
    basis: str
    labels: Labels
    name: str
    maker: str

    @property
    def is_saved(self) -> bool:
        """Whether the labels are those that were there."""
        return self.maker == LABELS


class Journal:
    """Every step of one article's labelling, with undo and redo.

    Args:
        path: the journal's file.
        opened: what the labelling begins with, for a journal that is not there yet.

    Attributes:
        version: how many steps there were, undoing and redoing included.
        saved_version: the version that was saved last; None where none was.
        saved_basis: a digest of what was saved last, or of what the labels were opened from.
        opened: what the labelling began with.

    Raises:
        UsageError: the file cannot be read or written, or is no journal.
    """

    def __init__(self, path: Path, opened: Opened | None = None) -> None:
        self.path = path
        self._size = 0
        if opened is None:
            self._read()
            return
        self._begin(opened)
        self._size = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write(
                {
                    "format": FORMAT,
                    "name": opened.name,
                    "article": opened.article,
                    "basis": opened.basis,
                    "maker": opened.maker,
                    "labels": opened.labels.to_json(),
                }
            )
        except StaleError:
            raise UsageError(f"{path}: another process has just begun it; try again") from None

    @property
    def labels(self) -> Labels:
        """The labels as they stand."""
        return Labels.of(self._states[self._at])

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone, and none made since."""
        return self._at + 1 < len(self._states)

    @property
    def is_saved(self) -> bool:
        """Whether the labels as they stand are those that were saved, or that were there."""
        return self._saved_state is self._states[self._at]

    def record(self, edits: Sequence[Json], labels: Labels) -> None:
        """Keep a step.

        Args:
            edits: what the labeller said.
            labels: what it led to.

        Raises:
            StaleError: the journal has grown meanwhile.
        """
        after = labels.to_json()
        patch = [*changes(self._states[self._at], after)]
        self._write({"version": self.version + 1, "edits": list(edits), "patch": patch})
        self._do(patch)

    def undo(self) -> None:
        """Take the last step back.

        Raises:
            StaleError: the journal has grown meanwhile.
        """
        self._write({"version": self.version + 1, "undo": True})
        self._go(-1)

    def redo(self) -> None:
        """Make the step again that was taken back.

        Raises:
            StaleError: the journal has grown meanwhile.
        """
        self._write({"version": self.version + 1, "redo": True})
        self._go(1)

    def saved(self, basis: str) -> None:
        """Note that the labels were saved.

        Raises:
            StaleError: the journal has grown meanwhile.
        """
        self._write({"saved": self.version, "basis": basis})
        self._note_saved(basis)

    def refresh(self) -> None:
        """Read what others have written since."""
        self._read()

    def is_current(self) -> bool:
        """Tell whether nobody else has written to it."""
        try:
            return self.path.stat().st_size == self._size
        except OSError:
            return False

    def _begin(self, opened: Opened) -> None:
        self.opened = opened
        self.version = 0
        self.saved_version: int | None = None
        self.saved_basis = opened.basis
        self._states: list[Any] = [opened.labels.to_json()]
        self._at = 0
        self._saved_state: Any = self._states[0] if opened.is_saved else None

    def _do(self, patch: Sequence[Json]) -> None:
        self._states[self._at + 1 :] = [applied(self._states[self._at], patch)]
        self._go(1)

    def _go(self, by: int) -> None:
        self._at += by
        self.version += 1

    def _note_saved(self, basis: str) -> None:
        self.saved_version, self.saved_basis = self.version, basis
        self._saved_state = self._states[self._at]

    def _read(self) -> None:
        try:
            data = self.path.read_bytes()
            whole = data[: data.rfind(b"\n") + 1]
            if len(whole) < len(data):
                os.truncate(self.path, len(whole))
            first, *lines = [json.loads(line) for line in whole.splitlines()]
            if first["format"] != FORMAT:
                raise UsageError(
                    f"{self.path}: was written by another version of this package (format "
                    f"{first['format']}); move it away to begin anew"
                )
            labels = Labels.of(first["labels"])
            self._begin(
                Opened(first["article"], first["basis"], labels, first["name"], first["maker"])
            )
            for line in lines:
                self._replay(line)
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be read ({error.strerror})") from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{self.path}: is no whole journal ({error!r}); move it away to begin anew"
            ) from error
        self._size = len(whole)

    def _replay(self, line: Json) -> None:
        if "saved" in line:
            self._note_saved(line["basis"])
        elif "patch" in line:
            self._do(line["patch"])
        else:
            self._go(-1 if line.get("undo") else 1)
            if not 0 <= self._at < len(self._states):
                raise ValueError("a step was undone that was never made")

    def _write(self, line: Json) -> None:
        """Append a line, on the disk when this returns.

        Raises:
            StaleError: the file is not as it was left.
            UsageError: it cannot be written.
        """
        stamped = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **line}
        text = json.dumps(stamped, ensure_ascii=False, separators=(",", ":"))
        data = text.encode("utf-8", "backslashreplace") + b"\n"
        how = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (os.O_EXCL if self._size == 0 else 0)
        try:
            with os.fdopen(os.open(self.path, how, 0o600), "ab") as file:
                if os.fstat(file.fileno()).st_size != self._size:
                    raise StaleError
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            raise StaleError from None
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be written ({error.strerror})") from error
        self._size += len(data)


def is_begun(path: Path) -> bool:
    """Tell whether there is a journal; one killed within its first line is none, and goes.

    Raises:
        UsageError: it cannot be looked at.
    """
    try:
        with path.open("rb") as file:
            if file.readline().endswith(b"\n"):
                return True
        path.unlink()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    return False


def basis_of(record: Any) -> str:
    """Return the digest by which labels that were changed by somebody else are known."""
    return digest(record)


def set_aside(path: Path) -> Path:
    """Move a journal out of the way under a name of its own, and return that.

    Raises:
        UsageError: it cannot be moved.
    """
    aside = next(
        each
        for number in count(1)
        if not (each := path.with_name(f"{path.stem}.{number}.jsonl")).exists()
    )
    try:
        path.rename(aside)
    except OSError as error:
        raise UsageError(f"{path}: cannot be moved ({error.strerror})") from error
    return aside
