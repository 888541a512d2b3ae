"""English: words of number, time, negation and duty.

“Un-”, “in-” and “-less” are a “not” within a word. What Khmer and Thai can say only with a “not” of their own
counts once; what they can say either way counts perhaps.
"""

from __future__ import annotations

from statement_kit.languages.wording.table import MAYBE, NONE, ONCE, Cue, NumberWords, Wording

_BEGINS, _ENDS = r"(?<![\w'])", r"(?!\w)"
"""Where a word begins and ends."""

_NEGATIONS = (
    Cue(NONE, (r"no\.?\s*\d+", "nothing else than", "no less important")),
    Cue(
        MAYBE,
        (
            "not (?:only|just|merely|simply|least|until)",
            "whether or not|or not",
            "no (?:less|fewer|more|later|sooner|earlier) than",
            "no doubt",
            "nor",
            "without (?:further |any )?(?:delay|exception)",
        ),
    ),
    Cue(
        ONCE,
        (
            "not|no|never|without|cannot|neither|none|nobody|nothing|nowhere|unable|impossible|stateless",
            r"(?:is|are|was|were|do|does|did|has|have|had|ca|wo|would|could|should|must|need|might|ai|sha)n't",
            "unacceptabl[ey]|unhindered|unresolved|unbiased|unconditional(?:ly)?|unimpeded|unfettered|uninterrupted",
            "unaccompanied|unarmed|unaffected|unfinished|unknown|unprecedented|unanswered|unpaid|uncertain(?:ty)?",
            "prohibit(?:s|ed|ing|ion)?|forb(?:id|ids|ade|idden|idding)",
            "insecur(?:e|ity)|injustices?|instability|inability|incapable|insufficient(?:ly)?|inaction",
        ),
    ),
    Cue(
        NONE,
        (
            r"unite\w*|uni(?:ts?|ty|ons?|que(?:ly)?|versal(?:ly)?|versit(?:y|ies)|forms?|lateral(?:ly)?|fy|fied)",
            r"unanim\w+|under\w*|until|undo|uncles?",
            "nevertheless|nonetheless|bless",
            "homeless|countless|tireless(?:ly)?|useless|ruthless(?:ly)?|reckless(?:ly)?",
        ),
    ),
    Cue(
        MAYBE,
        (
            r"un[a-z]{4,}|non-?(?:violen|govern)\w+",
            r"[a-z]{3,}less(?:ly|ness)?",
            "lack(?:s|ed|ing)?|fail(?:s|ed|ing|ure|ures)?|refus(?:e|es|ed|ing|al)|deny|denie[sd]|denying|denial",
            "reject(?:s|ed|ing|ion)?|absen(?:t|ce)|impunity|innocent|hardly|seldom|rarely|scarcely|few",
            "free (?:of|from)",
            "ban(?:s|ned|ning)?|otherwise|except",
            "illegal(?:ly)?|illegitimate|inhuman(?:e|ity)?|indiscriminate(?:ly)?",
            r"in[a-z]{3,}[ai]bl[ey]|im[a-z]{3,}[ai]bl[ey]|ir[a-z]{3,}[ai]bl[ey]",
            r"ignor\w+|neglect\w*|disregard\w*|anonym\w+|dissatisf\w+|discontent\w*",
            "false(?:ly|hoods?)?|wrong(?:s|ly|ful|fully)?|bad(?:ly)?|different(?:ly)?|differs?|unless",
            "regardless|irrespective|omissions?|omit(?:s|ted|ting)?|out of",
            "inadequate(?:ly)?|inequalit(?:y|ies)|incomplete|inaccurate|invalid|indefinite(?:ly)?|immoral",
            "impartial(?:ly|ity)?",
            "intoleran(?:t|ce)|inviolability|ineffective(?:ly)?",
            "incorrect(?:ly)?|inappropriate(?:ly)?|inconsistent|imbalance|irregular",
            r"disagree\w*|disrespect\w*|dishonest\w*|disproportionate(?:ly)?|distrust|mistrust|discontinu\w+",
        ),
    ),
    Cue(ONCE, (r"non-\w+|non(?:profit|state|align|discrim|prolif|refoul)\w*",)),
)

