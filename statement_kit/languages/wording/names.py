"""Names that a translation may put differently: bodies known by their acronym, and countries of the region."""

from __future__ import annotations

from collections.abc import Mapping

ACRONYMS: Mapping[str, tuple[str, ...]] = {
    "UN": ("U.N.", "UNO", "United Nations", "អង្គការសហប្រជាជាតិ", "សហប្រជាជាតិ", "អ.ស.ប", "អសប", "สหประชาชาติ", "ยูเอ็น"),
    "ASEAN": ("Association of Southeast Asian Nations", "អាស៊ាន", "อาเซียน"),
    "EU": ("European Union", "សហភាពអឺរ៉ុប", "សហគមន៍អឺរ៉ុប", "สหภาพยุโรป", "อียู"),
    "US": ("USA", "U.S.", "United States", "ដុល្លារ", "ดอลลาร์", "សហរដ្ឋអាមេរិក", "អាមេរិក", "สหรัฐ"),
    "USA": ("US", "U.S.", "United States", "សហរដ្ឋអាមេរិក", "អាមេរិក", "สหรัฐ"),
    "UK": ("U.K.", "United Kingdom", "ចក្រភពអង់គ្លេស", "អង់គ្លេស", "สหราชอาณาจักร", "อังกฤษ"),
    "NGO": (
        "NGOs",
        "non-governmental",
        "អង្គការក្រៅរដ្ឋាភិបាល",  # organisation outside the government
        "អង្គការមិនមែនរដ្ឋាភិបាល",  # organisation that is no government
        "องค์กรพัฒนาเอกชน",  # private development organisation
        "องค์กรเอกชน",  # private organisation
        "องค์กรไม่แสวง",  # non-profit organisation
        "เอ็นจีโอ",  # NGO, spelt out
        "องค์การนอกภาครัฐ",  # organisation outside the state
    ),
    "CSO": ("CSOs", "civil society organi", "អង្គការសង្គមស៊ីវិល", "องค์กรภาคประชาสังคม", "ภาคประชาสังคม"),
    "ICJ": ("International Court of Justice", "តុលាការយុត្តិធម៌អន្តរជាតិ", "ศาลยุติธรรมระหว่างประเทศ", "ศาลโลก"),
    "ICC": ("International Criminal Court", "តុលាការព្រហ្មទណ្ឌអន្តរជាតិ", "ศาลอาญาระหว่างประเทศ"),
    "OHCHR": (
        "High Commissioner for Human Rights",
        "ឧត្តមស្នងការអង្គការសហប្រជាជាតិទទួលបន្ទុកសិទ្ធិមនុស្ស",
        "ข้าหลวงใหญ่เพื่อสิทธิมนุษยชน",
        "ข้าหลวงใหญ่สิทธิมนุษยชน",
    ),
    "UNHCR": ("High Commissioner for Refugees", "ឧត្តមស្នងការអង្គការសហប្រជាជាតិទទួលបន្ទុកជនភៀសខ្លួន", "ข้าหลวงใหญ่ผู้ลี้ภัย"),
    "UNESCO": ("យូណេស្កូ", "ยูเนสโก"),
    "UNICEF": ("យូនីសេហ្វ", "ยูนิเซฟ"),
    "WHO": ("World Health Organization", "អង្គការសុខភាពពិភពលោក", "องค์การอนามัยโลก"),
    "ILO": ("International Labour Organi", "អង្គការអន្តរជាតិខាងការងារ", "องค์การแรงงานระหว่างประเทศ"),
    "ICRC": ("International Committee of the Red Cross", "គណៈកម្មាធិការកាកបាទក្រហមអន្តរជាតិ", "กาชาดระหว่างประเทศ"),
    "AICHR": (
        "ASEAN Intergovernmental Commission on Human Rights",
        "គណៈកម្មការអន្តររដ្ឋាភិបាលអាស៊ានទទួលបន្ទុកសិទ្ធិមនុស្ស",
        "คณะกรรมาธิการระหว่างรัฐบาลอาเซียนว่าด้วยสิทธิมนุษยชน",
    ),
    "IHL": ("international humanitarian law", "ច្បាប់មនុស្សធម៌អន្តរជាតិ", "กฎหมายมนุษยธรรมระหว่างประเทศ"),
    "IDP": ("internally displaced", "ជនភៀសសឹក", "ជនភៀសខ្លួនក្នុងប្រទេស", "ผู้พลัดถิ่น"),
    "LGBT": ("អ្នកស្រលាញ់ភេទដូចគ្នា", "ผู้มีความหลากหลายทางเพศ"),
    "LGBTQ": ("LGBT", "អ្នកស្រលាញ់ភេទដូចគ្នា", "ผู้มีความหลากหลายทางเพศ"),
    "USD": ("US$", "$", "dollar", "ដុល្លារ", "ดอลลาร์"),
    "THB": ("฿", "baht", "បាត", "บาท"),
    "KHR": ("៛", "riel", "រៀល", "เรียล"),
    "AIDS": ("អេដស៍", "เอดส์"),
    "AI": ("artificial intelligence", "បញ្ញាសិប្បនិម្មិត", "ปัญญาประดิษฐ์"),
    "COVID": ("កូវីដ", "โควิด"),
    "NATO": ("ណាតូ", "นาโต"),
    "COVID-19": ("កូវីដ", "โควิด"),
    "TV": ("television", "ទូរទស្សន៍", "โทรทัศน์", "ทีวี"),
}
"""Per acronym, what may stand for it: its name in full, its own forms in Khmer and Thai, other spellings."""

