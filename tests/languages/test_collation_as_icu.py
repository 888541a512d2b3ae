"""The same order as ICU's: Node.js is asked about the pinned names, about random ones, and about the whole table.

The table is of CLDR 48. Its order of what a random name here is made of has been the same since CLDR 42, which is asked
of Node.js at least; curly quotation marks changed since, and are left out. The whole table is compared with its own
version only.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from make_collation_table import TABLE
from sorted_names import ENGLISH, KHMER, THAI, THAI_OF_THE_REQUIREMENTS

from statement_kit.languages.collation import Variable, collation_key
from statement_kit.languages.same_looking import one_spelling

_PROGRAM = Path(__file__).parent / "collator.mjs"

OLDEST, OURS = "42", "48"
"""Versions of CLDR."""

SETTINGS = (
    ("en", Variable.NON_IGNORABLE),
    ("en", Variable.SHIFTED),
    ("km", Variable.NON_IGNORABLE),
    ("km", Variable.SHIFTED),
    ("th", Variable.SHIFTED),  # where Node.js cannot be told to count punctuation
)

LATIN = "aAbBcdDeEnNszZñÑéÉöÖåłŁßøæÆđĐ0123"
KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអឥឦឧឩឪឫឬឭឮឯឰឱឳ១២៣"
KHMER_MARKS = "ាិីឹឺុូួើឿៀេែៃោៅំះៈ៉៊់៌៍៎៏័" + "្" * 6
THAI_LETTERS = "กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮเแโใไ๑๒๓"
THAI_MARKS = "ะัาำิีึืฺุู็่้๊๋์ๆฯ"
LAO_LETTERS, LAO_MARKS = "ກຂຄງຈຊຍດຕຖທນບປຜຝພຟມຢຣລວສຫອຮເແໂໃໄ", "ະັາິີຶືຸູົຼ່້໊໋໌"
BURMESE_LETTERS, BURMESE_MARKS = "ကခဂဃငစဆဇညတထဒနပဖဗမယရလဝသဟအဥ", "ာိီုူေဲံ့း္်ျြွှ"
BETWEEN = ("", "", " ", " ", "-", "'", ", ", ". ", " (", "/", " & ", "–", "។ ")


class Answers(NamedTuple):
    """What Node.js said: its version of CLDR, and per question and pair -1, 0 or 1."""

    cldr: str
    signs: list[list[int]]


Ask = Callable[[Sequence[tuple[str, Variable, list[tuple[str, str]]]]], Answers]


@pytest.fixture(scope="module")
def ask(judge: Callable[[str], str]) -> Ask:
    node = judge("node")

    def asked(questions: Sequence[tuple[str, Variable, list[tuple[str, str]]]]) -> Answers:
        request = json.dumps(
            [
                {"tag": tag, "ignorePunctuation": variable is Variable.SHIFTED, "pairs": pairs}
                for tag, variable, pairs in questions
            ]
        )
        result = subprocess.run([node, _PROGRAM], input=request, check=True, capture_output=True, encoding="utf-8")
        answer = json.loads(result.stdout)
        if int(answer["cldr"].split(".")[0]) < int(OLDEST):
            refuse = pytest.fail if os.environ.get("CI") else pytest.skip
            refuse(f"Node.js has CLDR {answer['cldr']}; it is asked from {OLDEST} on")
        return Answers(answer["cldr"], answer["answers"])

    return asked


def sign(one: str, other: str, tag: str, variable: Variable) -> int:
    """How the kit compares two texts on the three levels that Node.js looks at."""
    left, right = collation_key(one, tag, variable)[:3], collation_key(other, tag, variable)[:3]
    return (left > right) - (left < right)


@pytest.mark.parametrize(
    ("names", "tag", "variable"),
    [
        (ENGLISH, "en", Variable.NON_IGNORABLE),
        (KHMER, "km", Variable.NON_IGNORABLE),
        (THAI, "th", Variable.SHIFTED),
        (THAI_OF_THE_REQUIREMENTS, "th", Variable.SHIFTED),
    ],
    ids=["English", "Khmer", "Thai", "Thai of the requirements"],
)
def test_the_pinned_names_are_in_the_order_of_icu(
    names: tuple[str, ...], tag: str, variable: Variable, ask: Ask
) -> None:
    pairs = list(pairwise(names))
    (signs,) = ask([(tag, variable, pairs)]).signs
    assert [pair for pair, found in zip(pairs, signs, strict=True) if found > 0] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_random_names_are_compared_as_icu_compares_them(seed: int, ask: Ask) -> None:
    made = random.Random(seed)  # noqa: S311 - the same names every time
    questions = [(tag, variable, [_pair(made) for _ in range(8_000)]) for tag, variable in SETTINGS]
    for (tag, variable, pairs), signs in zip(questions, ask(questions).signs, strict=True):
        assert {-1, 0, 1} == set(signs)
        wrong = [pair for pair, found in zip(pairs, signs, strict=True) if sign(*pair, tag, variable) != found]
        assert wrong == [], (tag, variable)


def _pair(made: random.Random) -> tuple[str, str]:
    """Two names, the second often nearly the first; in one spelling, since ICU takes what is typed as it is."""
    one = _name(made)
    other = list(one)
    if made.random() < 0.3:
        other = list(_name(made))
    elif len(other) > 1:
        other[made.randrange(1, len(other))] = made.choice((*BETWEEN, _word(made), made.choice(one).swapcase()))
    return one_spelling(_without_stray_marks(one)), one_spelling(_without_stray_marks("".join(other)))


def _name(made: random.Random) -> str:
    return "".join(_word(made) + made.choice(BETWEEN) for _ in range(made.randint(1, 3)))


def _word(made: random.Random) -> str:
    letters, marks = made.choice(
        (
            (LATIN, ""),
            (KHMER_LETTERS, KHMER_MARKS),
            (THAI_LETTERS, THAI_MARKS),
            (KHMER_LETTERS, KHMER_MARKS),
            (THAI_LETTERS, THAI_MARKS),
            (LAO_LETTERS, LAO_MARKS),
            (BURMESE_LETTERS, BURMESE_MARKS),
        )
    )
    return made.choice(letters) + "".join(made.choices(letters + marks, k=made.randint(0, 5)))


def _without_stray_marks(text: str) -> str:
    """The text without marks that have no letter before them.

    Behind punctuation that is shifted, ICU's keys drop them, as UTS 10 asks; its comparison, which passes over what two
    texts begin with in common, does not always.
    """
    marks = KHMER_MARKS + THAI_MARKS + LAO_MARKS + BURMESE_MARKS
    kept: list[str] = []
    for char in text:
        if char not in marks or (kept and kept[-1] not in "".join(BETWEEN) + "ฯๆ៘"):
            kept.append(char)
    return "".join(kept)


@pytest.mark.parametrize(("tag", "variable"), SETTINGS)
def test_the_whole_table_is_in_the_order_of_icu(tag: str, variable: Variable, ask: Ask) -> None:
    lines = re.findall("^([0-9A-F ]+);", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    listed = {"".join(chr(int(point, 16)) for point in line.split(" ")) for line in lines}
    texts = sorted(filter(_is_spelt_so, listed), key=lambda text: (collation_key(text, tag, variable), text))
    pairs = [("x" + one, "x" + other) for one, other in pairwise(texts)]
    answers = ask([(tag, variable, pairs)])
    if answers.cldr.split(".")[0] != OURS:
        pytest.skip(f"Node.js has CLDR {answers.cldr}, the table is of {OURS}")
    signs = zip(pairs, answers.signs[0], strict=True)
    assert len(texts) > 3000
    assert [pair for pair, found in signs if sign(*pair, tag, variable) != found] == []


def _is_spelt_so(text: str) -> bool:
    return one_spelling(text) == text
