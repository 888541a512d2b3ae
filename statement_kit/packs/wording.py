"""What a pack says to translators, in their own language.

The Khmer and Thai sentences have not been reviewed by a native speaker yet; the English gloss stands beside each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from statement_kit.packs.returned import Verdict


@dataclass(frozen=True, slots=True)
class Instructions:
    """The words of a pack.

    Attributes:
        language: Tag of the language they are in.
        title: What the file is, with the folder's name in place of `{project}`.
        steps: What to do, sentence by sentence; `{done}` and `{doubtful}` are the words of the last column.
        read_first: What the page of instructions is called.
        table: What the table is called.
        glossary: What the list of terms is called.
        columns: What each column is called, by its key.
        states: How far a clause has come, by the word the kit has for it.
        done: What a translator chooses when a row is finished.
        doubtful: What a translator chooses when somebody must look at a row again.
        term: What the column of terms is called.
        rendering: What the column of their translations is called.
        remark: What the column of remarks about them is called.
    """

    language: str
    title: str
    steps: tuple[str, ...]
    read_first: str
    table: str
    glossary: str
    columns: Mapping[str, str]
    states: Mapping[str, str]
    done: str
    doubtful: str
    term: str
    rendering: str
    remark: str

    def state(self, name: str) -> str:
        """How far a clause has come, in words; one that the kit has no word for stands as it is."""
        return self.states.get(name, name)

    def sentences(self) -> tuple[str, ...]:
        """The steps, with the words of the last column in them."""
        return tuple(step.format(done=self.done, doubtful=self.doubtful) for step in self.steps)


ENGLISH = Instructions(
    language="en",
    title="Translation of “{project}”",
    steps=(
        "Write only in the columns “Translation” and “Note”, and choose a word in the column “State”. "
        "Everything else is locked.",
        "Rows with a coloured background need you: the column “State” says why. Where the source changed, the column "
        "“Source before” shows what it was when it was translated.",
        "When a row is finished, choose “{done}”. When somebody should look at it again, choose “{doubtful}”, and say "
        "why in the note.",
        "Copy signs like *stars*, [links](https://example.org), [^1] and {{words in braces}} exactly. "
        "Do not translate what stands in round brackets behind a link, or in braces; but the words of a plural, as in "
        "{{endorsers, plural, one {{# group}} other {{# groups}}}}, are yours.",
        "A backslash (\\) at the end of a line forces a line break. Write no other line breaks.",
        "Do not type numbers or bullets before a text: they are added in every language by themselves.",
        "Do not delete, merge or add rows or columns. Save the file in the same format, and send it back.",
    ),
    read_first="Read first",
    table="Translation",
    glossary="Glossary",
    columns={
        "clause": "Clause",
        "source": "Source",
        "previous": "Source before",
        "text": "Translation",
        "note": "Note",
        "state": "State",
        "digest": "Do not change",
    },
    states={
        "missing": "to be translated",
        "stale": "source changed",
        "fuzzy": "to be checked",
        "translated": "translated",
        "reviewed": "reviewed",
        "approved": "approved",
    },
    done="done",
    doubtful="needs another look",
    term="Term",
    rendering="In this language",
    remark="Remark",
)

# Not yet reviewed by a native speaker of Khmer.
KHMER = Instructions(
    language="km",
    title="ការបកប្រែ “{project}”",  # translation of …
    steps=(
        # Write only in the columns Translation and Note, and choose a word in State. Everything else is locked.
        "សូមសរសេរតែក្នុងជួរឈរ “ការបកប្រែ” និង “កំណត់សម្គាល់” ហើយជ្រើសរើសពាក្យមួយក្នុងជួរឈរ “ស្ថានភាព”។ ផ្នែកផ្សេងទៀតត្រូវបានចាក់សោ។",
        # Rows with a coloured background need you; State says why. “Source before”: what it was when translated.
        "ជួរដែលមានផ្ទៃពណ៌ត្រូវការការងាររបស់អ្នក៖ ជួរឈរ “ស្ថានភាព” ប្រាប់ពីមូលហេតុ។ "
        "ប្រសិនបើអត្ថបទដើមបានផ្លាស់ប្តូរ ជួរឈរ “អត្ថបទដើមពីមុន” បង្ហាញអត្ថបទនៅពេលដែលវាត្រូវបានបកប្រែ។",
        # When a row is finished, choose done. When somebody should look again, choose …, and say why in the note.
        "ពេលបកប្រែជួរណាមួយចប់ សូមជ្រើសរើស “{done}”។ បើត្រូវការឱ្យនរណាម្នាក់ពិនិត្យម្តងទៀត សូមជ្រើសរើស “{doubtful}” "
        "ហើយសរសេរមូលហេតុក្នុងកំណត់សម្គាល់។",
        # Copy signs like … exactly. Do not translate what is in round brackets behind a link, or in braces; but the
        # words of a plural, as in …, are yours.
        "សូមចម្លងសញ្ញាដូចជា *ផ្កាយ*, [តំណ](https://example.org), [^1] និង {{ពាក្យក្នុងដង្កៀប}} ឱ្យដូចដើម។ "
        "កុំបកប្រែអ្វីដែលនៅក្នុងវង់ក្រចកក្រោយតំណ ឬនៅក្នុងដង្កៀប លើកលែងតែពាក្យក្នុងទម្រង់ពហុវចនៈ ដូចជា "
        "{{endorsers, plural, other {{ក្រុម #}}}}។",
        # A backslash at the end of a line forces a line break. Write no other line breaks.
        "សញ្ញា \\ នៅចុងបន្ទាត់ធ្វើឱ្យចុះបន្ទាត់។ កុំចុះបន្ទាត់នៅកន្លែងផ្សេង។",
        # Do not type numbers or bullets before a text: they are added by themselves.
        "កុំសរសេរលេខ ឬចំណុចនៅមុខអត្ថបទ៖ វានឹងត្រូវបានបន្ថែមដោយស្វ័យប្រវត្តិ។",
        # Do not delete, merge or add rows or columns. Save in the same format, and send it back.
        "កុំលុប បញ្ចូលគ្នា ឬបន្ថែមជួរ ឬជួរឈរ។ សូមរក្សាទុកឯកសារក្នុងទម្រង់ដដែល ហើយផ្ញើវាត្រឡប់មកវិញ។",
    ),
    read_first="សូមអានជាមុន",  # please read first
    table="ការបកប្រែ",  # translation
    glossary="សទ្ទានុក្រម",  # glossary
    columns={
        "clause": "ឃ្លា",  # clause
        "source": "អត្ថបទដើម",  # source text
        "previous": "អត្ថបទដើមពីមុន",  # source text before
        "text": "ការបកប្រែ",  # translation
        "note": "កំណត់សម្គាល់",  # note
        "state": "ស្ថានភាព",  # state
        "digest": "កុំកែប្រែ",  # do not change
    },
    states={
        "missing": "ត្រូវបកប្រែ",  # to be translated
        "stale": "អត្ថបទដើមបានផ្លាស់ប្តូរ",  # the source changed
        "fuzzy": "ត្រូវពិនិត្យ",  # to be checked
        "translated": "បានបកប្រែ",  # translated
        "reviewed": "បានពិនិត្យ",  # reviewed
        "approved": "បានអនុម័ត",  # approved
    },
    done="រួចរាល់",  # done
    doubtful="ត្រូវមើលម្តងទៀត",  # needs another look
    term="ពាក្យ",  # term
    rendering="ជាភាសានេះ",  # in this language
    remark="សម្គាល់",  # remark
)

# Not yet reviewed by a native speaker of Thai.
THAI = Instructions(
    language="th",
    title="คำแปลของ “{project}”",  # translation of …
    steps=(
        # Write only in the columns Translation and Note, and choose a word in State. Everything else is locked.
        "กรุณาเขียนเฉพาะในคอลัมน์ “คำแปล” และ “หมายเหตุ” และเลือกคำในคอลัมน์ “สถานะ” ส่วนอื่นทั้งหมดถูกล็อกไว้",
        # Rows with a coloured background need you; State says why. “Source before”: what it was when translated.
        "แถวที่มีพื้นหลังสีเป็นแถวที่ต้องทำ คอลัมน์ “สถานะ” บอกเหตุผล หากต้นฉบับเปลี่ยนไป คอลัมน์ “ต้นฉบับเดิม” แสดงข้อความตอนที่แปลไว้",
        # When a row is finished, choose done. When somebody should look again, choose …, and say why in the note.
        "เมื่อแปลแถวใดเสร็จแล้ว กรุณาเลือก “{done}” หากควรมีผู้อื่นดูอีกครั้ง กรุณาเลือก “{doubtful}” และเขียนเหตุผลในหมายเหตุ",
        # Copy signs like … exactly. Do not translate what is in round brackets behind a link, or in braces; but the
        # words of a plural, as in …, are yours.
        "กรุณาคัดลอกเครื่องหมาย เช่น *ดอกจัน*, [ลิงก์](https://example.org), [^1] และ {{คำในวงเล็บปีกกา}} ให้เหมือนเดิมทุกตัวอักษร "
        "อย่าแปลสิ่งที่อยู่ในวงเล็บกลมหลังลิงก์ หรือในวงเล็บปีกกา ยกเว้นคำในรูปพหูพจน์ เช่น "
        "{{endorsers, plural, other {{# กลุ่ม}}}}",
        # A backslash at the end of a line forces a line break. Write no other line breaks.
        "เครื่องหมาย \\ ท้ายบรรทัดหมายถึงการขึ้นบรรทัดใหม่ อย่าขึ้นบรรทัดใหม่ที่อื่น",
        # Do not type numbers or bullets before a text: they are added by themselves.
        "อย่าพิมพ์ตัวเลขหรือเครื่องหมายหัวข้อหน้าข้อความ เพราะจะเพิ่มให้โดยอัตโนมัติในทุกภาษา",
        # Do not delete, merge or add rows or columns. Save in the same format, and send it back.
        "อย่าลบ รวม หรือเพิ่มแถวหรือคอลัมน์ กรุณาบันทึกไฟล์ในรูปแบบเดิม แล้วส่งกลับมา",
    ),
    read_first="อ่านก่อน",  # read first
    table="คำแปล",  # translation
    glossary="อภิธานศัพท์",  # glossary
    columns={
        "clause": "ส่วน",  # clause (part)
        "source": "ต้นฉบับ",  # source
        "previous": "ต้นฉบับเดิม",  # source before
        "text": "คำแปล",  # translation
        "note": "หมายเหตุ",  # note
        "state": "สถานะ",  # state
        "digest": "ห้ามแก้ไข",  # do not change
    },
    states={
        "missing": "ต้องแปล",  # to be translated
        "stale": "ต้นฉบับเปลี่ยนไป",  # the source changed
        "fuzzy": "ต้องตรวจ",  # to be checked
        "translated": "แปลแล้ว",  # translated
        "reviewed": "ตรวจแล้ว",  # reviewed
        "approved": "อนุมัติแล้ว",  # approved
    },
    done="เสร็จแล้ว",  # done
    doubtful="ต้องดูอีกครั้ง",  # needs another look
    term="คำศัพท์",  # term
    rendering="ในภาษานี้",  # in this language
    remark="คำอธิบาย",  # remark
)

INSTRUCTIONS: Mapping[str, Instructions] = {words.language: words for words in (ENGLISH, KHMER, THAI)}
"""The words of packs, by the tag of their language."""

FONT = "Leelawadee UI"
"""The typeface of packs: in every Windows since 8.1, with Latin, Thai and Khmer letters in one design, as a cell of a
workbook needs them, which has one font only. Elsewhere each program takes its own font for the script."""

TO_DO = ("missing", "stale", "fuzzy")
"""States in which a row needs its translator."""


def instructions_for(language: str) -> Instructions:
    """The words of a pack for translators into a language: in that language, or in English where the kit has none."""
    return INSTRUCTIONS.get(language, INSTRUCTIONS.get(language.partition("-")[0], ENGLISH))


def verdict_of(cell: str) -> Verdict | None:
    """What a translator chose in the column of states, in any language; None for a word that nobody offered."""
    word = " ".join(cell.split()).casefold()
    if not word:
        return Verdict.NONE
    for words in INSTRUCTIONS.values():
        if word in (words.done.casefold(), words.doubtful.casefold()):
            return Verdict.DONE if word == words.done.casefold() else Verdict.DOUBTFUL
        if word in {state.casefold() for state in words.states.values()} | words.states.keys():
            return Verdict.NONE
    return None


def is_column_name(column: str, cell: str) -> bool:
    """Whether a cell holds what a column is called, in any language."""
    return cell.strip() in {words.columns[column] for words in INSTRUCTIONS.values()}
