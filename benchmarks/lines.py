"""The same paragraphs by statement_kit, Typst, WeasyPrint, LibreOffice and XeLaTeX at many widths: where lines end.

Run `python3 benchmarks/lines.py`; see README.md beside it for what is counted and how.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from breaking import breaking_ms, breaking_s
from compositors import COMPOSITORS, MARGIN_PT, SIZE_PT, MissingError
from line_judge import Sheet, Tally
from line_reader import read_lines
from prose import LANGUAGES, Prose, paragraphs_of, widths

from statement_kit.languages.registry import Alignment

LEAST_PT, MOST_PT = 160.0, 451.0
LOOSE_EM = 1.5
MOST_MS = 25.0
REFERENCE = "xelatex"
_VERDICTS = {True: "met     ", False: "MISSED  ", None: "UNJUDGED"}

Setting = tuple[str, Alignment]
"""A language, and how its lines are set."""


@dataclass(slots=True)
class Found:
    """What a run found.

    Attributes:
        tallies: Per setting, per compositor.
        breaking: Per setting, the seconds of each run of the kit's search for line ends.
        versions: Per compositor that ran.
        missing: Per compositor that did not, why.
    """

    tallies: dict[Setting, dict[str, Tally]] = field(default_factory=dict)
    breaking: dict[Setting, list[float]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)


def main() -> None:
    """Set, read, judge and print."""
    options = _options()
    measures, found = widths(options.widths, LEAST_PT, MOST_PT), Found()
    for language in options.lang or LANGUAGES:
        for alignment in Alignment:
            found.tallies[language, alignment] = _compare(language, alignment, measures, found)
            found.breaking[language, alignment] = breaking_s(language, alignment, options.runs)
    print(json.dumps(_values(found), indent=2) if options.json else "\n".join(_report(found, measures, options.runs)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--widths", type=int, default=30, help="how many widths from 160 to 451 pt (default: 30)")
    parser.add_argument("--runs", type=int, default=15, help="timed runs of the search for line ends (default: 15)")
    parser.add_argument("--lang", action="append", choices=LANGUAGES, help="only this language; may be repeated")
    parser.add_argument("--json", action="store_true", help="print every single figure as JSON")
    return parser.parse_args()


def _compare(language: str, alignment: Alignment, measures: tuple[float, ...], found: Found) -> dict[str, Tally]:
    """What every compositor that runs here makes of the prose of a language."""
    prose = Prose(language, paragraphs_of(language), measures, alignment is Alignment.JUSTIFIED)
    tallies = {}
    for key in COMPOSITORS:
        if key in found.missing:
            continue
        try:
            compositor = COMPOSITORS[key].load()
            found.versions[key] = compositor.version()
            tallies[key] = tally(compositor.set_prose(prose), prose)
        except MissingError as error:
            found.missing[key] = str(error)
    return tallies


def tally(pdf: bytes, prose: Prose) -> Tally:
    """The faults of all lines of a PDF that sets this prose, one paragraph on each page."""
    counted = Tally()
    for lines, (measure_pt, text) in zip(read_lines(pdf), prose.pages, strict=True):
        counted.add(lines, text, Sheet(MARGIN_PT, measure_pt, LOOSE_EM * SIZE_PT, prose.is_justified))
    return counted


def _values(found: Found) -> dict[str, object]:
    return {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
        "versions": found.versions,
        "missing": found.missing,
        "tallies": [
            {"language": language, "alignment": alignment, "compositor": key, **asdict(counted)}
            for (language, alignment), each in found.tallies.items()
            for key, counted in each.items()
        ],
        "breaking_s": {f"{language} {alignment}": each for (language, alignment), each in found.breaking.items()},
        "targets": [{"target": text, "met": met} for text, met in verdicts(found)],
    }


def _report(found: Found, measures: tuple[float, ...], runs: int) -> Iterator[str]:
    yield f"{os.cpu_count()} cores, Python {platform.python_version()}, {sys.platform}"
    yield f"{len(measures)} widths from {measures[0]:g} to {measures[-1]:g} pt, {SIZE_PT:g} pt"
    yield ", ".join(f"{COMPOSITORS[key].name} {version}" for key, version in found.versions.items())
    for setting, tallies in found.tallies.items():
        yield ""
        yield from _table(setting, tallies)
        yield ""
        yield from _edges(tallies)
    yield ""
    spent = (f"{' '.join(setting)} {breaking_ms(seconds):.1f} ms" for setting, seconds in found.breaking.items())
    yield f"Search for line ends of the whole statement, warm, median of {runs} runs: {', '.join(spent)}."
    yield from (f"Not measured: {COMPOSITORS[key].name}: {reason}." for key, reason in found.missing.items())
    yield ""
    yield from (f"{_VERDICTS[met]}  {text}" for text, met in verdicts(found))


def _table(setting: Setting, tallies: Mapping[str, Tally]) -> Iterator[str]:
    heads = ("lines", "forbidden", "per 100", "in cluster", "loose", "short", "out", "widest", f"at {MOST_PT:g}")
    yield f"| {' '.join(setting):<15} | {' | '.join(f'{head:>10}' for head in heads)} |"
    yield f"| {'-' * 15} | {' | '.join('-' * 9 + ':' for _ in heads)} |"
    for key, counted in tallies.items():
        forbidden = counted.edges.total()
        cells = (
            *(counted.lines, forbidden, f"{100 * forbidden / counted.lines:.2f}"),
            *(counted.split, counted.loose, counted.short, counted.out),
            *(f"{gap_pt:.1f}" for gap_pt in (max(counted.widest_pt.values()), counted.widest_pt[MOST_PT])),
        )
        yield f"| {COMPOSITORS[key].name:<15} | {' | '.join(f'{cell:>10}' for cell in cells)} |"


def _edges(tallies: Mapping[str, Tally]) -> Iterator[str]:
    for key, counted in tallies.items():
        if counted.edges:
            told = ", ".join(f"{what} {count}" for what, count in counted.edges.most_common())
            yield f"{COMPOSITORS[key].name}: {told}"


def verdicts(found: Found) -> Iterator[tuple[str, bool | None]]:
    """Each target in words, and whether it was met; None where nothing tells."""
    for setting, tallies in found.tallies.items():
        kit, name = tallies["kit"], " ".join(setting)
        forbidden = kit.edges.total() + kit.split
        yield f"{name}: {forbidden} forbidden line ends in {kit.lines} lines, none wanted", forbidden == 0
        if setting[1] is Alignment.JUSTIFIED:
            yield f"{name}: {kit.loose} loose lines, none wanted", kit.loose == 0
            yield _widest(name, tallies)
        spent_ms = breaking_ms(found.breaking[setting])
        yield f"{name}: line ends found in {spent_ms:.1f} ms, under {MOST_MS:g} wanted", spent_ms < MOST_MS


def _widest(name: str, tallies: Mapping[str, Tally]) -> tuple[str, bool | None]:
    kit_pt = tallies["kit"].widest_pt[MOST_PT]
    if REFERENCE not in tallies:
        return f"{name}: widest gap at {MOST_PT:g} pt is {kit_pt:.2f} pt; XeLaTeX was not measured", None
    peer_pt = tallies[REFERENCE].widest_pt[MOST_PT]
    text = f"{name}: widest gap at {MOST_PT:g} pt is {kit_pt:.2f} pt, below XeLaTeX's {peer_pt:.2f} wanted"
    return text, kit_pt < peer_pt


if __name__ == "__main__":
    main()
