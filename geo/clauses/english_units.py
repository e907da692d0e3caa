"""What English counts are counts of: the nouns of each unit, and the words that may stand between number and noun."""

import re

# Capitalised words are names or adjectives of places, unless they begin another phrase.
_NO_MODIFIER = (
    r"(?:In|Of|To|From|For|As|At|By|On|With|After|Before|The|An?|Is|Are|Was|Were|Has|Have|Had|Will|Who|That|This|But|If|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_LOWER = (
    "developing|developed|least|less|low|middle|high|lower|upper|income|other|different|more|additional|new|further|member|partner|"
    "island|recipient|participating|neighbouring|neighboring|affected|foreign|small|large|poor|poorer|poorest|rich|richest|"
    "landlocked|individual|separate|host|friendly|independent|sovereign|coastal|arab|central|eastern|western|northern|southern|"
    "south|north|east|west|international|regional|multilateral|global|world|national|non-governmental|intergovernmental|aid|"
    "humanitarian|specialised|specialized|major|medical|health|healthcare|public|expert|experts|emergency|rescue|relief|"
    "video|online|virtual|face-to-face|technical|training|high-level|bilateral|special|surgical|protective|face|n95|kn95|test|"
    "testing|diagnostic|nucleic|acid|invasive|vaccine|covid-19|anti-epidemic|senior|government|local|young|chinese|frontline|"
    "metric|full|second|first|booster|disposable|safety|pairs|sets|pieces|units|infrared"
)
_MODIFIER = rf"(?:(?!{_NO_MODIFIER})[A-Z][\w’'-]*,?|[a-z]+-[a-z-]+,?|(?i:{_LOWER})\b,?|(?:and|or|of|&)(?= ))"
_WORDS = rf"(?P<words>(?: {_MODIFIER}){{0,6}}?)"

# "50 states" are those of the United States; a state is a country only beside one of these words.
_STATES = "|".join(
    rf"(?<={word} )states?"
    for word in (
        *("member", "island", "sovereign", "partner", "participating", "arab", "gulf", "african", "baltic", "pacific"),
        *("caribbean", "signatory", "asian", "european"),
    )
)
_HEADS = (
    (
        "countries",
        r"(?:countries|country)(?: and (?:regions?|territories|areas))?|(?<!United )(?:nations|nation)|" + _STATES,
    ),
    (
        "organisations",
        r"(?:organi[sz]ations?|(?<=un )agencies|(?<=united nations )agencies|"
        r"(?<=international )(?:agencies|bodies|institutions))",
    ),
    ("regions", r"regions|continents"),
    ("teams", r"teams?"),
    ("batches", r"(?:batches|batch|shipments?|consignments?|tranches)"),
    (
        "meetings",
        r"(?:meetings?|conferences?|videoconferences?|teleconferences?|summits?|briefings?|seminars?|webinars?|"
        r"consultations|talks)",
    ),
    ("events", r"(?:training sessions?|training courses?|trainings|workshops?|courses|sessions|events)"),
    ("tonnes", r"(?:tonnes?|tons?)"),
    ("doses", r"(?:doses|vaccine doses|jabs|vaccines)"),
    (
        "items",
        r"(?:masks|respirators|ventilators|kits|gowns|gloves|goggles|thermometers|suits|coveralls|shields|reagents|monitors|"
        r"beds|tents|blankets|ambulances|items)",
    ),
    (
        "people",
        r"(?:people|persons|experts|doctors|nurses|officials|medics|specialists|workers|viewers|delegates|participants|"
        r"representatives|students|scientists|journalists|volunteers|patients|residents|citizens|troops|soldiers|refugees|"
        r"children|physicians|staff|personnel|leaders|members)",
    ),
)

NOUNS = tuple(
    (unit, re.compile(rf"{_WORDS} (?P<head>(?i:{heads}))\b(?![-’']?\w*(?i: cup| league)\b)")) for unit, heads in _HEADS
)
HYPHENATED = re.compile(r"-(?:nation|country)\b")

# "dollars" alone are those of the United States in the press; yuan and renminbi are one currency.
CURRENCY_BEFORE = {
    "US$": "USD", "U.S.$": "USD", "USD": "USD", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "RMB": "CNY",
    "CNY": "CNY", "JPY": "JPY", "CHF": "CHF", "₹": "INR", "₽": "RUB",
}  # fmt: skip
CURRENCY_AFTER = (
    ("USD", r"(?:US|U\.S\.|American) dollars?"),
    ("AUD", r"Australian dollars?"),
    ("CAD", r"Canadian dollars?"),
    ("HKD", r"Hong Kong dollars?"),
    ("NZD", r"New Zealand dollars?"),
    ("SGD", r"Singapore dollars?"),
    ("USD", r"dollars?|USD"),
    ("EUR", r"euros?|EUR"),
    ("GBP", r"pounds sterling|British pounds?|GBP|(?<=illion )pounds(?! of)"),
    ("CNY", r"yuan|renminbi|RMB|CNY"),
    ("JPY", r"yen|JPY"),
    ("INR", r"Indian rupees"),
    ("PKR", r"Pakistani rupees"),
    ("CHF", r"Swiss francs"),
    ("RUB", r"(?:Russian )?roubles|(?:Russian )?rubles"),
    ("ZAR", r"(?:South African )?rand"),
    ("KRW", r"South Korean won"),
)
MONEY = tuple((code, re.compile(rf" (?:{names})\b")) for code, names in CURRENCY_AFTER)

# Yen or yuan, and the money of several countries: which is meant cannot be told.
SHARED_SIGNS = ("¥", "￥")
SHARED_CURRENCY = re.compile(r" (?:rupees|kroner|kronor|krone|krona|pesos|dinars|shillings|riyals|rials|francs|lira)\b")
