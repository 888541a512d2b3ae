"""Words by which a statement says how many signed it, per language: what is counted, and who it is that speaks.

“We, the undersigned 102 organisations” counts those who sign, “three organisations were attacked” does not. What tells
them apart stands right beside the number and its noun, or among them; so each table says what may stand there.

Patterns are regular expressions over text with ASCII digits, without invisible characters and with ' for ’; capitals
make no difference. No native speaker of Khmer or Thai has reviewed these words yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Counted(StrEnum):
    """What a number of signers counts; anybody where the noun, or several of them, say no more."""

    ORGANISATIONS = "organisations"
    NETWORKS = "networks"
    INDIVIDUALS = "individuals"
    COUNTRIES = "countries"
    ANYBODY = "endorsers"


@dataclass(frozen=True, slots=True)
class EndorsingWords:
    """The words of one language.

    Attributes:
        nouns: Pattern of the nouns for each of what is counted.
        between: What may stand between a number and the noun behind it.
        between_back: What may stand between a noun and the number behind it; empty where no noun stands before.
        more_nouns: What may stand between a noun and the next that is counted with it.
        joins: What joins a number and its noun to the next such pair: “and”.
        before: What stands right before those who sign: “we, the undersigned”.
        within: What stands among their number and nouns: “undersigned”.
        behind: What stands right behind them: “who have signed below”.
        asks: What they do, right behind: “call on”. Others do so too; in a title or preamble it is they.
        title: What stands right before and right behind them in a title.
        passive: What stands behind those to whom something was done, and who do not speak.
        at_least: What stands right before a number that is the least there can be: “more than”.
        at_least_behind: The same, right behind it.
        at_most: What stands right before one that is the most: “nearly”.
        about: What stands right before one that is not meant exactly: “some”.
        uncounted: Words among those of numbers that count nothing: “second”, “hundreds”.
        ends: What holds where a noun ends.
    """

    nouns: Mapping[Counted, str]
    between: str
    more_nouns: str
    joins: str
    before: str
    within: str
    behind: str
    asks: str
    title: tuple[tuple[str, str], ...]
    passive: str
    at_least: str
    at_most: str
    about: str
    between_back: str = ""
    at_least_behind: str = ""
    uncounted: str = ""
    ends: str = ""


def _any(words: Iterable[str]) -> str:
    """Any of some words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _run(*words: str) -> str:
    """Any number of words one behind the other; what was taken is not given back, so that no text takes long."""
    return f"(?:{'|'.join(words)})*+"


_NO_MODIFIER = (
    "an?|the|we|our|us|they|their|them|his|her|its?|who|whom|which|that|this|these|those|of|in|on|at|by|to|for|from|"
    "with|as|than|into|since|until|after|before|were|was|is|are|be|been|being|has|have|had|will|would|must|should|can|"
    "may|do|did|not|no|hundreds?|thousands?|millions?|billions?|dozens?|per|percent|hours?|days?|weeks?|months?|years?|"
    "january|february|march|april|june|july|august|september|october|november|december|dollars?|baht|riels?|km"
)
"""Words that stand in no row of adjectives: behind one of them an English sentence goes elsewhere."""

_MODIFIERS = rf"(?: (?!(?:{_NO_MODIFIER})\b)[a-z][a-z'&/-]*,?)"
_TEXT = "(?:statement|letter|appeal|call|declaration|petition|submission|message)"
_NAME = r"(?-i:[A-Z])[\w-]*"
_FROM = rf"(?: (?:from|in|across) (?:the )?(?:{_NAME}|\d+ countries)(?:(?:,| and|, and)? {_NAME})*+)?"
_FILLERS = _run(
    ",? (?:the|an?|as|are|all|together|undersigned|undersigning|following|below|total|group|coalition|alliance|network|"
    r"collective|broad|of|members?|on behalf|jointly)\b"
)
_ASKS = "(?:call|urge|demand|appeal|condemn|denounce|deplore|welcome|express|reiterate|reject)"

