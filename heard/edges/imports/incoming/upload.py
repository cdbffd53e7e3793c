"""Taking files from a browser: never more than the limit, and kept under safe names."""

from collections.abc import Sequence
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

from heard.edges.imports.incoming.archive import TOTAL, RefusedArchive, is_zip, unpack
from heard.edges.imports.incoming.place import Place, safe_name

MOST_FILES = 100


class RefusedFiles(Exception):
    """What was sent is not kept; the message says why and what to do."""


class Quota(TemporaryFileUploadHandler):
    """Stops taking bytes when all files of one form together are too big."""

    taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece to disk, or stop."""
        self.taken += len(raw_data)
        if self.taken > TOTAL:
            self.request.too_big = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)


def keep(sent: Sequence[UploadedFile], place: Place) -> None:
    """Keep the files of a form; a zip is unpacked. Raises RefusedFiles; then nothing is kept."""
    if len(sent) > MOST_FILES:
        raise RefusedFiles(f"These are more than {MOST_FILES} files. Choose those of one return.")
    place.make()
    try:
        for one in sent:
            names = {path.name for path in place.files.iterdir()}
            _write(one, place.files / safe_name(one.name or "", names))
        _unpacked(place)
    except (RefusedFiles, RefusedArchive) as refused:
        place.remove()
        raise RefusedFiles(str(refused)) from refused


def _write(sent: UploadedFile, path: Path) -> None:
    with path.open("xb") as out:
        for block in sent.chunks():
            out.write(block)
    path.chmod(0o600)


def _unpacked(place: Place) -> None:
    kept = list(place.files.iterdir())
    zips = [path for path in kept if is_zip(path) and path.suffix.lower() == ".zip"]
    if not zips:
        return
    if len(kept) > 1:
        raise RefusedFiles("Send either one zip file or the files themselves, not both.")
    packed = zips[0].rename(place.folder / "sent.zip")
    unpack(packed, place.files)
    packed.unlink()
    if not any(place.files.iterdir()):
        raise RefusedFiles("The zip file is empty.")
