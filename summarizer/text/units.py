"""What numbers count and measure in business prose: units, counted nouns, and the words that no count runs across.

Sources: SI and US customary units, the measures of commodity, energy, computing and shipping news.
"""

from __future__ import annotations

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

TIMES = word_set(
    "day days week weeks month months quarter quarters year years decade decades hour hours minute minutes second seconds"
)
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
