"""Thai: words of number, time, negation and duty.

Thai puts no space between words, so that a short word also stands by chance within others: ห้า, “five”, within
ห้าม, “to forbid”. Each such word comes with those it must not be taken from.

No native speaker of Thai has reviewed these words yet.
"""

from __future__ import annotations

from statement_kit.languages.wording.table import MAYBE, NONE, ONCE, Cue, NumberWords, Wording

# prevent, exclude, obstruct, restrain, avoid, refrain, beware, block (twice), evade
_PREVENT = ("ป้องกัน", "กีดกัน", "ขัดขวาง", "ยับยั้ง", "หลีกเลี่ยง", "ละเว้น", "ระวัง", "สกัดกั้น", "สกัด", "เลี่ยง")

_NEGATIONS = (
    Cue(
        NONE,
        (
            # “prevent … (lest)”: the “not” behind these verbs only repeats what they say
            *(rf"{verb}[^\s]{{0,30}}?(?:ไม่|มิ)ให้" for verb in _PREVENT),
            r"กันไม่ให้|กันมิให้",  # “keep off (lest)” (twice); กัน alone is also “each other”
            r"หรือไม่ก็|หรือไม่(?=$|[\s”\"?)])|ว่าไม่(?=$|[\s”\"?)])",  # “… or not”, which asks
            r"ไม่ว่า",  # “no matter, whether”
            r"มิฉะนั้น|มิเช่นนั้น|มิหนำซ้ำ|มิตร|มิติ|มิถุนา|มิลลิ",  # otherwise (twice), moreover, friend, dimension, June, milli-
            r"ประพฤติมิชอบ",  # misconduct, half of the phrase for corruption
            r"อย่าง|ห้ามล้อ|ห้ามปราม",  # kind, brake, to restrain
        ),
    ),
    Cue(
        MAYBE,
        (
            *(rf"{no}(?:ใช่)?(?:เพียง|แค่|แต่เพียง|เฉพาะ)" for no in ("ไม่", "มิ")),  # “not only”
            r"ไม่กี่|ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ไม่มากกว่า|ไม่น้อย",  # few, at least (twice), at most (twice), not a little
            r"ไม่นาน|ไม่ชักช้า|ไม่ช้า|ไม่รอช้า|ไม่หยุด|ไม่ขาดสาย",  # soon, without delay (three times), ceaseless (twice)
            r"ไม่ต้องสงสัย|แทบไม่|หากไม่|เว้นแต่",  # no doubt, hardly, if not, unless
            r"ไม่(?:คิด|เสีย)(?:มูล)?ค่า",  # free of charge
            r"เพื่อไม่ให้|เพื่อมิให้",  # “in order that not”, which may be “to prevent”
        ),
    ),
    Cue(
        ONCE,
        (
            r"ห้าม(?:[^\s]{0,20}?(?:ไม่|มิ)ให้)?",  # “to forbid (that)”
            r"ไม่",  # “not”
            # “not”, elevated; only before what it negates: (not) that, can, is, did, should, must, right, rest, ever,
            # yield, know, have, wish, dare, stop
            r"มิ(?=ให้|อาจ|ใช่|ได้|ควร|ต้อง|ชอบ|พัก|บังควร|เคย|สามารถ|ยอม|รู้|มี|ปรารถนา|กล้า|หยุด|พึง)",
            r"อย่า",  # “do not”
            r"ไร้",  # “-less”
            r"ปราศจาก",  # “free from, without”
            r"อยุติธรรม|หามิได้",  # unjust, “not at all”
        ),
    ),
    Cue(MAYBE, (r"ปฏิเสธ|ยกเว้น|ลอยนวล|ผิดกฎหมาย|อธรรม|ขาดแคลน|ล้มเหลว",)),  # deny, except, unpunished, illegal, …, fail
)

_OBLIGATIONS = (
    # want, correct, prisoner, suspected, convicted, accused, “agree with”
    Cue(NONE, (r"ต้องการ|ถูกต้อง|ต้องขัง|ต้องสงสัย|ต้องโทษ|ต้องหา|ต้องตา|ต้องใจ|พ้องต้อง|ต้องกัน",)),
    # “who must” (three times), which is also what befell somebody; “need not” (twice); “it is needed that”, should
    # (elevated), must needs, to force, shall
    Cue(
        MAYBE,
        (
            r"ที่ต้อง|ซึ่งต้อง|ผู้ต้อง",
            r"ไม่ต้อง|มิต้อง",
            # “had to” (flee, move, face, lose, endure, meet); “made … have to”
            r"ต้อง(?:หนี|ลี้ภัย|อพยพ|พลัด|เผชิญ|สูญเสีย|ทน|ประสบ|พราก)|ทำให้[^\s]{0,40}?ต้อง",
            r"จำเป็นต้อง|พึง|จำต้อง|บังคับ(?!ใช้)|จักต้อง",
        ),
    ),
    Cue(ONCE, (r"ต้อง",)),  # must
)
_ADVICE = (
    Cue(NONE, (r"พอสมควร|ควรค่า|เท่าที่ควร|อันควร",)),  # considerable, worthy, “as one should” (twice)
    Cue(MAYBE, (r"สมควร|พึง|น่าจะ|เหมาะสม|ควรจะเป็น|แนะนำ",)),  # fit, should (elevated), likely, apt, “was to be”, advise
    Cue(ONCE, (r"ควร(?!บ)",)),  # should
)
_ABILITIES = (
    # ability (twice), teacher, brave (twice), receive, namely
    Cue(NONE, (r"ความสามารถ|ขีดความสามารถ|อาจารย์|องอาจ|อาจหาญ|ได้รับ|ได้แก่",)),
    Cue(
        MAYBE, (r"ไม่ได้|มิได้|เป็นไปได้|ได้(?=\s|$|โดย|ใน|อย่าง|ที่|ก็|ทันที)|น่าจะ|สามารถ|คงจะ|เสี่ยง|อนุญาต",)
    ),  # cannot (twice), possible, can, likely, able, perhaps, risk, allow
    Cue(ONCE, (r"อาจ",)),  # may
)

