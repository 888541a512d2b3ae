"""Words that names of organisations are made of: what is known to be spelt right, and what means nothing by itself."""

from __future__ import annotations


def _listed(words: str) -> list[str]:
    return words.split()


AMERICAN = {
    "centre": "center",
    "centres": "centers",
    "labour": "labor",
    "programme": "program",
    "programmes": "programs",
    "defence": "defense",
    "defenders": "defenders",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "neighbourhood": "neighborhood",
    "favour": "favor",
    "honour": "honor",
    "colour": "color",
    "colours": "colors",
    "theatre": "theater",
    "licence": "license",
    "travellers": "travelers",
    "counselling": "counseling",
    "harbour": "harbor",
    "paediatric": "pediatric",
    "behaviour": "behavior",
    "enrolment": "enrollment",
    "organise": "organize",
    "organised": "organized",
    "organising": "organizing",
    "organisers": "organizers",
}
"""British forms and their American ones. Neither is wrong; a name has the one its organisation gave it (N17)."""

FORMS = (
    ("បណ្ដាញ", "បណ្តាញ"),  # network
    ("អន្ដរជាតិ", "អន្តរជាតិ"),  # international
    ("ឱ្យ", "ឲ្យ"),  # give, for
    ("កិច្ចសហប្រតិបត្ដិការ", "កិច្ចសហប្រតិបត្តិការ"),  # cooperation
    ("กะเหรี่ยง", "กระเหรี่ยง"),  # Karen
    ("อินเทอร์เน็ต", "อินเตอร์เน็ต"),  # internet
    ("อินเทอร์เนชันแนล", "อินเตอร์เนชั่นแนล"),  # international
)
"""Words of Khmer and Thai that are written in two ways."""

SMALL = frozenset(_listed("a an and at by de des du for from in la le les of on the to und with"))
"""Words that are left out of a name, or put into it, without making it another."""

LEGAL = frozenset(
    _listed("organization org association assoc ngo ingo cso inc incorporated ltd limited co company corp corporation")
)
"""What an organisation is, rather than which: often left out."""

LEGAL_BEGINNINGS = (
    "អង្គការ",  # organisation
    "សមាគម",  # association
    "องค์กร",  # organisation
    "องค์การ",  # organisation
    "สมาคม",  # association
)

BEGINNINGS = (
    "អង្គការ",  # organisation
    "មជ្ឈមណ្ឌល",  # centre
    "សហជីព",  # trade union
    "សហព័ន្ធ",  # federation
    "សហគមន៍",  # community
    "សម្ព័ន្ធ",  # alliance
    "បណ្តាញ",  # network
    "មូលនិធិ",  # foundation
    "វិទ្យាស្ថាន",  # institute
    "គណៈកម្មាធិការ",  # committee
    "องค์กร",  # organisation
    "องค์การ",  # organisation
    "เครือข่าย",  # network
    "มูลนิธิ",  # foundation
    "สหพันธ์",  # federation
    "สมาพันธ์",  # confederation
    "สถาบัน",  # institute
    "คณะกรรมการ",  # committee
    "โครงการ",  # project
    "ชุมชน",  # community
)
"""What Khmer and Thai names begin with."""

PLACES = {
    "cambodia": "cambodia",
    "cambodian": "cambodia",
    "kampuchea": "cambodia",
    "thailand": "thailand",
    "thai": "thailand",
    "asia": "asia",
    "asian": "asia",
    "laos": "laos",
    "lao": "laos",
    "vietnam": "vietnam",
    "vietnamese": "vietnam",
    "myanmar": "myanmar",
    "burma": "myanmar",
    "burmese": "myanmar",
}
"""Where an organisation is, under its names; what many acronyms have behind them."""

PLACE_ENDINGS = {
    "ប្រទេសកម្ពុជា": "cambodia",  # the country of Cambodia
    "នៅកម្ពុជា": "cambodia",  # in Cambodia
    "កម្ពុជា": "cambodia",  # Cambodia
    "แห่งประเทศไทย": "thailand",  # of the country of Thailand
    "ประเทศไทย": "thailand",  # the country of Thailand
}
"""Where an organisation is, at the end of Khmer and Thai names, the longest first; and that place."""

ABBREVIATED = {
    "assn": "association",
    "ctr": "center",
    "dept": "department",
    "devt": "development",
    "edn": "education",
    "fdn": "foundation",
    "govt": "government",
    "inst": "institute",
    "intl": "international",
    "natl": "national",
    "orgs": "organization",
    "univ": "university",
}
"""Words that are written short, without the dot or apostrophe that says so."""

HONORIFICS = (
    *_listed("mr mrs ms miss mx dr prof professor rev ven venerable sir madam hon phd adv"),
    "លោក",  # Mr
    "លោកស្រី",  # Mrs
    "កញ្ញា",  # Miss
    "បណ្ឌិត",  # Dr
    "ឯកឧត្តម",  # Excellency
    "ព្រះតេជគុណ",  # Venerable
    "นาย",  # Mr
    "นาง",  # Mrs
    "นางสาว",  # Miss
    "ดร",  # Dr
)
"""What stands before a person's name, or behind it, and is no part of it."""

