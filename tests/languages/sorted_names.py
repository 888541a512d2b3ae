"""Names as CLDR sorts them, written down: what the kit is held to, with an outside judge or without one."""

from __future__ import annotations

ENGLISH = (
    "20 Voices",
    "3S Rivers",
    "Action",
    "Action for All",
    "Action: Now",
    "Actionaid",
    "ActionAid",
    "Aland",
    "Åland",
    "co op",
    "CO OP",
    "co-op",
    "Co-op",
    "coop",
    "Lodz",
    "Łódź",
    "ngo",
    "Ngo",
    "NGO",
    "Ó Briain",
    "O'Brien",
    "Obrien",
    "Ødegaard",
    "resume",
    "Resume",
    "résumé",
    "Résumé",
    "Zed",
)
"""As CLDR sorts where punctuation counts: spaces first, then other signs, digits, letters; accents before case."""

KHMER = (
    "ការ",  # work
    "កិច្ច",  # duty
    "កើត",  # to be born
    "កុំ",  # do not; nikahit makes a vowel of its own, behind the simple ones
    "កាំ",  # ray
    "កុះ",  # a syllable with reahmuk, which makes another
    "កេះ",  # to scratch
    "កោះ",  # island
    "ក្រុម",  # group: what stands below, behind all vowels
    "ខ្មែរ",  # Khmer
    "គណ",  # group, in compounds
    "គោរព",  # to respect
    "ធម្ម",  # dhamma
    "ធរ",  # who holds
    "ធម៌",  # dharma: a robat stands where រ្ម would
    "ធាតុ",  # element
    "បា",  # father
    "ប៉ា",  # papa: a shifter decides last
    "ប៊ា",  # the same with the other shifter
    "បាត់",  # lost
    "ប្រជា",  # people
    "ពណ៌",  # colour
    "រក",  # to seek
    "រួម",  # together
    "ឫទ្ធិ",  # power: the independent vowel stands behind រ
    "សីល",  # precept
    "សីវិល",  # the next without its shifter
    "ស៊ីវិល",  # civil
    "សំណង់",  # building
    "សះ",  # healed
    "អក",  # fish eagle
    "អង្គការ",  # organisation
    "ឥណ្ឌា",  # India: the independent vowel stands with អិ
    "ឯក",  # one
    "អោយ",  # to give
    "ឱ្យ",  # the same in its other spelling
    "អំពី",  # about
)
"""As CLDR sorts Khmer."""

THAI = (
    "กระ",  # freckle
    "กรุงเทพ",  # Bangkok
    "กรุงเทพฯ",  # Bangkok, shortened: paiyannoi counts where all else is the same
    "กรุงเทพมหานคร",  # the city of Bangkok
    "กล้วย",  # banana
    "กา",  # crow
    "ก่า",  # the same syllable in the other tones, which decide last
    "ก้า",
    "ก๊า",
    "ก๋า",
    "กาก",  # dregs
    "กำ",  # fist
    "กำไร",  # profit
    "เก",  # lame: by the consonant, then the vowel written before it
    "เก่ง",  # able
    "เกา",  # to scratch
    "แก",  # you
    "แก่",  # old
    "โก",  # showy
    "ใก",  # a syllable with the one AI
    "ไก",  # and with the other
    "ขา",  # leg
    "เด็ก",  # child
    "เด็กๆ",  # children: mai yamok likewise
    "เด็กหญิง",  # girl
    "นา",  # field
    "นาม",  # name
    "น้ำ",  # water
    "รัก",  # love
    "รัก์",  # a syllable with the killer
    "ฤดู",  # season
    "ฤๅษี",  # hermit
    "ลม",  # wind
)
"""As CLDR sorts Thai."""

THAI_OF_THE_REQUIREMENTS = (
    "กลุ่ม",  # group
    "ขบวนการ",  # movement
    "เครือข่าย",  # network
    "โครงการ",  # project
    "ใจ",  # heart
    "ไทย",  # Thai
    "องค์กร",  # organisation
    "แอมเนสตี้",  # Amnesty
)
"""What ICU made of the eight names of requirement N13."""