_NUMBERS = NumberWords(
    units={
        "ศูนย์": 0,
        "หนึ่ง": 1,
        "เอ็ด": 1,  # “one” behind tens
        "สอง": 2,
        "ยี่": 2,  # “two” before “ten”
        "สาม": 3,
        "สี่": 4,
        "ห้า": 5,
        "หก": 6,
        "เจ็ด": 7,
        "แปด": 8,
        "เก้า": 9,
    },
    multipliers={"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6},
    # many, counting, being, each, up to, over, nearly, about (twice), number, per, number (of an ordinal), full
    lone=("หลาย", "นับ", "เป็น", "ราย", "เรือน", "กว่า", "เกือบ", "ประมาณ", "ราว", "จำนวน", "ละ", "ที่", "ครบ"),
    is_lone_behind_space=True,
    unsure=("หนึ่ง", "เอ็ด"),  # one (twice)
    vague={
        r"ทั้งสอง|ทั้งคู่|คู่|ทวิ|สองฝ่าย|สองฝั่ง|ครั้งที่สอง|รอง": (2,),  # both (twice), pair, bi-, both sides (twice), …
        r"ไตร": (3,),  # tri-
        r"แรก|เดียว|เอก|แต่ละ": (1,),  # first, single, uni-, each
        r"ทศวรรษ": (10,),  # decade
        r"ศตวรรษ": (100,),  # century
        r"สัปดาห์": (7, 14),  # week
        r"โหล": (12,),  # dozen
        r"ไตรมาส": (0.25, 3, 4),  # quarter of a year
    },
    sure={r"ครึ่ง": (0.5, 50, 6), r"กึ่งหนึ่ง": (0.5, 50)},  # half (twice)
    not_numbers=(
        # able, husband, ordinary, harmony, novice: with 3 in them; to forbid, mall: 5; to fall: 6; chair, deer: 9;
        # tainted: 8; brand: 2
        r"สามารถ|สามี|สามัญ|สามัคคี|สามเณร|ห้าม|ห้าง|หกล้ม|เก้าอี้|เก้ง|แปดเปื้อน|ยี่(?!สิบ)",
        # bond (several words), wrapped, major, colonel, kinds, ties: with 1,000 in them
        r"สัมพัน|ผูกพัน|พัวพัน|เกี่ยวพัน|พันธ|พันตรี|พันเอก|พันโท|พันตำรวจ|พันจ่า|เผ่าพันธุ์",
        # in order, lieutenant, town, per cent, threading: with 100 in them; sergeant: with 10; terribly: with 100,000
        r"เรียบร้อย|ร้อยตรี|ร้อยโท|ร้อยเอก|ร้อยตำรวจ|จังหวัดร้อยเอ็ด|ร้อยละ|ร้อยเรียง|สิบตรี|สิบโท|สิบเอก|แสนสาหัส|ล้านนา|สี่แยก|ศูนย์(?!องศา)",
    ),
)

_MONTHS = (
    ("มกราคม", r"ม\.ค\."),  # January
    ("กุมภาพันธ์", r"ก\.พ\."),  # February
    ("มีนาคม", r"มี\.ค\."),  # March
    ("เมษายน", r"เม\.ย\."),  # April
    ("พฤษภาคม", r"พ\.ค\."),  # May
    ("มิถุนายน", r"มิ\.ย\."),  # June
    ("กรกฎาคม", r"ก\.ค\."),  # July
    ("สิงหาคม", r"ส\.ค\."),  # August
    ("กันยายน", r"ก\.ย\."),  # September
    ("ตุลาคม", r"ต\.ค\."),  # October
    ("พฤศจิกายน", r"พ\.ย\."),  # November
    ("ธันวาคม", r"ธ\.ค\."),  # December
)

WORDING = Wording(
    tag="th",
    name="Thai",
    negations=_NEGATIONS,
    obligations=_OBLIGATIONS,
    advice=_ADVICE,
    abilities=_ABILITIES,
    numbers=_NUMBERS,
    months=tuple(rf"{name}|{short}(?=\s?\d)" for name, short in _MONTHS),
    per_cent="%|ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์",  # per hundred, per cent (two spellings)
    unmarked_buddhist=True,
    era=r"พ\.\s?ศ\.|พุทธศักราช",  # Buddhist Era, short and in full
    common_era=r"ค\.\s?ศ\.|คริสต์ศักราช",  # Common Era, short and in full
    length=1.08,
    script="\u0e01-\u0e4e",
)
