"""Which questions of a form ask for which field, by the words of their headers in English, Khmer and Thai.

The topics are tried in order, and the first that fits wins: “May we show your organisation's logo?” speaks of a logo
before it speaks of an organisation. Words are as `headers.header_words` gives them.
"""

from __future__ import annotations

from collections.abc import Iterator

from statement_kit.sign_ons.fields import IGNORED
from statement_kit.sign_ons.language_words import LANGUAGE_WORDS
from statement_kit.sign_ons.topic import Topic, speaks_of

_YOURS = (
    "agree",
    "consent",
    "permission",
    "permit",
    "allow",
    "may we",
    "can we",
    "could we",
    "authorise",
    "authorize",
    "wish",
)
_AGREE = (
    *(*_YOURS, "happy for", "would you like", "do you want", "ok"),
    *("យល់ព្រម", "អនុញ្ញាត", "ព្រម", "ឯកភាព"),  # agree, allow, agree (twice)
    *("ยินยอม", "อนุญาต", "ยินดี", "เห็นด้วย", "ตกลง"),  # consent, allow, gladly, agree (twice)
)
_IN_PUBLIC = (
    *(
        "publish",
        "published",
        "publishing",
        "publication",
        "public",
        "publicly",
        "displayed",
        "display",
        "shown",
        "show",
    ),
    *(
        "listed",
        "list",
        "appear",
        "named",
        "printed",
        "print",
        "disclosed",
        "disclose",
        "name",
        "added to the statement",
    ),
    *("ផ្សព្វផ្សាយ", "បង្ហាញ", "ចេញផ្សាយ", "សាធារណៈ", "ឈ្មោះ", "បោះពុម្ព"),  # publish, show, publish, public, name, print
    *("เผยแพร่", "เปิดเผย", "แสดง", "สาธารณะ", "ชื่อ", "ตีพิมพ์"),  # publish, disclose, show, public, name, print
)
_ORGANISATION = (
    *("organisation", "organization", "org", "organisational", "organizational", "ngo", "cso", "group", "institution"),
    *("association", "network", "coalition", "company", "entity"),
    *("អង្គការ", "ស្ថាប័ន", "សមាគម", "បណ្តាញ", "បណ្ដាញ"),  # organisation, institution, association, network (two spellings)
    *("องค์กร", "องค์การ", "หน่วยงาน", "สถาบัน", "เครือข่าย", "สมาคม"),  # organisation (twice), agency, institute, network
)
_NAME = ("name", "ឈ្មោះ", "នាម", "ชื่อ")  # name; in Khmer twice


ORGANISATION_NAME = "name of an organisation"
PERSON_NAME = "name of a person"
"""Two topics that may be more than one field: it depends on the other columns (see `guessing`)."""