ENGLISH = EndorsingWords(
    nouns={
        Counted.ORGANISATIONS: r"organi[sz]ations|I?NGOs|CSOs|CBOs|associations|unions|institutions|foundations",
        Counted.NETWORKS: "networks|coalitions|alliances|federations|confederations",
        Counted.INDIVIDUALS: "individuals|people|persons|citizens|activists|academics|scholars|lawyers|journalists",
        Counted.COUNTRIES: "countries",
        Counted.ANYBODY: "groups|signatories|signers|endorsers|entities",
    },
    between=rf"{_MODIFIERS}{{0,6}}? ",
    more_nouns=rf"(?:,|,? and|,? &){_MODIFIERS}{{0,2}}? ",
    joins=r"(?:,|,? and|,? as well as|,? plus|,? joined by)(?: the| another| a further| other)? | (?:from|in|across) ",
    before=(
        rf"\bwe\b{_FILLERS}[, :]*"
        rf"|\bundersigned\b{_FILLERS}[, :]*"
        rf"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:co-?)?(?:signed|endorsed) by{_FILLERS}:? "
        rf"|\b(?:this|our|the present)(?: [\w-]+){{0,3}}? {_TEXT}\b[^.;?!]{{0,60}}?\bby{_FILLERS} "
        rf"|(?:\b(?:are|is|and)|,) joined by{_FILLERS} "
        rf"|\bon behalf of{_FILLERS} "
        rf"|(?:^|[.!?] )as{_FILLERS} "
        rf"|\bsigned[:,]{_FILLERS} "
    ),
    within=r"\b(?:undersigned|signatory|signing|endorsing)\b",
    behind=(
        r",? (?:(?:who|that|which) )?(?:(?:have|has) )?(?:sign|signed|endorse|endorsed|join|joined)"
        r"(?: on(?:to)?| up to| to)? (?:this|our|below)\b"
        r"|,? (?:undersigned|(?:named|listed) (?:below|above|in the annex))\b"
    ),
    asks=(
        rf"{_FROM},? (?:(?:today|now|jointly|urgently|strongly|together|hereby|also),? )*+"
        rf"(?:{_ASKS}|stand (?:with|in|for)|are (?:deeply |gravely |seriously )?(?:concerned|alarmed|appalled))\b"
    ),
    title=(
        (
            r"(?:^|[:–—|] ?)(?:the |an? )?",
            rf"{_FROM}(?:$| ?[:,–—|]| (?:jointly )?"
            rf"(?:{_ASKS}|ask|say|warn|oppose|support|for|against|on|to|stand|unite|issue)\b)",
        ),
        (rf"{_TEXT}(?:,? (?:signed|endorsed))?(?: (?:by|of|from))?(?: the| an?)? ", ""),
    ),
    passive=r" (?:were|was|have been|has been|had been|had|are being|is being)\b",
    at_least="(?:over|more than|at least|no fewer than|not less than|upwards of) ",
    at_most="(?:nearly|almost|close to|up to|fewer than|less than) ",
    about="(?:about|around|some|roughly|approximately) ",
    uncounted="first|second|thirds?|tens|.*th|(?:hundred|thousand|million|billion)s",
    ends=r"(?![\w'-])",
)

_KHMER_NOUNS = {
    # organisation, institution, association, trade union, federation, foundation, body
    Counted.ORGANISATIONS: "អង្គការ|ស្ថាប័ន|សមាគម|សហជីព|សហព័ន្ធ|មូលនិធិ|អង្គភាព",
    Counted.NETWORKS: "បណ្តាញ|បណ្ដាញ|សម្ព័ន្ធ",  # network (two spellings), alliance
    Counted.INDIVIDUALS: "បុគ្គល|នាក់|រូប",  # individual; what persons are counted by (twice)
    Counted.COUNTRIES: "ប្រទេស",  # country
    Counted.ANYBODY: "ក្រុម|សហគមន៍",  # group, community
}
_KHMER_SIGNED = (
    "(?:ដែល|ដូច)?(?:មាន|បាន)?(?:រាយនាម|រាយឈ្មោះ)(?:ដូច)?(?:ខាងក្រោម)?(?:នេះ)?"  # whose names are listed (twice), as below
    "|(?:ដែល)?(?:បាន)?(?:រួម)?ចុះហត្ថលេខា(?:ខាងក្រោម|លើសេចក្តីថ្លែងការណ៍|លើសេចក្ដីថ្លែងការណ៍)"  # who sign below, or the statement
)
_KHMER_KINDS = _any(
    (
        *"|".join(_KHMER_NOUNS.values()).split("|"),
        # civil society, no government's, outside it, within the country, national (twice), international (twice)
        *("សង្គមស៊ីវិល", "មិនមែនរដ្ឋាភិបាល", "ក្រៅរដ្ឋាភិបាល", "ក្នុងស្រុក", "ថ្នាក់ជាតិ", "ជាតិ", "អន្តរជាតិ", "អន្ដរជាតិ"),
        # of the place, religious, youth, women, human rights, of Cambodia, Khmer, of the press
        *("មូលដ្ឋាន", "សាសនា", "យុវជន", "ស្ត្រី", "សិទ្ធិមនុស្ស", "កម្ពុជា", "ខ្មែរ", "សារព័ត៌មាន"),
        # and, together with, all together, who are, being, in the name of (being), of
        *("និង", "ព្រមទាំង", "ទាំងអស់គ្នា", "ដែលជា", "ជា", "ក្នុងនាមជា", "ក្នុងនាម", "នៃ"),
        *(" ", ","),
    )
)
_KHMER_FILLERS = _run(_KHMER_SIGNED, "(?:ដូច)?ខាងក្រោម(?:នេះ)?", _KHMER_KINDS)  # as below

