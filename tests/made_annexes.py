"""Documents with an annex of every kind: groups, an addendum, names that are withheld, a wall of logos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from statement_kit.document.blocks import Block, Document, PageLabels, Role, WallLogo
from statement_kit.languages.numbers import label
from statement_kit.languages.registry import get_language
from statement_kit.markup import Mark, MarkKind
from statement_kit.pictures import Picture, parse_picture

_PLACES = ("Battambang", "Siem Reap", "Surin", "Sa Kaeo", "Preah Vihear", "Chiang Mai", "Pailin", "Ubon Ratchathani")
_CAUSES = ("Peace", "Human Rights", "Women’s Voices", "Land and Forests", "Border Communities", "Youth", "Migrants")
_FORMS = (
    "{} Association",
    "{} Foundation",
    "Centre for {}",
    "{} Council (C{})",
    "{} Movement",
    "Institute of {} (I{})",
)
_GIVEN = ("Sok", "Chan", "Srey", "Somchai", "Malee", "Dara", "Bopha", "Anong", "Vuthy", "Niran", "Kunthea", "Preecha")
_FAMILY = ("Chea", "Sar", "Ngoun", "Jaidee", "Thongkham", "Keo", "Prak", "Srisuk", "Lim", "Nhem", "Wongsa", "Heng")

LONG_NAMES = (
    "Southeast Asian Coalition of Communities Displaced by Conflict along the Cambodian and Thai Border",
    "National Association for the Protection of the Rights of Women and of Elderly People (NAPROWEP)",
    "Regional Network of Universities for the Peaceful Settlement of Disputes over Rivers and Land",
)

WORDS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Joint statement",
        "Peace at the border",
        "Issued on: 28 July 2025",
        "Endorsed by",
        "6 organisations · 2 networks · 4 individuals",
        "As of 29 July 2025, 18:00 (UTC+7)",
        "Organisations",
        "Networks",
        "Individuals",
        "Signed after 28 July 2025",
        "and 3 more who asked not to be named",
        "Logo of {}",
    ),
    "km": (  # the same in Khmer
        "សេចក្តីថ្លែងការណ៍រួម",
        "សន្តិភាពនៅព្រំដែន",
        "ចេញផ្សាយ៖ ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥",
        "គាំទ្រដោយ",
        "អង្គការ ៦ · បណ្តាញ ២ · បុគ្គល ៤ រូប",
        "គិតត្រឹមថ្ងៃទី២៩ ខែកក្កដា ឆ្នាំ២០២៥ ម៉ោង ១៨:០០ (UTC+7)",
        "អង្គការ",
        "បណ្តាញ",
        "បុគ្គល",
        "ចុះហត្ថលេខាក្រោយថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥",
        "និងអ្នកចុះហត្ថលេខា ៣ ទៀត ដែលបានស្នើសុំមិនឱ្យបញ្ចេញឈ្មោះ",
        "និមិត្តសញ្ញារបស់ {}",
    ),
    "th": (  # the same in Thai
        "แถลงการณ์ร่วม",
        "สันติภาพที่ชายแดน",
        "ออกเมื่อวันที่ 28 กรกฎาคม 2568",
        "ร่วมรับรองโดย",
        "องค์กร 6 · เครือข่าย 2 · บุคคล 4 คน",
        "ข้อมูล ณ วันที่ 29 กรกฎาคม 2568 เวลา 18:00 น. (UTC+7)",
        "องค์กร",
        "เครือข่าย",
        "บุคคล",
        "ลงนามหลังวันที่ 28 กรกฎาคม 2568",
        "และอีก 3 รายที่ขอสงวนนาม",
        "ตราของ {}",
    ),
}
"""Per language: kind, title, date; then the words of the annex in their order; and what is said of a logo."""

TITLED = (
    "Dr. Sok Chea, Lecturer, Royal University of Phnom Penh",
    "Srey Ngoun, Journalist (in a personal capacity)",
    "H. E. Somchai Jaidee, Member of the Senate",
    "Malee Thongkham",
)


def organisations(count: int) -> list[str]:
    """Names of organisations, of common lengths, every third with an acronym."""
    return [
        f"{_PLACES[at % 8]} {_FORMS[at % 6].format(_CAUSES[at % 7], _PLACES[at % 8][:2].upper())}"
        for at in range(count)
    ]


def people(count: int) -> list[str]:
    """Short names of people."""
    return [f"{_GIVEN[at % 12]} {_FAMILY[at // 12 % 12]}" for at in range(count)]


def long_names(count: int) -> list[str]:
    """Names that fill a line, and more."""
    return [LONG_NAMES[at % 3] for at in range(count)]


def listed(
    language: str,
    *groups: tuple[str, Sequence[str]],
    late: Sequence[str] = (),
    notes: Sequence[str] = (),
    withheld: bool = False,
    logos: int = 0,
    is_numbered: bool = True,
    links: bool = False,
) -> Document:
    """A document with little but an annex.

    Args:
        language: Its language.
        groups: The heading of each group and the names under it; an empty heading is none.
        late: Who signed later.
        notes: What stands under the heading of the annex.
        withheld: Whether some are not named.
        logos: How many logos there are.
        is_numbered: Whether entries have numbers.
        links: Whether names lead to a website.
    """
    words = WORDS[language]
    blocks = [
        Block("kind", Role.KIND, words[0]),
        Block("title", Role.TITLE, words[1]),
        Block("issued", Role.ISSUED, words[2]),
        Block("annex", Role.ANNEX_HEADING, words[3]),
    ]
    blocks += [Block(f"annex.note-{number}", Role.ANNEX_NOTE, note) for number, note in enumerate(notes, 1)]
    count = 0
    parts = [*(((f"annex.group-{n}", Role.GROUP_HEADING, each[0]), each[1]) for n, each in enumerate(groups, 1))]
    parts += [(("addendum", Role.ANNEX_HEADING, words[9]), late)] if late else []
    for heading, names in parts:
        blocks += [Block(*heading)] if heading[2] else []
        for name in names:
            count += 1
            blocks.append(_entry(language, name, count, is_numbered=is_numbered, is_link=links))
    blocks += [Block("annex.withheld", Role.ANNEX_NOTE, words[10])] if withheld else []
    pictures = zip(range(1, logos + 1), some_logos(logos), strict=True)
    wall = tuple(WallLogo(f"logo.{number}", logo, words[11].format(f"No. {number}")) for number, logo in pictures)
    known = get_language(language)
    page_labels = PageLabels("{page}/{pages}", known.label_digits)
    return Document(known, words[1], "2025-07-28", tuple(blocks), words[0], page_labels, wall=wall)


def _entry(language: str, name: str, number: int, *, is_numbered: bool, is_link: bool) -> Block:
    marks = (Mark(0, len(name.split(",")[0]), MarkKind.LINK, f"https://example.org/{number}"),) if is_link else ()
    mark = label(number, get_language(language)) if is_numbered else ""
    return Block(f"endorser.{number}", Role.ENDORSER, name, mark, marks, number if is_numbered else 0)


def everything_of(language: str) -> Document:
    """A small annex that has all that an annex may have."""
    words = WORDS[language]
    groups = (words[6], organisations(6)), (words[7], LONG_NAMES[:2]), (words[8], TITLED)
    late = ["Village Peace Group (VPG)", "Dr. Dara Keo"]
    return listed(language, *groups, late=late, notes=words[4:6], withheld=True, logos=6, links=True)


SHAPES = ((100, 100), (240, 60), (160, 80), (60, 120), (420, 60), (120, 90), (900, 60))


def some_logos(count: int) -> Iterator[Picture]:
    """Seals and wordmarks of many shapes, as drawings and in pixels."""
    colours = ("#9b2226", "#005f73", "#0a9396", "#ca6702", "#3d405b")
    for number in range(count):
        width, height = SHAPES[number % len(SHAPES)]
        colour = colours[number % len(colours)]
        yield _drawn(width, height, colour) if number % 3 else _painted(width * 6, height * 6, colour)


def _drawn(width: int, height: int, colour: str) -> Picture:
    radius = min(width, height) * 0.45
    circle = f'<circle cx="{width / 2}" cy="{height / 2}" r="{radius}" fill="{colour}" opacity=".8"/>'
    frame = f'<rect width="{width}" height="{height}" fill="none" stroke="{colour}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{frame}{circle}</svg>'
    return parse_picture(svg.encode(), "logo.svg")


def _painted(width: int, height: int, colour: str) -> Picture:
    image, stream = Image.new("RGBA", (width, height), (255, 255, 255, 0)), BytesIO()
    ImageDraw.Draw(image).rounded_rectangle((0, 0, width - 1, height - 1), height // 6, fill=colour)
    image.save(stream, "PNG")
    return parse_picture(stream.getvalue(), "logo.png")