_OBLIGATIONS = (
    Cue(ONCE, ("must", "mustn't")),
    Cue(
        MAYBE,
        (
            "shall|needs?|(?:have|has|had|having) to|required?|requires|obliged|obligated|bound to",
            "(?:is|are|was|were) to|necessary|necessarily|ought|compelled|forced to|mandatory",
        ),
    ),
)
_ADVICE = (
    Cue(ONCE, ("should", "shouldn't", "ought")),
    Cue(MAYBE, ("(?:is|are|was|were) to", "recommend(?:s|ed|ation|ations)?", "had better", "worth\\w*", "shall")),
)
_ABILITIES = (
    # What may not be must not be, in languages that have no “may not”.
    Cue(MAYBE, ("may not|might not", r"(?:no one|nobody|nothing|none|no \w+)[^.;]{0,40}? may")),
    Cue(ONCE, ("may", "might")),
    Cue(
        MAYBE,
        (
            "can|cannot|can't|could|couldn't|able|unable|ability|inability|capable|capacity|feasible|accessible",
            "possib(?:le|ly|ility)|perhaps|impossible|potential(?:ly)?|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|enabl(?:e|es|ed|ing)|likely",
            r"un\w+able|un\w+ably|in\w+[ia]bl[ey]|ir\w+[ia]bl[ey]",
            # What else Khmer likes to say with a “can”.
            "risk(?:s|ing)?|powers? to|would|entitled|shall|only|free to",
        ),
    ),
)

_TO_NINE = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thir", "four", "fif", "six", "seven", "eigh", "nine")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ORDINALS = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_NUMBERS = NumberWords(
    units={
        **{word: number for number, word in enumerate(_TO_NINE)},
        **{word + ("teen" if number > 12 else ""): number for number, word in enumerate(_TEENS, 10)},
        **{f"{word}y": 10 * number for number, word in enumerate(_TENS, 2)},
        **{word: number for number, word in enumerate(_ORDINALS, 4)},
        **{f"{word}teenth": number for number, word in enumerate(_TEENS[3:], 13)},
        **{f"{word}ieth": 10 * number for number, word in enumerate(_TENS, 2)},
        "first": 1,
        "second": 2,
        "third": 3,
        "thirds": 3,
        "tens": 10,
    },
    multipliers={f"{word}{end}": number for word, number in _SCALES.items() for end in ("", "s", "th")},
    joint=r"(?:[\s-]+(?:(?:and|of)\s+)?)",
    unsure=("one", "first", "second"),
    vague={
        "a|an|firstly|once|single|alone|each|every|another|sole": (1,),
        "both|pairs?|couples?|twice|seconds|secondly|double[ds]?|twofold": (2,),
        "either|bilateral|between|sides": (2,),
        "triple[ds]?|thrice|trilateral|threefold": (3,),
        "quarter(?:s|ly)?": (0.25, 25, 4, 3),
        "decades?": (10,),
        "century|centuries": (100,),
        "fortnights?|weeks?": (7, 14, 15),
        "years?": (12,),
    },
    sure={
        "half|halves": (0.5, 50, 6),
        "dozens?": (12, 10),
    },
    ends=_ENDS,
)

WORDING = Wording(
    tag="en",
    name="English",
    negations=_NEGATIONS,
    obligations=_OBLIGATIONS,
    advice=_ADVICE,
    abilities=_ABILITIES,
    numbers=_NUMBERS,
    months=(
        r"January\b|Jan\b(?=\.? \d)",
        r"February\b|Feb\b(?=\.? \d)",
        r"March\b(?:(?=,? \d)|(?<=\d March)|(?<=\d(?:st|nd|rd|th) March))",
        r"April\b|Apr\b(?=\.? \d)",
        r"May\b(?:(?=,? \d)|(?<=\d May)|(?<=\d(?:st|nd|rd|th) May))",
        r"June\b|Jun\b(?=\.? \d)",
        r"July\b|Jul\b(?=\.? \d)",
        r"August\b|Aug\b(?=\.? \d)",
        r"September\b|Sept?\b(?=\.? \d)",
        r"October\b|Oct\b(?=\.? \d)",
        r"November\b|Nov\b(?=\.? \d)",
        r"December\b|Dec\b(?=\.? \d)",
    ),
    vague_months={3: r"March\b", 5: r"May\b"},
    per_cent=r"%|per ?cent",
    era=r"B\.?E\.?",
    common_era=r"A\.?D\.?|C\.?E\.?",
    not_cues=("May",),
    word_begins=_BEGINS,
    word_ends=_ENDS,
    is_spaced=True,
)