COUNTRIES: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("Cambodia", "Khmer", "Kampuchea"), ("កម្ពុជា", "ខ្មែរ"), ("กัมพูชา", "เขมร")),
    (("Thailand", "Thai", "Siam"), ("ថៃ", "សៀម"), ("ไทย", "สยาม")),
    (("Laos", "Lao"), ("ឡាវ",), ("ลาว",)),
    (("Vietnam", "Viet Nam"), ("វៀតណាម", "យួន"), ("เวียดนาม",)),
    (("Myanmar", "Burm"), ("មីយ៉ាន់ម៉ា", "ភូមា"), ("เมียนมา", "พม่า")),
    (("Malaysia",), ("ម៉ាឡេស៊ី",), ("มาเลเซีย",)),
    (("Indonesia",), ("ឥណ្ឌូនេស៊ី", "ឥណ្ឌូណេស៊ី"), ("อินโดนีเซีย",)),
    (("Singapore",), ("សិង្ហបុរី", "សាំងហ្គាពួរ"), ("สิงคโปร์",)),
    (("Philippine", "Filipin"), ("ហ្វីលីពីន", "ភីលីពីន"), ("ฟิลิปปินส์",)),
    (("Brunei",), ("ប្រ៊ុយណេ", "ប្រុយណេ"), ("บรูไน",)),
    (("Timor",), ("ទីម័រ",), ("ติมอร์",)),
    (("Japan",), ("ជប៉ុន",), ("ญี่ปุ่น",)),
    (("Phnom Penh",), ("ភ្នំពេញ",), ("พนมเปญ",)),
    (("Bangkok",), ("បាងកក", "បាងកក់"), ("กรุงเทพ",)),
    (("Poipet",), ("ប៉ោយប៉ែត",), ("ปอยเปต",)),
    (("Preah Vihear",), ("ព្រះវិហារ",), ("พระวิหาร",)),
    (("Siem Reap",), ("សៀមរាប",), ("เสียมราฐ", "เสียมเรียบ")),
)
"""Countries and places of the region: what they are called in English (also beginnings of words), Khmer and Thai."""

NO_COUNTRIES = ("มหาดไทย",)
"""Words that hold the name of a country and are none: “of the interior” in Thai."""

ORDER = ("en", "km", "th")
"""The languages of `COUNTRIES`, in their order."""
