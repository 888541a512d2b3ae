"""What people answer to the questions of a sign-on form, in English, Khmer and Thai, by what it means.

All answers are as `answers.answer_key` gives them: in one case, with one space between words. An answer that is not
here is not guessed at; a mapping can explain it.
"""

from __future__ import annotations

from collections.abc import Mapping

NOTHING = frozenset(
    {
        "-",
        "--",
        "–",
        "—",
        ".",
        "/",
        "n/a",
        "n.a",
        "nil",
        "none",
        "null",
        "nan",
        "no answer",
        "not applicable",
        "គ្មាន",  # none
        "មិនមាន",  # there is none
        "ไม่มี",  # there is none
        "ไม่ระบุ",  # not stated
    }
)
"""What people write into a cell to say that they have nothing to write there."""

_YES = (
    *(
        "yes",
        "y",
        "true",
        "1",
        "ok",
        "okay",
        "agree",
        "i agree",
        "we agree",
        "agreed",
        "accept",
        "i accept",
        "x",
        "✓",
        "✔",
    ),
    *(
        "consent",
        "i consent",
        "we consent",
        "checked",
        "yes i agree",
        "yes i do",
        "yes we do",
        "yes please",
        "yes we agree",
    ),
    *("បាទ", "ចាស", "ចា៎ះ", "បាទ/ចាស", "ចាស/បាទ", "បាទ ចាស"),  # yes, said by men, by women (twice), by either
    *("យល់ព្រម", "ខ្ញុំយល់ព្រម", "យើងយល់ព្រម", "ព្រម", "ឯកភាព", "អនុញ្ញាត"),  # agree, I agree, we agree, agree, agree, allow
    *("ใช่", "ใช่ค่ะ", "ใช่ครับ", "ยินยอม", "ข้าพเจ้ายินยอม"),  # yes (women, men), consent, I consent
    *("ยินดี", "อนุญาต", "ตกลง", "เห็นด้วย", "ได้", "ยอมรับ"),  # gladly, allow, agreed, agree, may, accept
)
_NO = (
    *("no", "n", "false", "0", "disagree", "i disagree", "i do not agree", "i dont agree", "do not agree", "unchecked"),
    *("no thanks", "no thank you", "i do not consent", "i dont consent", "not agree"),
    *("ទេ", "អត់ទេ", "មិនយល់ព្រម", "មិនព្រម", "មិនឯកភាព", "មិនអនុញ្ញាត"),  # no (twice), disagree (three times), not allow
    *(
        "ไม่",
        "ไม่ใช่",
        "ไม่ยินยอม",
        "ไม่อนุญาต",
        "ไม่ตกลง",
        "ไม่เห็นด้วย",
    ),  # no, is not, not consent, not allow, not agree (twice)
    *("ไม่ได้", "ไม่ยอมรับ", "ไม่ยินดี"),  # may not, not accept, not gladly
)

_PUBLIC = (
    "public",
    "publicly",
    "publish",
    "published",
    "named",
    "show",
    "list",
    "listed",
    "display",
    "name us",
    "name me",
)
_HIDDEN = (
    *(
        "anonymous",
        "anonymously",
        "withheld",
        "withhold",
        "private",
        "confidential",
        "not public",
        "do not publish",
        "hide",
    ),
    *("keep private", "unlisted"),
    *("អនាមិក", "រក្សាការសម្ងាត់", "មិនបង្ហាញឈ្មោះ"),  # anonymous, keep secret, do not show the name
    *("ไม่ประสงค์ออกนาม", "ไม่เปิดเผย", "ไม่เปิดเผยชื่อ", "ปกปิด"),  # wish not to be named, not disclosed (twice), conceal
)
_WITHDRAWN = (
    *(
        "withdrawn",
        "withdrew",
        "cancelled",
        "canceled",
        "revoked",
        "removed",
        "refunded",
        "rejected",
        "failed",
        "invalid",
    ),
    *("ដកចេញ", "បោះបង់", "លុបចោល"),  # withdrawn, given up, deleted
    *("ถอนชื่อ", "ถอนตัว", "ยกเลิก"),  # name withdrawn, withdrawn, cancelled
)