TOPICS: tuple[Topic, ...] = (
    Topic(
        "anonymous",
        (
            *(
                "anonymous",
                "anonymously",
                "anonymity",
                "withhold",
                "withheld",
                "confidential",
                "do not publish",
                "hide",
            ),
            *(
                "without our name",
                "without my name",
                "not be published",
                "not be named",
                "keep private",
                "not to be named",
            ),
            *("អនាមិក", "មិនបង្ហាញឈ្មោះ", "លាក់ឈ្មោះ", "រក្សាការសម្ងាត់"),  # anonymous, not show the name, hide it, keep secret
            *("ไม่เปิดเผยชื่อ", "ไม่ประสงค์ออกนาม", "ปกปิดชื่อ", "ไม่เปิดเผยนาม"),  # not disclose the name, not be named, conceal
        ),
    ),
    Topic("logo_consent", ("logo", "ឡូហ្គោ", "ស្លាកសញ្ញា", "รូปสัญลักษณ์", "โลโก้", "ตราสัญลักษณ์"), _AGREE),  # logo, emblem
    Topic(
        IGNORED,
        (
            *("logo", "upload", "attachment", "phone", "telephone", "mobile", "tel", "whatsapp", "telegram", "signal"),
            *(
                "messenger",
                "fax",
                "ip",
                "ip address",
                "user agent",
                "browser",
                "device",
                "comment",
                "message",
                "remark",
            ),
            *(
                "suggestion",
                "feedback",
                "other information",
                "street",
                "postal",
                "postcode",
                "post code",
                "zip",
                "city",
            ),
            *("town", "province", "district", "state", "birth", "age", "gender", "sex", "newsletter", "mailing list"),
            *("receive updates", "subscribe", "hear from us", "hear about", "how many", "score", "captcha", "referrer"),
            *("latitude", "longitude", "gps", "geolocation", "line id", "passport", "identity card", "why", "reason"),
            *("salutation", "honorific", "prefix", "mr", "mrs"),
            *("ឡូហ្គោ", "ស្លាកសញ្ញា", "ទូរស័ព្ទ", "ទូរសព្ទ", "តេឡេក្រាម"),  # logo, emblem, telephone (twice), Telegram
            *("មតិ", "យោបល់", "អាយុ", "ថ្ងៃខែឆ្នាំកំណើត", "ខេត្ត"),  # opinion, comment, age, date of birth, province
            *(
                "โทรศัพท์",
                "เบอร์โทร",
                "มือถือ",
                "ไลน์ไอดี",
                "โลโก้",
                "คำนำหน้า",
            ),  # telephone, its number, mobile, LINE id, logo, salutation
            *(
                "ความคิดเห็น",
                "ข้อเสนอแนะ",
                "เพศ",
                "อายุ",
                "วันเกิด",
                "จังหวัด",
            ),  # opinion, advice, sex, age, birthday, province
        ),
    ),
    Topic(
        "email",
        (
            *("email", "e mail", "mail address", "emails"),
            *("អ៊ីមែល", "អ៊ីម៉ែល", "អីុមែល", "អ៊ីមេល"),  # e-mail in four spellings
            *("อีเมล", "อีเมล์", "อีเมลล์"),  # e-mail in three spellings
        ),
    ),
    Topic(
        "website",
        (
            *("website", "web site", "web page", "webpage", "web address", "url", "homepage", "home page"),
            *("គេហទំព័រ", "វេបសាយ", "វ៉ិបសាយ", "វែបសាយ"),  # web page, website in three spellings
            *("เว็บไซต์", "เว็บไซด์", "เวบไซต์", "เว็บ"),  # website in three spellings, web
        ),
    ),
    Topic(
        "capacity",
        (
            *("personal capacity", "individual capacity", "in what capacity", "capacity", "private capacity"),
            *("ក្នុងនាមផ្ទាល់ខ្លួន",),  # in one's own name
            *("ในนามส่วนตัว", "ในฐานะส่วนตัว", "ในฐานะบุคคล"),  # in one's own name, as oneself, as a person
        ),
    ),
    Topic(
        "consent",
        _AGREE,
        _IN_PUBLIC,
        ("newsletter", "data protection", "privacy policy", "terms", "demand"),
    ),
    Topic("consent", ("public", "publicly", "publish", "published", "display", "consent")),
    Topic(
        "registration",
        (
            *("response id", "submission id", "registration number", "registration id", "record id", "entry id"),
            *("instance id", "uuid", "reference number"),
        ),
    ),
    Topic(
        "signed",
        (
            *("timestamp", "date", "time", "submitted at", "submitted on", "signed on", "signed at", "created at"),
            *("completion time", "start time", "date signed", "when"),
            *("កាលបរិច្ឆេទ", "ថ្ងៃខែ", "ថ្ងៃទី", "ត្រាពេលវេលា", "ពេលវេលា"),  # date (three times), timestamp, time
            *("วันที่", "ประทับเวลา", "เวลา"),  # date, timestamp, time
        ),
        unless=("ឈ្មោះ", "ชื่อ", "name"),
    ),
    Topic("country", ("country", "countries", "nation", "ប្រទេស", "ประเทศ"), unless=("language",)),
    Topic(
        "kind",
        (
            *(
                "type",
                "kind",
                "category",
                "signing as",
                "sign as",
                "endorsing as",
                "endorse as",
                "sign on as",
                "are you an",
            ),
            *("are you a", "who is signing"),
            *("ប្រភេទ", "ចុះហត្ថលេខាក្នុងនាម"),  # kind, sign in the name of
            *("ประเภท", "ลงนามในนาม", "ลงชื่อในนาม", "ในนามของ"),  # kind, sign in the name of (twice), in the name of
        ),
    ),
    Topic(
        "acronym",
        (
            *("acronym", "abbreviation", "short name", "abbreviated", "short form", "initials"),
            *("អក្សរកាត់", "ឈ្មោះកាត់", "អក្សរបំប្រួញ"),  # abbreviation (three times)
            *("ชื่อย่อ", "อักษรย่อ", "ตัวย่อ"),  # short name, abbreviation (twice)
        ),
    ),
    Topic("transliteration", ("transliteration", "transliterated", "romanised", "romanized", "romanisation")),
    Topic(
        IGNORED,
        (
            *(
                "contact person",
                "contact name",
                "name of contact",
                "contact",
                "focal point",
                "focal person",
                "submitted by",
            ),
            *(
                "filled in by",
                "completed by",
                "representative",
                "signatory name",
                "authorised person",
                "authorized person",
            ),
            *("អ្នកទំនាក់ទំនង", "អ្នកតំណាង", "អ្នកបំពេញ", "ទំនាក់ទំនង"),  # contact person, representative, who filled in, contact
            *(
                "ผู้ติดต่อ",
                "ผู้ประสานงาน",
                "ผู้แทน",
                "ตัวแทน",
                "ผู้กรอก",
                "ติดต่อ",
            ),  # contact, coordinator, representative (twice), who filled in
        ),
    ),
    Topic(
        "title",
        (
            *("title", "job title", "position", "role", "occupation", "profession", "designation", "job"),
            *("តួនាទី", "មុខតំណែង", "មុខងារ", "មុខរបរ"),  # role, position, function, occupation
            *("ตำแหน่ง", "อาชีพ", "บทบาท"),  # position, occupation, role
        ),
        unless=("statement", "document"),
    ),
    Topic("first_name", ("first name", "given name", "forename", "នាមខ្លួន", "ชื่อจริง", "ชื่อต้น")),  # given name
    Topic(
        "last_name", ("last name", "family name", "surname", "គោត្តនាម", "នាមត្រកូល"), unless=("first name",)
    ),  # family name
    Topic("last_name", ("นามสกุล",), unless=("ชื่อ",)),  # family name; “name and family name” is a person's
    Topic(
        PERSON_NAME,
        (
            *("your name", "your full name", "my name", "name of individual", "individual name", "persons name"),
            *("person name", "name and surname", "first and last name", "name of person", "name of signatory"),
            *("នាមនិងគោត្តនាម", "គោត្តនាមនិងនាម"),  # given and family name, family and given name
            *("ឈ្មោះរបស់អ្នក", "ឈ្មោះបុគ្គល"),  # your name, name of an individual
            *("ชื่อ นามสกุล", "ชื่อและนามสกุล", "ชื่อสกุล", "ชื่อ สกุล"),  # name and family name, in four ways
            *("ชื่อของท่าน", "ชื่อบุคคล"),  # your name, name of a person
        ),
    ),
    Topic(PERSON_NAME, ("full name", "signatory", "ឈ្មោះពេញ", "ชื่อเต็ม"), unless=_ORGANISATION),  # full name, twice
    Topic(
        "organisation",
        (
            *("affiliation", "affiliated", "employer", "workplace", "place of work"),
            *("កន្លែងធ្វើការ", "สังกัด", "ที่ทำงาน"),  # place of work, affiliation, place of work
        ),
    ),
    Topic(ORGANISATION_NAME, _ORGANISATION, (*_NAME, "called")),
    Topic(ORGANISATION_NAME, _ORGANISATION, most_words=4),
    Topic(
        "name",
        (*_NAME, "endorser", "signatory", "label"),
        unless=("name of statement", "name of the statement", "statement name", "file", "username", "user name"),
    ),
)


def topics_of(words: str) -> Iterator[str]:
    """Each field, or topic, that the words of a header may speak of, the likeliest first."""
    return (topic.field for topic in TOPICS if topic.fits(words))


def language_of(words: str) -> str | None:
    """The tag of the one language that a header names; None if it names none, or several."""
    found = [tag for tag, names in LANGUAGE_WORDS.items() if speaks_of(names, words)]
    return found[0] if len(found) == 1 else None