KHMER = EndorsingWords(
    nouns=_KHMER_NOUNS,
    between=" ?",
    between_back=rf"{_KHMER_FILLERS}(?:សរុប)?(?:ចំនួន|ទាំង)? ?",  # altogether, in number, all
    more_nouns=" ?(?:,|និង|ព្រមទាំង) ?",  # and, together with
    joins=" ?(?:,|និង|ព្រមទាំង|រួមជាមួយ|មកពី|ពី|ក្នុង|នៅ) ?",  # and, together with (twice), coming from, from, in, at
    before=(
        rf"យើងខ្ញុំ{_KHMER_FILLERS}"  # we
        rf"|ចុះហត្ថលេខាដោយ{_KHMER_FILLERS}"  # signed by
        rf"|(?:ក្នុងនាម|{_KHMER_SIGNED}){_KHMER_FILLERS}"  # in the name of
    ),
    within=_KHMER_SIGNED,
    behind=f" ?(?:{_KHMER_SIGNED})",
    asks=" ?(?:យើងខ្ញុំ)?សូម",  # we; what one asks for oneself
    # statement (two spellings), letter, call; joint; of, by, from
    title=(
        (
            rf"(?:^|៖ ?|(?:សេចក្តីថ្លែងការណ៍|សេចក្ដីថ្លែងការណ៍|លិខិត|ការអំពាវនាវ)(?:រួម)? ?(?:របស់|ដោយ|ពី)?){_KHMER_FILLERS}",
            "",
        ),
    ),
    passive=" ?(?:នេះ)?(?:ត្រូវ|រងការ)",  # these; were, suffered
    at_least="(?:ជាង|លើសពី|យ៉ាងតិច|មិនតិចជាង) ?",  # over (twice), at least, no fewer than
    at_least_behind=" ?ជាង",  # and more
    at_most="(?:ជិត|រហូតដល់) ?",  # nearly, up to
    about="(?:ប្រមាណ|ប្រហែល) ?",  # about (twice)
)

