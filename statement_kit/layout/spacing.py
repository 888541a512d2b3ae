"""What stands on one line once its ends are chosen: spaces stretched or shrunk, marks hung in the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_kit.languages.registry import Language
from statement_kit.layout.measured import Setting
from statement_kit.text.breaks import SOFT_HYPHEN
from statement_kit.text.itemize import script_of
from statement_kit.text.shaping import Cluster, width_pt

_HANGS_RIGHT: Mapping[str, float] = {
    **dict.fromkeys(".,", 0.7),
    **dict.fromkeys(("-", SOFT_HYPHEN), 0.55),
    **dict.fromkeys("”’\"'", 0.5),
    **dict.fromkeys(":;", 0.35),
    **dict.fromkeys("–—", 0.2),
    **dict.fromkeys("!?", 0.15),
}
_HANGS_LEFT: Mapping[str, float] = dict.fromkeys("“‘\"'", 0.5)
"""Which part of its width a mark stands out of a justified column, so that the edge looks straight."""


def hangs(cluster: Cluster) -> tuple[float, float]:
    """How far a cluster stands out of the column where it begins a line and where it ends one, in pt."""
    left, right = _HANGS_LEFT.get(cluster.text, 0.0), _HANGS_RIGHT.get(cluster.text, 0.0)
    return left * cluster.width_pt, right * cluster.width_pt


def spreads(clusters: Sequence[Cluster], language: Language) -> list[bool]:
    """Behind which clusters justification may put space: between two of a script written without spaces (P01).

    Never within a cluster, in Latin words, in numbers, or beside a mark or a space, which stretches by itself.
    """
    if language.spaces_between_words:
        return [False] * len(clusters)
    is_open = [script_of(cluster.text[0]) == language.script and not cluster.text[0].isdigit() for cluster in clusters]
    return [here and following for here, following in zip(is_open, [*is_open[1:], False], strict=True)]


def justify(
    line: Sequence[Cluster], spread: Sequence[bool], room_pt: float, setting: Setting, *, is_last: bool
) -> list[Cluster]:
    """The clusters of a line brought to its measure: more space between them, or less in its spaces.

    Spaces take theirs first, then the places between clusters, then all take more alike. A line that would need more
    than it may take stays as it is, and so does a last line that fits.

    Args:
        line: What stands on it; spaces at its end are left alone.
        spread: Behind which of them space may be put.
        room_pt: How wide it is to be, marks that hang at its end left out.
        setting: How far its spaces and places stretch.
        is_last: Whether it ends a paragraph.
    """
    solid = len(line)
    while solid > 1 and line[solid - 1].is_space:
        solid -= 1
    white_pt = room_pt - width_pt(line[:solid]) + hangs(line[solid - 1])[1]
    if is_last and white_pt >= 0:
        return list(line)
    spaces = sum(cluster.is_space for cluster in line[:solid])
    # Nothing is put behind the last cluster of the text, be it the line's last or before a hyphen.
    open_places = [at for at in range(min(solid, len(spread)) - 1) if spread[at]]
    space_pt, place_pt = _shares(white_pt, spaces, len(open_places), setting)
    found = [
        cluster.widened(space_pt) if space_pt and cluster.is_space and at < solid else cluster
        for at, cluster in enumerate(line)
    ]
    for at in open_places if place_pt else ():
        found[at] = found[at].widened(place_pt)
    return found


def _shares(white_pt: float, spaces: int, places: int, setting: Setting) -> tuple[float, float]:
    """What each space takes, and each place between clusters."""
    if white_pt < 0:
        return (white_pt / spaces if spaces else 0.0), 0.0
    stretch_pt, spread_pt = spaces * setting.stretch_pt, places * setting.spread_pt
    if white_pt == 0 or white_pt > setting.most * (stretch_pt + spread_pt):
        return 0.0, 0.0
    if spread_pt and stretch_pt < white_pt <= stretch_pt + spread_pt:
        return setting.stretch_pt, (white_pt - stretch_pt) / places
    # Spaces alone, while that is enough; all alike, where more is wanted than all may take at first.
    share = white_pt / (stretch_pt if white_pt <= stretch_pt else stretch_pt + spread_pt)
    return setting.stretch_pt * share, setting.spread_pt * share if white_pt > stretch_pt else 0.0