HONORIFIC_BEGINNINGS = (
    "លោកស្រី",  # Mrs
    "លោក",  # Mr
    "កញ្ញា",  # Miss
    "นางสาว",  # Miss
    "นาย",  # Mr
    "นาง",  # Mrs
)
"""What is written close to a Khmer or Thai name, before it."""

SHARED_HOSTS = frozenset(
    _listed("""
    about.me bit.ly blogspot.com change.org drive.google.com facebook.com fb.com fb.me forms.gle github.com github.io
    goo.gl google.com instagram.com line.me linkedin.com linktr.ee lnkd.in m.facebook.com medium.com notion.site
    sites.google.com soundcloud.com t.me telegram.me tiktok.com tinyurl.com twitter.com vimeo.com wa.me weebly.com
    wikipedia.org wixsite.com wordpress.com x.com youtu.be youtube.com
    """)
)
"""Hosts at which many have a page, so that it says nothing that two have the same."""

KNOWN = frozenset(
    _listed("""
    academic academy accountability action actions active activist activists administration advancement advocacy
    advocate advocates affairs affected affiliated africa african agency agricultural agriculture agroecology alliance
    alliances alternative alternatives america american animal anti armed artisan artisans artist artists asia asian
    asean assembly assistance associated associates association associations australia australian authority autonomous
    awareness baptist better bishops bloggers boards border borders bridge bridges broadcasting brothers buddhism
    buddhist building business businesses cambodia cambodian cambodians campaign campaigns capacity care caritas
    catholic center centers central chamber change charity child childhood children childrens christian christians
    church churches cinema circle citizen citizens city civic civil civilian climate clinic clothing coalition
    coalitions coast coastal collaboration collective college commerce commission committee committees common
    communication communications communities community companion companions company compassion concern concerned
    confederation conference conflict congress connection conservation consortium construction consultants consumer
    consumers contact cooperation cooperative cooperatives coordination corporation corruption council councils
    counseling countries country countryside creation creative crisis cultural culture defender defenders defense
    deaf democracy democratic department destination detention developing development dialogue digital dignity
    direct disability disabilities disabled disaster discrimination diversity doctors documentation dolphin domestic
    eastern ecological ecology economic economics economy ecosystem editors education educational educators elderly
    election elections electoral emergency empowering empowerment endangered energy enterprise enterprises
    entertainment environment environmental equal equality equity estate ethics ethnic europe european evangelical
    exchange expression facilitation facility factory fair faith families family farmer farmers farming federation
    fellowship female feminist field fighters film fisher fisheries fishermen fishers food force foreign forest
    forestry forests forum foundation foundations france free freedom french friends friendship front fund future
    garment gender general generation generations global globe good governance government grassroots green ground
    group groups growth handicap harmony health healthcare heritage high hill holistic home homes hope hospital hotel
    house housing human humanitarian humanity humans impact inclusion inclusive income independence independent india
    indian indigenous individual indochina industrial industries industry informal information initiative initiatives
    innovation innovations institute institutes institution integrated integration integrity interest international
    internet intervention investigation islamic island jesuit journal journalism journalist journalists justice
    khmer kids kingdom knowledge labor laborers land language languages laos law lawyers leaders leadership league
    learning legal legislative liberal liberty library life light listening literacy literature livelihood livelihoods
    living local lotus love lower lutheran management maritime market media mediation medical medicine mekong member
    members men mental methodist migrant migrants migration militia minorities minority missing mission missions
    mobile model modern monitoring monks mothers mountain movement movements muslim mutual myanmar nation national
    nationalities nations native natural nature neighbor neighborhood neighbors network networks neutral news
    nonviolence northeast northeastern northern nurses nutrition objective observatory occupational ocean office old
    operation operations opportunities opportunity organic organization organizations organize organized organizers
    organizing orphans outreach pacific parents parliament parliamentarians participation participatory partner
    partners partnership partnerships party path patient patients peace peaceful peacebuilding peasant peasants people
    peoples permanent person persons philippines physicians planning plantation platform plural policies policy
    political politics poor popular population positive poverty practice prevention press prisoners private
    production profession professional professionals program programs progress progressive project projects promotion
    protection protestant provincial psychological public publishers quality quiet radio reconciliation reconstruction
    recovery reform refugee refugees region regional rehabilitation relief religion religions religious renewal
    renewable reporters reporting representatives reproductive republic research researchers resettlement resilience
    resource resources response responsible responsibility restaurant restoration rights river rivers rural safe
    safety salvation sanctuary sanitation savings school schools science sciences secondary sector security service
    services settlement sexual shelter sisters smile social socialist society solidarity solution solutions south
    southeast southeastern southern special sports spirit standard state station step strategic street strength
    strengthening student students studies study sunrise sunshine support supporters sustainability sustainable system
    systems teacher teachers technical technologies technology teenagers temple textile thailand theater timber
    together tourism trade trades tradition traditional trafficking training transformation transition transparency
    transport transportation trust union unions unity universal university upland upper urban values victims vietnam
    village villagers villages violence vision voice voices volunteer volunteers vulnerable watch water wealth welfare
    western widows wildlife window witness woman women womens work worker workers working workplace world young youth
    """)
)
"""English words, in small letters, that names of organisations have: known to be spelt right."""
