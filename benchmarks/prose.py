"""What is set line by line: the paragraphs of the example, and one per language full of what must not be parted."""

from __future__ import annotations

from dataclasses import dataclass

from example import document_of, statement_in

from statement_kit.document.blocks import Role

LANGUAGES = ("en", "km", "th")

MARKED = {
    "en": (
        "By 28 July 2025 about 50% of the 102 organizations (NGOs and networks) had signed; gifts had come to "
        "$3,000,000, or 12.5% more than in 2024 (see www.example.org). Water, food, medicine, etc. are lacking in "
        "small, small villages every single day: “Who is responsible?” asked a village chief. “Stop it at once!” he "
        "said, “and let the words ‘never again’ (as the elders put it) be kept!” About 40% of the families – 75% in "
        "the north – have left; who helps them [and how]? Nobody!"
    ),
    # "As of 28 July 2025 about 50 % of 102 organisations (NGOs and networks) had signed; gifts came to 3,000,000 riel,
    # 12.5% more than before. Water, food, medicine etc. are badly lacking in small villages every day. 'Who is
    # responsible?' a village chief asked. 'Stop at once!' he said, 'and do not come back'. About 40 % of families (in
    # the north 75 %) have left; each needs 20,000 riel a day for rice, fish, salt etc. Who helps them? No one!"
    "km": (
        "គិតត្រឹមថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ អង្គការប្រហែល ៥០ % ក្នុងចំណោម ១០២ (អង្គការក្រៅរដ្ឋាភិបាល និងបណ្ដាញ) "
        "បានចុះហត្ថលេខា ហើយអំណោយមានចំនួន ៣.០០០.០០០ ៛ គឺច្រើនជាងមុន ១២,៥%។ ទឹក អាហារ ថ្នាំពេទ្យ។ល។ នៅខ្វះខាតក្នុងភូមិតូច ៗ "
        "ជារៀងរាល់ថ្ងៃខ្លាំងៗ។ “តើអ្នកណាទទួលខុសត្រូវ?” មេភូមិម្នាក់បានសួរ។ “សូមបញ្ឈប់ភ្លាមៗ!” គាត់បាននិយាយ «ហើយកុំត្រឡប់មកវិញ»។ "
        "គ្រួសារប្រហែល ៤០ % (នៅភាគខាងជើង ៧៥ %) បានចាកចេញហើយ ម្នាក់ៗត្រូវការប្រាក់ ២០.០០០៛ ក្នុងមួយថ្ងៃ សម្រាប់អង្ករ ត្រី អំបិល ។ល។ "
        "តើនរណាជួយពួកគេ? គ្មាននរណាម្នាក់ទេ!"
    ),
    # "Until 28 July 2025 about 50 % of 102 organisations (NGOs and networks) had signed; gifts came to 300,000 baht or
    # ฿ 500 each, 12.5% more than before. Water, food, medicine etc. are still lacking in small villages every day. 'Who
    # is responsible?' a village head asked in Bangkok lately. 'Stop now!' he said, 'and do not come back'. About 40 %
    # of families (in the north 75 %) have left; each needs 200 baht a day for rice, fish, salt etc. Who helps them? No
    # one!"
    "th": (
        "จนถึงวันที่ 28 กรกฎาคม 2568 องค์กรราว ๕๐ % จากทั้งหมด ๑๐๒ แห่ง (องค์กรพัฒนาเอกชนและเครือข่าย) ได้ลงนามแล้ว "
        "และมีเงินบริจาค ๓๐๐,๐๐๐ บาท หรือคนละ ฿ 500 มากกว่าเดิม 12.5% น้ำ อาหาร ยา ฯลฯ ยังขาดแคลนในหมู่บ้านเล็ก ๆ ทุกวัน ๆ "
        "“ใครเป็นผู้รับผิดชอบ?” ผู้ใหญ่บ้านคนหนึ่งถามในกรุงเทพฯ เมื่อเร็วๆ นี้ “หยุดเดี๋ยวนี้!” เขากล่าว «และอย่ากลับมาอีก» "
        "ครอบครัวราว ๔๐ % (ทางเหนือ ๗๕ %) ได้จากไปแล้ว ต่างๆ นานา แต่ละคนต้องการเงิน 200 บาทต่อวัน สำหรับข้าว ปลา เกลือ ฯลฯ "
        "ใครช่วยพวกเขา? ไม่มีใครเลย!"
    ),
}
"""Per language, a paragraph full of what must not be parted or stand at the edge of a line (L03 to L07)."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What one compositor is given to set: every paragraph at every width, each on a page of its own.

    Attributes:
        language: BCP 47 tag.
        paragraphs: The texts, without marks of any kind.
        measures_pt: The widths, in pt. Pages come width by width, paragraph by paragraph.
        is_justified: Whether lines are justified; else they are ragged.
    """

    language: str
    paragraphs: tuple[str, ...]
    measures_pt: tuple[float, ...]
    is_justified: bool

    @property
    def pages(self) -> list[tuple[float, str]]:
        """The measure and the paragraph of each page."""
        return [(measure, text) for measure in self.measures_pt for text in self.paragraphs]


def paragraphs_of(language: str) -> tuple[str, ...]:
    """The running text of the example in a language, and the paragraph full of marks."""
    blocks = document_of(statement_in(language)).blocks
    return (*(block.text for block in blocks if block.role in (Role.LEAD, Role.PARAGRAPH)), MARKED[language])


def widths(count: int, least_pt: float, most_pt: float) -> tuple[float, ...]:
    """So many widths from least to most, evenly apart; one alone is the greatest."""
    step = (most_pt - least_pt) / max(count - 1, 1)
    return tuple(round(most_pt - number * step, 2) for number in reversed(range(count)))
