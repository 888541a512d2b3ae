"""The words of dates in English, Khmer and Thai, as forms and people write them."""

from __future__ import annotations

from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            # in full and short in English, in Khmer, in full and short in Thai
            ("january", "jan", "មករា", "มกราคม", "ม.ค."),
            ("february", "feb", "កុម្ភៈ", "កុម្ភះ", "กุมภาพันธ์", "ก.พ."),
            ("march", "mar", "មីនា", "มีนาคม", "มี.ค."),
            ("april", "apr", "មេសា", "เมษายน", "เม.ย."),
            ("may", "ឧសភា", "พฤษภาคม", "พ.ค."),
            ("june", "jun", "មិថុនា", "มิถุนายน", "มิ.ย."),
            ("july", "jul", "កក្កដា", "กรกฎาคม", "ก.ค."),
            ("august", "aug", "សីហា", "สิงหาคม", "ส.ค."),
            ("september", "sept", "sep", "កញ្ញា", "กันยายน", "ก.ย."),
            ("october", "oct", "តុលា", "ตุลาคม", "ต.ค."),
            ("november", "nov", "វិច្ឆិកា", "พฤศจิกายน", "พ.ย."),
            ("december", "dec", "ធ្នូ", "ธันวาคม", "ธ.ค."),
        ),
        1,
    )
    for word in words
}
"""The number of each month, by its names."""

FILLERS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri"),
    *("sat", "sun", "at", "of", "the"),
    *("ថ្ងៃទី", "ទី", "ខែ", "ឆ្នាំ", "ម៉ោង", "គ.ស."),  # day number, number, month, year, hour, Christian era
    *("ថ្ងៃចន្ទ", "ថ្ងៃអង្គារ", "ថ្ងៃពុធ", "ថ្ងៃព្រហស្បតិ៍", "ថ្ងៃសុក្រ", "ថ្ងៃសៅរ៍", "ថ្ងៃអាទិត្យ", "ថ្ងៃ"),  # Monday to Sunday, day
    *("วันที่", "เดือน", "พ.ศ.", "ค.ศ.", "เวลา", "น.", "ปี"),  # day, month, Buddhist era, Christian era, time, o'clock, year
    *("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์"),  # Monday to Sunday
)
"""What may stand in a date and says nothing that its numbers do not; the era of a year is told by its size."""

NOON: Mapping[str, bool] = {
    "am": False,
    "a.m.": False,
    "ព្រឹក": False,  # morning
    "ก่อนเที่ยง": False,  # before noon
    "pm": True,
    "p.m.": True,
    "ល្ងាច": True,  # evening
    "រសៀល": True,  # afternoon
    "หลังเที่ยง": True,  # after noon
}
"""Whether a time is after noon, by the words for it."""
