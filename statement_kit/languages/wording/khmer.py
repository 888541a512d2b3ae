"""Khmer: words of number, time, negation and duty.

Khmer puts no space between words, so that a short word also stands by chance within others: ពីរ, “two”, within
ពីរដ្ឋ, “from the state”. Each such word comes with those it must not be taken from. A letter behind the sign ្
(coeng) stands under the letter before it and begins no word.

No native speaker of Khmer has reviewed these words yet.
"""

from __future__ import annotations

from statement_kit.languages.wording.table import MAYBE, NONE, ONCE, Cue, NumberWords, Wording

_THAT = "(?:ឱ្យ|ឲ្យ|អោយ)"
"""“(so) that, let”, in three spellings."""

# prevent, protect, stop, hinder, avert, avoid, refrain, avoid (another spelling), hold back
_PREVENT = ("បង្ការ", "ការពារ", "ទប់ស្កាត់", "រារាំង", "បញ្ចៀស", "ចៀសវាង", "វៀរចាក", "ជៀសវាង", "ទប់")
_NO_MORE = "(?![\u17b6-\u17d2])"
"""Behind a word's last consonant: no vowel, sign or coeng."""


def _word(word: str, *, is_whole: bool = True) -> str:
    """A word that begins no lower than the line, and bears no vowel, sign or coeng behind its last consonant."""
    return f"{word}(?<!\u17d2{word}){_NO_MORE if is_whole else ''}"


_NEGATIONS = (
    Cue(
        NONE,
        (
            # “prevent … (lest)”: the “not” only repeats what the verb says
            *(rf"{verb}[^\s។]{{0,30}}?(?:កុំ|មិន){_THAT}" for verb in _PREVENT),
            "កុំព្យូទ័រ|កុំព្យូទ័|កុំម្មុយ|កុំមុយ|កុំម៉ង់|ពុំនួន",  # computer (twice), communist (twice), order, a cake
            "មិនថា",  # “no matter”
            *(f"{no}(?:គិត|បង់|អស់)ថ្លៃ" for no in ("ឥត", "មិន")),  # free of charge
            "អត់ធ្មត់|អត់ឃ្លាន|អត់ឱន|អត់ទោស",  # patient, hungry, to forgive (twice)
        ),
    ),
    Cue(
        MAYBE,
        (
            *(f"{no}(?:មែន)?(?:ត្រឹម(?!ត្រូវ)|គ្រាន់|តែ)" for no in ("មិន", "ពុំ")),  # “not only”
            "ឬមិន|ឬអត់",  # “or not” (twice)
            "មិនយូរប៉ុន្មាន|មិនតិចជាង|មិនលើស|មិនក្រោម|មិនតិច|មិនច្រើន",  # soon, at least, at most, at least, not a few, few
            f"ដើម្បីកុំ{_THAT}|ដើម្បីមិន{_THAT}",  # “in order that not”, which may be “to prevent”
            *(f"{no}(?:បង្អង់|រង់ចាំ(?:យូរ)?ឡើយ|ពន្យារ|ឈប់ឈរ)" for no in ("មិន", "ឥត", "គ្មាន")),  # “without delay, without end”
            "បើមិន|លុះត្រាតែ|លើកលែងតែ",  # if not, unless, except
        ),
    ),
    Cue(
        ONCE,
        (
            _word("មិន"),  # “not”
            _word("ពុំ", is_whole=False),  # “not”, elevated
            _word("គ្មាន"),  # “without, there is not”
            _word("កុំ", is_whole=False),  # “do not”
            _word("ឥត"),  # “without”
            # “not” of the spoken language, before a verb
            f"{_word('អត់', is_whole=False)}(?:មាន|បាន|ទាន់|ដឹង|ចេះ|អាច|ព្រម|{_THAT})",
            f"{_word('ហាម', is_whole=False)}(?:ឃាត់|ប្រាម)?(?:[^\\s។]{{0,20}}?(?:កុំ|មិន){_THAT})?",  # “to forbid (that)”
            # insecurity, injustice, instability (two spellings), inequality, inability: words with a “not” in them
            "អសន្តិសុខ|អយុត្តិធម៌|អស្ថិរភាព|អស្ថេរភាព|អសមភាព|អសមត្ថភាព",
        ),
    ),
    # no longer, refuse, except, impunity, illegal, inhuman, nonviolence, lack, fail
    Cue(MAYBE, ("លែង(?<!\u17d2លែង)(?<!ដោះលែង)|បដិសេធ|លើកលែង|និទណ្ឌភាព|ខុសច្បាប់|អមនុស្សធម៌|អហិង្សា|ខ្វះ|បរាជ័យ",)),
)

_OBLIGATIONS = (
    # “was …ed” (passive), right, need, “agree”, return: ត្រូវ without a duty
    Cue(NONE, ("ត្រូវបាន|ត្រឹមត្រូវ|ត្រូវការ|ត្រូវគ្នា|ត្រូវរ៉ូវ",)),
    Cue(ONCE, ("ត្រូវតែ|ត្រូវមាន",)),  # must, “there must be”
    # must, or what befell somebody; require, force, should (elevated)
    Cue(MAYBE, ("ត្រូវ|តម្រូវ|បង្ខំ|គប្បី",)),
)
_ADVICE = (
    Cue(NONE, (f"គួរ{_THAT}|គួរសម|ស្គួរ|សមគួរ|គួរកត់សម្គាល់",)),  # “worthy of …, -able”, polite, fit, notable
    Cue(ONCE, (f"គួរតែ|{_word('គួរ')}",)),  # should
    Cue(MAYBE, ("គប្បី|ណែនាំ",)),  # should (elevated), advise
)
_ABILITIES = (
    Cue(NONE, ("អាចារ្យ|អាចម៍|អង់អាច",)),  # teacher, dung, brave
    # “in order to be able”, “let … be able”: as often as not a mere “to” in other languages
    Cue(MAYBE, ("ដើម្បី[^\\s។]{0,40}?អាច", *(f"{that}[^\\s។]{{0,25}}?អាច" for that in ("ឱ្យ", "ឲ្យ", "អោយ")))),
    Cue(ONCE, (_word("អាច"),)),  # can, may
    # ability, possibility, perhaps (twice), allow, “can” behind its verb
    Cue(MAYBE, ("សមត្ថភាព|លទ្ធភាព|ប្រហែល|ប្រហែលជា|អនុញ្ញាត|បាន(?=[\\s។៖៕]|$|ដោយ|ក្នុង|នៅ|ទេ|ឡើយ)",)),
)