_THAI_NOUNS = {
    # organisation (twice), association, foundation, union, institute, agency; what organisations are counted by
    Counted.ORGANISATIONS: "องค์กร|องค์การ|สมาคม|มูลนิธิ|สหภาพ|สถาบัน|หน่วยงาน|แห่ง",
    Counted.NETWORKS: "เครือข่าย|พันธมิตร",  # network, alliance
    # individual; what persons are counted by (three times); scholar, activist
    Counted.INDIVIDUALS: "บุคคล|คน|ราย(?!ชื่อ)|ท่าน|นักวิชาการ|นักกิจกรรม",
    Counted.COUNTRIES: "ประเทศ",  # country
    Counted.ANYBODY: "กลุ่ม|รายชื่อ",  # group, name on a list
}
_THAI_SIGNED = (
    # who (three times) have together signed (twice) at the end of this (statement, letter), below (twice), or in it
    "(?:ที่|ซึ่ง|ผู้)?(?:ได้)?(?:ร่วม)?(?:กัน)?(?:ลงนาม|ลงชื่อ)"
    "(?:(?:ตาม)?(?:ที่)?(?:ข้าง)?ท้าย|ข้างล่าง|ด้านล่าง|ใน(?:แถลงการณ์|จดหมาย))(?:นี้|แถลงการณ์|จดหมาย)*"
    "|(?:ดัง|ตาม|ที่|ผู้)?มี(?:รายชื่อ|รายนาม)(?:(?:ข้าง)?ท้าย|ข้างล่าง|ด้านล่าง)?(?:นี้|แถลงการณ์|จดหมาย)*"  # whose names are listed
)
_THAI_KINDS = _any(
    (
        *"|".join(_THAI_NOUNS.values()).split("|"),
        # civil society (twice), of the people (twice), human rights, private development, private, women (twice), youth
        *(
            "ภาคประชาสังคม",
            "ประชาสังคม",
            "ภาคประชาชน",
            "ประชาชน",
            "สิทธิมนุษยชน",
            "พัฒนาเอกชน",
            "เอกชน",
            "สตรี",
            "ผู้หญิง",
            "เยาวชน",
        ),
        # labour, media, local, international, non-profit, Thai, Cambodian, community, religious, academic
        *("แรงงาน", "สื่อ", "ท้องถิ่น", "ระหว่างประเทศ", "ไม่แสวงหากำไร", "ไทย", "กัมพูชา", "ชุมชน", "ศาสนา", "วิชาการ"),
        # and, of, from, in, being, in the name of, as, altogether (three times), in number, all
        *("และ", "ของ", "จาก", "ใน", "เป็น", "ในนาม", "ในฐานะ", "รวม", "ทั้งหมด", "ทั้งสิ้น", "จำนวน", "ทั้ง"),
        *(" ", ","),
    )
)
# who have signed (twice), whatever it is; at the end of this
_THAI_FILLERS = _run(
    _THAI_SIGNED, "(?:ที่|ซึ่ง|ผู้)?(?:ได้)?(?:ร่วม)?(?:ลงนาม|ลงชื่อ)", "(?:ดัง|ตาม)?(?:ที่)?ข้างท้าย(?:นี้)?", _THAI_KINDS
)

THAI = EndorsingWords(
    nouns=_THAI_NOUNS,
    between=" ?",
    more_nouns=" ?(?:,|และ|/) ?",  # and
    joins=" ?(?:,|และ|รวมทั้ง|ตลอดจน|พร้อมด้วย|จาก|ใน) ?",  # and, including (twice), together with, from, in
    before=(
        rf"(?:เรา|ข้าพเจ้า){_THAI_FILLERS}"  # we (twice)
        rf"|(?:ลงนาม|ลงชื่อ)โดย{_THAI_FILLERS}"  # signed by (twice)
        rf"|(?:ในนาม|{_THAI_SIGNED}){_THAI_FILLERS}"  # in the name of
    ),
    within=_THAI_SIGNED,
    behind=f" ?(?:{_THAI_SIGNED})",
    # we; what one asks for oneself: demand, condemn, show, join, oppose, insist, support, plead; are concerned
    asks=" ?(?:เรา)?(?:ร่วมกัน)?(?:ขอ(?=เรียกร้อง|ประณาม|แสดง|ร่วม|คัดค้าน|ยืนยัน|สนับสนุน|ร้อง|วิงวอน)|มีความ(?:ห่วง)?กังวล)",
    # statement, open letter, letter, demand; joint; of, by, from
    title=(
        (
            rf"(?:^|[:–—|] ?|(?:แถลงการณ์|จดหมายเปิดผนึก|จดหมาย|ข้อเรียกร้อง)(?:ร่วม)? ?(?:ของ|โดย|จาก)?){_THAI_FILLERS}",
            "",
        ),
    ),
    passive=" ?(?:นี้)?(?:ถูก|โดน|ได้รับผลกระทบ)",  # these; were (twice), were affected
    at_least="(?:กว่า|มากกว่า|อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า) ?",  # over (twice), at least, no fewer than (twice)
    at_least_behind=" ?กว่า",  # and more
    at_most="(?:เกือบ|ไม่เกิน) ?",  # nearly, at most
    about="(?:ประมาณ|ราว) ?",  # about (twice)
)

ENDORSING: Mapping[str, EndorsingWords] = MappingProxyType({"en": ENGLISH, "km": KHMER, "th": THAI})
"""Each language's words by its tag."""
