"""Edit a DOCX in LibreOffice as an editor would, through its API, and print what its paragraphs are then labelled.

Run by the Python that LibreOffice's `uno` module is installed for: `edit_in_libreoffice.py SOFFICE PROFILE FILE PDF`.
The third demand goes, with all its text, and an endorser comes after the fiftieth. Prints JSON: for each paragraph
before and after, the name of its style, its label and its text; and writes the edited document as PDF.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PIPE = "statement-kit-edit"
NEW = "Peace Boats of the Tonle Sap"
PATIENCE_S = 60


def main() -> None:
    """Start LibreOffice, edit, print, and have it end."""
    soffice, *paths = sys.argv[1:]
    profile, path, pdf = (Path(each).resolve().as_uri() for each in paths)
    options = ["--headless", "--norestore", f"-env:UserInstallation={profile}", f"--accept=pipe,name={PIPE};urp;"]
    process = subprocess.Popen([soffice, *options])
    try:
        desktop = connect(process)
        document = desktop.loadComponentFromURL(path, "_blank", 0, (wanted("Hidden", True),))
        before = list(labelled(document))
        remove_demand(document, 3)
        add_endorser_after(document, 50)
        json.dump({"before": before, "after": list(labelled(document))}, sys.stdout)
        document.storeToURL(pdf, (wanted("FilterName", "writer_pdf_Export"),))
        document.close(True)
        desktop.terminate()
        process.wait(PATIENCE_S)
    finally:
        process.kill()


def wanted(name: str, value: Any) -> PropertyValue:
    """An option."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(process: subprocess.Popen[bytes]) -> Any:
    """The desktop of a LibreOffice that is starting."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.2)


def paragraphs(document: Any) -> Iterator[Any]:
    """The paragraphs of the text."""
    found = document.Text.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def labelled(document: Any) -> Iterator[tuple[str, str, str]]:
    """Each paragraph's style, label and text."""
    for one in paragraphs(document):
        yield one.ParaStyleName, one.ListLabelString, one.String


def remove_demand(document: Any, number: int) -> None:
    """Remove a demand: its heading, and what stands below it up to the next one."""
    demands = 0
    for one in list(paragraphs(document)):
        demands += one.ParaStyleName == "Heading 1"
        if demands == number:
            document.Text.removeTextContent(one)


def add_endorser_after(document: Any, number: int) -> None:
    """Press Enter at the end of an entry of the annex, and type a name."""
    entries = [one for one in paragraphs(document) if one.ParaStyleName == "Endorser"]
    cursor = document.Text.createTextCursorByRange(entries[number - 1].End)
    document.Text.insertControlCharacter(cursor, 0, False)  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
    document.Text.insertString(cursor, NEW, False)


if __name__ == "__main__":
    main()
