"""What numbers count and measure in business prose: units, counted nouns, and the words that no count runs across.

Sources: SI and US customary units, the measures of commodity, energy, computing and shipping news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.text.number_words import SMALL
from summarizer.text.phrases import word_set

ABBREVIATIONS = word_set(
    """
    FLOPS GB GHz GPa GW GWh Gb Gbps Gbit Hz KB KW KWh Kbps MB MHz MW MWe MWh MWp Mb Mbit Mbps Mcf Mw PB PFLOPS TB TEU TEUs TFLOPS TW TWh
    bbl bbls bcf bcm boe boed boepd bpd cc cm cu dB ft g ha hp hr hrs in kB kHz kV kW kWh kb kg kilos km km/h kph kt kts kw kwh lb lbs
    mAh mb mcf mg mi min mins ml mm mmcf mmcfd mpg mph ms mt nm nmi oz pt pts px sec secs sq tcf teu toe tpa tpd tpy x yd yds
    """
)
"""Units whose letters are no words; case counts."""

UNITS = word_set(
    """
    acre acres barrel barrels bit bits bushel bushels byte bytes carat carats carload carloads centimeter centimeters centimetre
    centimetres century centuries day days decade decades degree degrees feet flop flops foot gallon gallons gigabyte gigabytes gigahertz
    gigawatt gigawatts gram grams hectare hectares horsepower hour hours inch inches kilo kilogram kilograms kilometer kilometers
    kilometre kilometres kilos kilowatt kilowatts kilowatt-hours knot knots liter liters litre litres megabit megabits megabyte
    megabytes megawatt megawatts megawatt-hours meter meters metre metres mile miles millimeter millimeters millimetre millimetres
    minute minutes month months nanometer nanometers nanometre nanometres night nights ounce ounces pixel pixels point points
    quarter quarters second seconds share shares terabyte terabytes terawatt terawatts times ton tonne tonnes tons tn tns
    watt watts week weekend weekends weeks weekday weekdays yard yards year years
    """
)
"""Units as words, singular and plural, in lower case."""

COMPOUNDS = (
    "barrels of oil equivalent",
    "barrels per day",
    "cubic feet",
    "cubic foot",
    "cubic inches",
    "cubic meters",
    "cubic metres",
    "cubic yards",
    "fluid ounces",
    "gigawatt hours",
    "kilowatt hours",
    "light years",
    "long tons",
    "megawatt hours",
    "metric ton",
    "metric tonnes",
    "metric tons",
    "nautical miles",
    "short tons",
    "sq feet",
    "sq ft",
    "sq km",
    "sq meters",
    "sq metres",
    "sq miles",
    "sq. feet",
    "sq. ft",
    "sq. km",
    "square feet",
    "square foot",
    "square inches",
    "square kilometers",
    "square kilometres",
    "square meter",
    "square meters",
    "square metre",
    "square metres",
    "square mile",
    "square miles",
    "square yards",
    "terawatt hours",
    "troy ounces",
)
"""Units of several words."""

TIMES = word_set("day days week weeks month months quarter quarters year years decade decades hour hours minute minutes second seconds")
"""Units of time: "over three years" is a stretch, not a bound."""

INVARIANT = word_set(
    """
    aircraft bps children cattle crew deer dozen faculty feet fish fleet followers geese head men headcount horsepower offspring oxen pct people
    personnel police salmon sheep shrimp spacecraft staff staffers swine teeth troops women workforce yen livestock mice
    businesswomen businessmen servicemen salespeople craftsmen fishermen policemen firefighters businesspeople bitcoin bitcoins
    """
)
"""Nouns counted in a form that does not end in "s"."""

NOT_COUNTED = word_set(
    """
    a about above according across acquires adds after again against ago ahead all almost along already also although always am among an and another
    announces any are around as asks at away back be became because been before begins behind being below beside besides between beyond both brings
    but buys by calls came can cannot closes comes comprises contains continues costs could covers cuts delays despite did do does down drops during
    each earlier either else enough enters even ever every expands expects extends faces falls few finds focuses for from further gains gets gives goes
    grows had has have he hence her here hers highlights hires his hits holds how however i if in includes increases instead into involves is it its itself
    jumps just keeps last later launches leads least leaves less likes likewise long looks loses lower makes many marks may me means meanwhile might mine
    minus more moreover most moves much must my near nearly needs neither never next nor not now of off offers often on once one only onto opens or others
    otherwise our ours out outside over overall owns past pays per perhaps plans plus provides puts raises reaches receives reflects remains reports
    represents requires rises runs said says sees sells sends sets she shows signs since so some soon spends stands starts stays still such
    suggests supports takes than that the their theirs them then there therefore these they this those though through throughout thus till to today
    together tomorrow tonight too totals toward towards turns under underscores unless until up upon us uses versus via views vs wants was we well were what
    when where whereas whether which while who whole whom whose why will wins with within without works would yesterday yet you your
    """
)
"""Words that end the search for the counted noun: function words, and verbs that look like a plural."""

NOT_MEASURES = word_set("based deep heavy high long odd plus some something strong style tall thick wide")
"""Words that a hyphen ties to a number without being its unit: "20-odd", "130 million-strong"."""

PERSONS_AND_THINGS = word_set(
    """
    aircraft apartments banks barrels beds branches buildings cars companies customers dealers doctors drivers employees engineers factories families
    flights gallons homes hospitals hotels hours households jobs kilometers kilometres lawyers meters metres miles models nurses offices ounces outlets patients
    people personnel players positions residents restaurants rooms schools seats servers shareholders shares square staff staffers stores students
    subscribers suppliers tonnes tons troops trucks units users vehicles vessels visitors volunteers voters watts women men workers acres bushels
    feet hectares megawatts mw gpus chips words times
    """
)
"""Nouns that a number like 2,000 written without its comma may count; before others it is a year ("2024 results")."""

NUMBERED = word_set(
    """
    act annex appendix article block building bus category channel chapter class clause column day division episode exhibit figure fig flight floor form
    gate grade group highway interstate issue item lane level line lot lots model note no nos number numbers page pages paragraph para part phase
    pier platform point round room route row rule schedule season section sections series slide stage station step suite table terminal tier title track type unit
    version vol volume ward week windows zone proposition regulation resolution room court
    """
)
"""Nouns that a number names rather than counts: "type 2", "section 4.2"."""

_GAP = r"(?:[ \t\xa0]{1,8}(?:\r?\n[ \t\xa0]{0,12})?|\r?\n[ \t\xa0]{0,12})"
_COMPOUND = "|".join(
    re.escape(unit).replace(r"\ ", _GAP) for unit in sorted(COMPOUNDS, key=lambda unit: -len(unit))
)
COMPOUND = re.compile(rf"(?i:{_COMPOUND})(?![^\W_])")
WORD = re.compile(r"[^\W_]+(?:(?:['&./-])[^\W_]+){0,6}(?:(?<=[A-Z]\.[A-Z])\.)?")
GAP = re.compile(_GAP)


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether the year-like number at `text[start:end]` counts what follows: "2000 employees", not "2024 results"."""
    gap = GAP.match(text, end)
    for _ in range(2):
        word = gap and WORD.match(text, gap.end())
        if not word or word.group().lower() in NOT_COUNTED:
            return False
        if word.group().lower() in PERSONS_AND_THINGS or word.group() in ABBREVIATIONS:
            return word.group().lower() != "in"
        gap = GAP.match(text, word.end())
    return False


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the head noun or unit as in the text, and where it ends."""

    text: str
    end: int
    joins: bool = False
    """True where no other word stands between the number and it."""


_GLUE = re.compile(r"-(?=[^\W\d_])|(?P<loose>[ \xa0]-[ \xa0])")
_STICKS = re.compile(r"(?P<unit>[^\W\d_/]{1,5}(?:/[hs])?)(?![^\W_])")
_REACH = 4


def read_unit(text: str, at: int) -> Counted | None:
    """The unit or counted noun behind a number that ends at `at`: "days", "square feet", "GPUs" of "H100 GPUs"."""
    glued = _STICKS.match(text, at)
    if glued:
        return Counted(glued["unit"], glued.end(), True) if glued["unit"] in ABBREVIATIONS and glued["unit"] not in ("in", "m") else None
    hyphen = _GLUE.match(text, at)
    if hyphen:
        compound = COMPOUND.match(text, hyphen.end())
        word = re.compile(r"[^\W\d_]+").match(text, hyphen.end())
        if compound:
            return Counted(compound.group(), compound.end(), True)
        if hyphen["loose"] and not (word and word.group() in UNITS):
            return None
        if word and word.group().lower() not in NOT_COUNTED | NOT_MEASURES | SMALL.keys() and (word.group().islower() or word.group() in ABBREVIATIONS):
            return Counted(word.group(), word.end(), True)
        return None
    gap = GAP.match(text, at)
    for nth in range(_REACH):
        if not gap:
            return None
        begin = gap.end()
        if compound := COMPOUND.match(text, begin):
            return Counted(compound.group(), compound.end(), nth == 0)
        word = WORD.match(text, begin)
        if not word:
            return None
        written = word.group()
        end = word.end()
        if written.endswith(("'s", "'S")):
            written, end = written[:-2], end - 2
        lower = written.lower()
        if nth == 0 and (written in ABBREVIATIONS and written != "in" or lower in UNITS):
            return Counted(written, end, True)
        if lower in NOT_COUNTED or lower in SMALL or lower.isdecimal():
            return None
        if _is_plural(written, lower):
            following = GAP.match(text, end)
            after = WORD.match(text, following.end()) if following else None
            if after and nth < _REACH - 1 and _is_plural(after.group(), after.group().lower()) and after.group().lower() not in NOT_COUNTED and written[0].isupper():
                gap = following
                continue
            return Counted(written, end, nth == 0)
        if end != word.end():
            return None
        gap = GAP.match(text, end)
    return None


def _is_plural(written: str, lower: str) -> bool:
    if lower in INVARIANT or (lower in UNITS and lower.endswith("s")):
        return True
    if len(lower) < 3 or not lower.endswith("s"):
        return False
    if written[:-1].isupper() and written.isalpha():
        return True
    return not (written[0].isupper() or lower.endswith(("ss", "us", "is", "ous")))
