"""Bytes to text: UTF-8, with or without a byte order mark, and nothing else."""

from __future__ import annotations

from statement_kit.diagnostics import Diagnostic, Location, SourceError

_NAMES = {"cp874": "TIS-620 (Thai Windows)", "cp1252": "Windows-1252 (Western Windows)"}


def decode(data: bytes, path: str) -> str:
    """The text of a UTF-8 file, line ends as LF.

    Raises:
        SourceError: The bytes are in another encoding, which the error names as far as it can be told.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(data, Location(path, line)) from error
    if "\0" in text:
        raise _refusal(data, Location(path, data.count(b"\n", 0, data.index(b"\0")) + 1))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(data: bytes, where: Location) -> SourceError:
    return SourceError(
        [
            Diagnostic(
                "source/encoding",
                f"{where.path} is not UTF-8; it looks like {_guess(data)}.",
                where,
                "Save it again as UTF-8. In Excel choose “CSV UTF-8”; in an editor, “Save with encoding: UTF-8”.",
            )
        ]
    )


def _guess(data: bytes) -> str:
    """The likeliest name of the encoding, among those that editors and Excel write in our countries."""
    for mark, name in ((b"\xff\xfe\0\0", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            return name
    if 0 in data:
        # Every ASCII character of UTF-16 has its zero on the same side; stray zeros are fewer and anywhere.
        sides = {at % 2 for at, byte in enumerate(data) if byte == 0}
        return "UTF-16" if len(sides) == 1 and data.count(0) * 20 >= len(data) else "a binary file, not text"
    # Imported late, since a good file never needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_NAMES)).best()
    return _NAMES.get(best.encoding, best.encoding) if best else "no text encoding we know"
