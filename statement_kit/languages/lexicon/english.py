"""English: bodies and places."""

from __future__ import annotations

from collections.abc import Mapping

BODIES: Mapping[str, str] = {
    "United Nations": "the organisation",
    "General Assembly": "of the United Nations",
    "Security Council": "of the United Nations",
    "Human Rights Council": "of the United Nations",
    "High Commissioner |for Human Rights": "of the United Nations",
    "High Commissioner |for Refugees": "of the United Nations",
    "International Court |of Justice": "the court in The Hague",
    "International Criminal Court": "the court in The Hague",
    "International Committee |of the Red Cross": "ICRC",
    "Red Cross": "the movement",
    "Association |of Southeast Asian Nations": "ASEAN",
    "European Union": "EU",
    "Human Rights Watch": "the organisation",
    "Amnesty International": "the organisation",
}

PLACES: Mapping[str, str] = {
    "Phnom Penh": "capital of Cambodia",
    "Siem Reap": "province of Cambodia",
    "Preah Vihear": "province and temple",
    "Preah Sihanouk": "province of Cambodia",
    "Banteay Meanchey": "province of Cambodia",
    "Oddar Meanchey": "province of Cambodia",
    "Koh Kong": "province of Cambodia",
    "Kampong Cham": "province of Cambodia",
    "Kampong Chhnang": "province of Cambodia",
    "Kampong Speu": "province of Cambodia",
    "Kampong Thom": "province of Cambodia",
    "Prey Veng": "province of Cambodia",
    "Stung Treng": "province of Cambodia",
    "Svay Rieng": "province of Cambodia",
    "Tboung Khmum": "province of Cambodia",
    "Ta Moan Thom": "temple on the border",
    "Ta Krabei": "temple on the border",
    "Buri Ram": "province of Thailand",
    "Sa Kaeo": "province of Thailand",
    "Si Sa Ket": "province of Thailand",
    "Ubon Ratchathani": "province of Thailand",
    "Viet Nam": "member of ASEAN",
    "Lao PDR": "member of ASEAN",
    "Brunei Darussalam": "member of ASEAN",
    "Timor-Leste": "member of ASEAN",
    "Kuala Lumpur": "capital of Malaysia",
    "Ha Noi": "capital of Viet Nam",
    "The Hague": "seat of courts",
    "New York": "seat of the United Nations",
}