ANSWER_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "organisation": (
            *(
                "organisation",
                "organization",
                "org",
                "ngo",
                "ngos",
                "local ngo",
                "national ngo",
                "international ngo",
                "ingo",
            ),
            *(
                "lngo",
                "cso",
                "cbo",
                "npo",
                "non governmental organisation",
                "non governmental organization",
                "nonprofit",
            ),
            *("civil society organisation", "civil society organization", "civil society", "non profit organisation"),
            *("non profit organization", "non profit", "community based organisation", "community based organization"),
            *("community organisation", "community organization", "grassroots organisation", "grassroots organization"),
            *(
                "grassroots group",
                "community group",
                "community",
                "association",
                "trade union",
                "union",
                "labour union",
            ),
            *("labor union", "workers union", "foundation", "institute", "institution", "company", "business", "media"),
            *(
                "media outlet",
                "university",
                "think tank",
                "group",
                "collective",
                "committee",
                "faith based organisation",
            ),
            *(
                "faith based organization",
                "religious organisation",
                "religious organization",
                "political party",
                "cooperative",
            ),
            *("អង្គការ", "អង្គការក្រៅរដ្ឋាភិបាល", "អង្គការសង្គមស៊ីវិល"),  # organisation, non-governmental, of civil society
            *("អង្គការមូលដ្ឋាន", "អង្គការសហគមន៍", "សហគមន៍", "សមាគម"),  # grassroots, of a community, community, association
            *("សហជីព", "មូលនិធិ", "វិទ្យាស្ថាន", "ក្រុម", "ស្ថាប័ន"),  # trade union, foundation, institute, group, institution
            *("องค์กร", "องค์การ", "องค์กรพัฒนาเอกชน", "เอ็นจีโอ"),  # organisation (twice), non-governmental, NGO
            *("องค์กรภาคประชาสังคม", "ภาคประชาสังคม", "องค์กรชุมชน"),  # of civil society, civil society, of a community
            *(
                "สมาคม",
                "สหภาพแรงงาน",
                "สหภาพ",
                "มูลนิธิ",
                "สถาบัน",
            ),  # association, trade union, union, foundation, institute
            *("กลุ่ม", "ชุมชน", "หน่วยงาน", "บริษัท", "ชมรม"),  # group, community, agency, company, club
        ),
        "network": (
            *("network", "coalition", "alliance", "federation", "confederation", "platform", "umbrella organisation"),
            *(
                "umbrella organization",
                "networks",
                "working group",
                "consortium",
                "forum",
                "movement",
                "network or coalition",
            ),
            *("network coalition", "network of organisations", "network of organizations"),
            *("បណ្តាញ", "បណ្ដាញ", "សម្ព័ន្ធ", "សម្ព័ន្ធភាព", "សហព័ន្ធ"),  # network (two spellings), alliance (twice), federation
            *("វេទិកា", "ចលនា"),  # platform, movement
            *("เครือข่าย", "พันธมิตร", "สมาพันธ์", "สหพันธ์"),  # network, alliance, confederation, federation
            *("ขบวนการ", "เวที", "คณะทำงาน", "แนวร่วม"),  # movement, platform, working group, front
        ),
        "individual": (
            *(
                "individual",
                "person",
                "citizen",
                "academic",
                "activist",
                "student",
                "researcher",
                "lawyer",
                "journalist",
            ),
            *(
                "individuals",
                "a person",
                "private person",
                "individual person",
                "concerned citizen",
                "scholar",
                "artist",
            ),
            *("household", "monk", "human rights defender"),
            *("បុគ្គល", "បុគ្គលម្នាក់", "ឯកជន", "ពលរដ្ឋ"),  # individual, one individual, private person, citizen
            *("ប្រជាពលរដ្ឋ", "អ្នកសិក្សា", "សាស្ត្រាចារ្យ", "និស្សិត"),  # citizen, scholar, professor, student
            *("អ្នកស្រាវជ្រាវ", "សកម្មជន", "មេធាវី", "អ្នកកាសែត"),  # researcher, activist, lawyer, journalist
            *("បុគ្គល", "បុគ្គលឯកជន"),  # individual, private individual
            *("บุคคล", "บุคคลทั่วไป", "ประชาชน", "ประชาชนทั่วไป"),  # person, any person, the public, the general public
            *("พลเมือง", "นักวิชาการ", "นักศึกษา", "อาจารย์"),  # citizen, academic, student, lecturer
            *("นักกิจกรรม", "ปัจเจกบุคคล", "ปัจเจก", "รายบุคคล"),  # activist, individual (twice), by person
        ),
    },
    "capacity": {
        "personal": (
            *_YES,
            *("personal", "personal capacity", "in a personal capacity", "in my personal capacity", "individual"),
            *("individual capacity", "in my individual capacity", "private", "as an individual"),
            *("ក្នុងនាមផ្ទាល់ខ្លួន", "ផ្ទាល់ខ្លួន", "ឯកជន"),  # in one's own name, own, private
            *("ในนามส่วนตัว", "ส่วนตัว", "ในฐานะส่วนตัว", "ในนามบุคคล"),  # in one's own name, own, as oneself, as a person
        ),
        "": (
            *_NO,
            *(
                "institutional",
                "institution",
                "organisation",
                "organization",
                "organisational",
                "organizational",
                "official",
            ),
            *(
                "on behalf of my organisation",
                "on behalf of my organization",
                "as an organisation",
                "as an organization",
            ),
            *("ក្នុងនាមអង្គការ", "ក្នុងនាមស្ថាប័ន"),  # in the name of an organisation, of an institution
            *("ในนามองค์กร", "ในฐานะองค์กร", "ในนามหน่วยงาน"),  # in the name of an organisation, as one, of an agency
        ),
    },
    "consent": {"yes": (*_YES, *_PUBLIC), "no": (*_NO, *_HIDDEN)},
    "anonymous": {"yes": (*_YES, *_HIDDEN), "no": (*_NO, *_PUBLIC)},
    "logo_consent": {"yes": (*_YES, "show", "display"), "no": _NO},
    "standing": {"named": _PUBLIC, "withheld": _HIDDEN, "withdrawn": _WITHDRAWN},
    "status": {
        "named": (
            *("completed", "complete", "confirmed", "verified", "active", "approved", "signed", "valid", "available"),
            *("submitted", "submitted via web", "validation status approved", "in progress", "pledged", "attended"),
        ),
        # In CiviCRM a signature is “scheduled” until its e-mail is confirmed; KoboToolbox holds what is in doubt.
        "withheld": (
            *(
                "scheduled",
                "pending",
                "unconfirmed",
                "not approved",
                "validation status not approved",
                "on hold",
                "draft",
            ),
            *(
                "validation status on hold",
                "left message",
                "unreachable",
                "not required",
                "no show",
                "incomplete",
                "overdue",
            ),
        ),
        "withdrawn": (*_WITHDRAWN, "chargeback", "not interested"),
    },
}
"""By field and meaning, the answers that mean it."""
