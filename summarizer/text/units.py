"""What numbers count and measure in business prose: units, counted nouns, and the words that no count runs across.

Sources: SI and US customary units, the measures of commodity, energy, computing and shipping news.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

ABBREVIATIONS = word_set(
    """
    bbl bbls bcf bcm boe boed boepd bpd cc cm cu dB FLOPS ft g GB Gb Gbit Gbps GHz GPa GW GWh ha hp hr hrs Hz in KB
    kB kb Kbps kg kHz kilos km km/h kph kt kts kV KW kW kw KWh kWh kwh lb lbs mAh MB Mb mb Mbit Mbps Mcf mcf mg MHz
    mi min mins ml mm mmcf mmcfd mpg mph ms mt MW Mw MWe MWh MWp nm nmi oz PB PFLOPS pt pts px sec secs sq TB tcf
    TEU teu TEUs TFLOPS toe tpa tpd tpy TW TWh x yd yds
    """
)
"""Units whose letters are no words; case counts."""

UNITS = word_set(
    """
    acre acres barrel barrels bit bits bushel bushels byte bytes carat carats carload carloads centimeter
    centimeters centimetre centimetres centuries century day days decade decades degree degrees feet flop flops foot
    gallon gallons gigabyte gigabytes gigahertz gigawatt gigawatts gram grams hectare hectares horsepower hour hours
    inch inches kilo kilogram kilograms kilometer kilometers kilometre kilometres kilos kilowatt kilowatt-hours
    kilowatts knot knots liter liters litre litres megabit megabits megabyte megabytes megawatt megawatt-hours
    megawatts meter meters metre metres mile miles millimeter millimeters millimetre millimetres minute minutes
    month months nanometer nanometers nanometre nanometres night nights ounce ounces pixel pixels point points
    quarter quarters second seconds share shares terabyte terabytes terawatt terawatts times tn tns ton tonne tonnes
    tons watt watts week weekday weekdays weekend weekends weeks yard yards year years
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
    """
    day days decade decades hour hours minute minutes month months quarter quarters second seconds week weeks year years
    """
)
"""Units of time: "over three years" is a stretch, not a bound."""

INVARIANT = word_set(
    """
    aircraft bitcoin bitcoins bps businessmen businesspeople businesswomen cattle children craftsmen crew deer dozen
    faculty feet firefighters fish fishermen fleet followers geese head headcount horsepower livestock men mice
    offspring oxen pct people personnel police policemen salespeople salmon servicemen sheep shrimp spacecraft staff
    staffers swine teeth troops women workforce yen
    """
)
"""Nouns counted in a form that does not end in "s"."""

NOT_COUNTED = word_set(
    """
    a about above according acquires across adds after again against ago ahead all almost along already also
    although always am among an and announces another any are around as asks at away back be became because been
    before begins behind being below beside besides between beyond both brings but buys by calls came can cannot
    closes comes comprises contains continues costs could covers cuts delays despite did do does down drops during
    each earlier either else enough enters even ever every expands expects extends faces falls few finds focuses for
    from further gains gets gives goes grows had has have he hence her here hers highlights hires his hits holds how
    however i if in includes increases instead into involves is it its itself jumps just keeps last later launches
    leads least leaves less likes likewise long looks loses lower makes many marks may me means meanwhile might mine
    minus more moreover most moves much must my near nearly needs neither never next nor not now of off offers often
    on once one only onto opens or others otherwise our ours out outside over overall owns past pays per perhaps
    plans plus provides puts raises reaches receives reflects remains reports represents requires rises runs said
    says sees sells sends sets she shows signs since so some soon spends stands starts stays still such suggests
    supports takes than that the their theirs them then there therefore these they this those though through
    throughout thus till to today together tomorrow tonight too totals toward towards turns under underscores unless
    until up upon us uses versus via views vs wants was we well were what when where whereas whether which while who
    whole whom whose why will wins with within without works would yesterday yet you your
    """
)
"""Words that end the search for the counted noun: function words, and verbs that look like a plural."""

NOT_MEASURES = word_set("based deep heavy high long odd plus some something strong style tall thick wide")
"""Words that a hyphen ties to a number without being its unit: "20-odd", "130 million-strong"."""

PERSONS_AND_THINGS = word_set(
    """
    acres aircraft apartments banks barrels beds branches buildings bushels cars chips companies customers dealers
    doctors drivers employees engineers factories families feet flights gallons gpus hectares homes hospitals hotels
    hours households jobs kilometers kilometres lawyers megawatts men meters metres miles models mw nurses offices
    ounces outlets patients people personnel players positions residents restaurants rooms schools seats servers
    shareholders shares square staff staffers stores students subscribers suppliers times tonnes tons troops trucks
    units users vehicles vessels visitors volunteers voters watts women words workers
    """
)
"""Nouns that a number like 2,000 written without its comma may count; before others it is a year ("2024 results")."""

NUMBERED = word_set(
    """
    act annex appendix article block building bus category channel chapter class clause column court day division
    episode exhibit fig figure flight floor form gate grade group highway interstate issue item lane level line lot
    lots model no nos note number numbers page pages para paragraph part phase pier platform point proposition
    regulation resolution room round route row rule schedule season section sections series slide stage station step
    suite table terminal tier title track type unit version vol volume ward week windows zone
    """
)
"""Nouns that a number names rather than counts: "type 2", "section 4.2"."""