_NUMBERS = NumberWords(
    units={
        "សូន្យ": 0,
        "មួយ": 1,
        "ពីរ": 2,
        "បី": 3,
        "បួន": 4,
        "ប្រាំមួយ": 6,
        "ប្រាំពីរ": 7,
        "ប្រាំបី": 8,
        "ប្រាំបួន": 9,
        "ប្រាំ": 5,
        "ដប់": 10,
        "ម្ភៃ": 20,
        "សាមសិប": 30,
        "សែសិប": 40,
        "ហាសិប": 50,
        "ហុកសិប": 60,
        "ចិតសិប": 70,
        "ប៉ែតសិប": 80,
        "កៅសិប": 90,
    },
    multipliers={
        "សិប": 10,
        "រយ": 100,
        "ពាន់": 1000,
        "ម៉ឺន": 10**4,
        "សែន": 10**5,
        "លាន": 10**6,
        "កោដិ": 10**7,
        "ប៊ីលាន": 10**9,
    },
    # counting (“tens of”), many, over, about (twice), nearly, number, up to
    lone=("រាប់", "ច្រើន", "ជាង", "ប្រមាណ", "ប្រហែល", "ជិត", "ចំនួន", "ដល់"),
    unsure=("មួយ",),  # one
    vague={
        # both, both sides (twice), pair, bi-, the two peoples, second (twice), between
        "ទាំងពីរ|ទាំងសង|សងខាង|គូ|ទ្វេ|ទីពីរ|លើកទីពីរ": (2,),
        "ត្រី(?=ភាគី)|ទាំងបី": (3,),  # tri-(lateral), all three
        "ម្នាក់|ម្ខាង|ដំបូង|ទីមួយ|តែមួយ|ឯក|ម្ដង|ម្តង|នីមួយ": (1,),  # a person, a side, first (twice), single …
        "ទសវត្សរ៍|ទសវត្ស": (10,),  # decade (two spellings)
        "សតវត្សរ៍|សតវត្ស": (100,),  # century (two spellings)
        "សប្ដាហ៍|សប្តាហ៍|អាទិត្យ": (7, 14),  # week (three words)
        "ឡូ(?!ត៍)": (12,),  # dozen
        "ត្រីមាស": (0.25, 3, 4),  # quarter of a year
    },
    sure={"កន្លះ|ពាក់កណ្ដាល|ពាក់កណ្តាល": (0.5, 50, 6)},  # half (three spellings)
    not_numbers=(
        # from (state, ways, regimes, of, reports, kings, …): ពី, “from”, before words that begin with រ
        "ពីរ(?:ដ្ឋ|បៀប|បប|បស់|បង|បាយ|បួស|ថយន្ត|ថភ្លើង|យៈ|ដូវ|ទេះ|មណី|ហូត|ហ័ស|សជាតិ|សៀល|ដ្ឋាភិបាល|ង្វង់)",
        "បីបាច់|បីដូច|ទោះបី|ប្រាំង|ជាមួយ",  # to nurse, as if, although, dry season, together with
        "ភាគរយ",  # per cent
    ),
    not_behind="\u17d2",
    ends="(?![\u17b6-\u17c5\u17c7-\u17d2])",
)

_MONTHS = (
    "មករា",  # January
    "កុម្ភៈ|កុម្ភះ|គុម្ភៈ",  # February (three spellings)
    "មីនា|មិនា",  # March (two spellings)
    "មេសា",  # April
    "ឧសភា",  # May
    "មិថុនា",  # June
    "កក្កដា",  # July
    "សីហា",  # August
    "កញ្ញា",  # September
    "តុលា(?!ការ)",  # October; but not តុលាការ, court
    "វិច្ឆិកា|វិច្ឆកា",  # November (two spellings)
    "ធ្នូ",  # December
)

WORDING = Wording(
    tag="km",
    name="Khmer",
    negations=_NEGATIONS,
    obligations=_OBLIGATIONS,
    advice=_ADVICE,
    abilities=_ABILITIES,
    numbers=_NUMBERS,
    months=tuple(f"ខែ ?(?:{name})" for name in _MONTHS),  # behind ខែ, “month”
    vague_months=dict(enumerate(_MONTHS, 1)),
    per_cent="%|ភាគរយ",
    decimal_marks=",.",  # a comma by the book; a point, as in English, by habit
    buddhist_years=(543, 544),
    unmarked_buddhist=True,
    era=r"ព\.\s?ស\.|ពុទ្ធសករាជ|ព\.ស",  # Buddhist Era, short and in full
    common_era=r"គ\.\s?ស\.|គ្រិស្តសករាជ|គ្រិស្ដសករាជ|គ\.ស",  # Common Era, short and in full
    length=1.2,
    script="\u1780-\u17d3",
)
