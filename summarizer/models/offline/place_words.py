"""Words for places: what may stand behind a town's name, what a place can be called, adjectives of countries.

Origin: the states of the USA with their abbreviations in the Associated Press style and in the mail, the provinces of
Canada, the states of Australia, countries (ISO 3166, and their names of the 1980s), and the words in which towns' names
end. Cities need not be here: "of Dunmore, Pa." is known by its state, "based in Dunmore" by its words.
"""

from __future__ import annotations

from summarizer.text.name_words import PLACE_PHRASES, PLACES
from summarizer.text.phrases import word_set


def _names(listed: str) -> frozenset[str]:
    """The names of a list with commas, without full stops at their ends."""
    return frozenset(" ".join(name.split()).rstrip(".") for name in listed.split(","))


STATES = _names("""
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho,
    Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota,
    Mississippi, Missouri, Montana, N. Carolina, N. Dakota, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
    New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Puerto Rico, Rhode Island,
    S. Carolina, S. Dakota, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, W. Virginia,
    Washington, West Virginia, Wisconsin, Wyoming
""")
ABBREVIATED = _names("""
    AL, AZ, Ala, Ariz, Ark, B.C, CA, CO, CT, Calif, Colo, Conn, D.C, DC, DE, Del, FL, Fla, GA, Ga, IL, Ill, Ind, Kan,
    Kans, Ky, La, MA, MD, MI, MN, MO, Mass, Md, Mich, Minn, Miss, Mo, Mont, N.C, N.D, N.H, N.J, N.M, N.Y, NC, NJ, NM,
    NV, NY, Neb, Nev, OH, OR, Okla, Ont, Ore, PA, Pa, Penn, Que, R.I, RI, S.C, S.D, SC, TN, TX, Tenn, Tex, UT, VA, Va,
    Vt, W. Va, W.Va, WA, WI, Wash, Wis, Wisc, Wyo
""")
PROVINCES = _names("""
    Alberta, British Columbia, Manitoba, New Brunswick, New South Wales, Newfoundland, Nova Scotia, Ontario, Quebec,
    Queensland, Saskatchewan, South Australia, Tasmania, Victoria, Western Australia
""")
COUNTRIES = _names("""
    Africa, Argentina, Asia, Australia, Austria, Bangladesh, Belgium, Bermuda, Brazil, Britain, Bulgaria, Canada,
    Chile, China, Colombia, Croatia, Cyprus, Czech Republic, Czechoslovakia, Denmark, East Germany, Egypt, England,
    Estonia, Europe, Finland, France, Germany, Ghana, Great Britain, Greece, Hong Kong, Hungary, Iceland, India,
    Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Korea, Kuwait,
    Latin America, Latvia, Lebanon, Lithuania, Luxembourg, Malaysia, Malta, Mexico, Morocco, Netherlands, New Zealand,
    Nigeria, North America, Northern Ireland, Norway, Oman, Pakistan, Panama, Peru, Poland, Portugal, Qatar, Romania,
    Russia, Saudi Arabia, Scotland, Serbia, Singapore, Slovakia, Slovenia, South Africa, South America, South Korea,
    Spain, Sri Lanka, Sweden, Switzerland, Taiwan, Thailand, Tunisia, Turkey, U.K, U.S, U.S.A, UAE, UK, US, USA,
    Ukraine, United Arab Emirates, United Kingdom, United States, Uruguay, Venezuela, Vietnam, Wales, West Germany,
    Zambia, Zimbabwe
""")
AREAS = STATES | ABBREVIATED | PROVINCES | COUNTRIES
"""What may follow a town's name and a comma."""
NATIONAL = _names("""
    African, American, Argentine, Argentinian, Asian, Australian, Austrian, Bahraini, Belgian, Brazilian, British,
    Bulgarian, Canadian, Chilean, Chinese, Colombian, Croatian, Czech, Danish, Dutch, East German, Egyptian, English,
    Estonian, European, Finnish, French, German, Ghanaian, Greek, Hungarian, Icelandic, Indian, Indonesian, Irish,
    Israeli, Italian, Japanese, Kenyan, Korean, Kuwaiti, Latvian, Lithuanian, Malaysian, Mexican, Moroccan,
    New Zealand, Nigerian, Norwegian, Pakistani, Peruvian, Philippine, Polish, Portuguese, Romanian, Russian, Saudi,
    Scottish, Singaporean, Slovak, South African, South Korean, Spanish, Swedish, Swiss, Taiwanese, Thai, Turkish,
    U.K., U.S., Ukrainian, Venezuelan, Vietnamese, Welsh, West German
""")
"""Adjectives of countries, and what stands before a noun like one."""
TOWN_ENDS = word_set("""
    bay beach center city creek falls forest grove harbor harbour heights hill hills island islands junction lake mills
    mountain mountains park point port rapids ridge river rock shore shores springs valley village
""")
"""The last words of towns' names."""
DIRECTIONS = word_set("""
    central east eastern lower mid-west midwest midwestern north north-east north-eastern north-west north-western
    northeast northeastern northern northwest northwestern south south-east south-eastern south-west south-western
    southeast southeastern southern southwest southwestern upper west western
""")
"""What may stand before the name of a place, and is part of it: "southern Louisiana"."""
CITIES = _names("""
    Aberdeen, Abu Dhabi, Adelaide, Akron, Albany, Albuquerque, Anaheim, Anchorage, Ankara, Antwerp, Atlantic City,
    Augusta, Bakersfield, Baton Rouge, Belfast, Bergen, Birmingham, Boise, Bologna, Bombay, Bonn, Bordeaux, Boulder,
    Bremen, Brisbane, Bristol, Bucharest, Budapest, Buffalo, Burlington, Cairo, Calcutta, Calgary, Canberra, Caracas,
    Cardiff, Casablanca, Charleston, Chattanooga, Chennai, Christchurch, Cincinnati, Cologne, Colorado Springs,
    Columbus, Corpus Christi, Cork, Dakar, Dayton, Des Moines, Doha, Dortmund, Dresden, Durban, Durham, Dusseldorf,
    Düsseldorf, Edmonton, El Paso, Eindhoven, Essen, Evansville, Flint, Florence, Fort Lauderdale, Fort Wayne,
    Fort Worth, Fresno, Gdansk, Genoa, Ghent, Glasgow, Gothenburg, Grand Rapids, Green Bay, Greensboro, Greenville,
    Guadalajara, Guangzhou, Halifax, Hamilton, Hanover, Hanoi, Harrisburg, Hartford, Hyderabad, Indianapolis, Irvine,
    Istanbul, Jackson, Jacksonville, Jakarta, Karachi, Kiev, Knoxville, Kobe, Krakow, Kyoto, Lagos, Lansing, Lausanne,
    Leeds, Leipzig, Lexington, Lille, Lima, Lincoln, Lisbon, Little Rock, Liverpool, Long Beach, Long Island,
    Louisville, Lubbock, Lyon, Lyons, Macau, Madison, Malmo, Manchester, Manila, Marseille, Melbourne, Mesa,
    Mexico City, Milwaukee, Mobile, Monterrey, Montevideo, Montgomery, Nagoya, Nairobi, Nantes, Naples, Nashville,
    New Haven, Newark, Newcastle, Nice, Norfolk, Nottingham, Nuremberg, Odessa, Omaha, Palo Alto, Pasadena, Porto,
    Providence, Quito, Raleigh, Regina, Reno, Reykjavik, Richmond, Riga, Riyadh, Rochester, Rotterdam, Salt Lake City,
    Salzburg, San Jose, Santa Barbara, Santa Clara, Santiago, Sao Paulo, Sarasota, Saskatoon, Savannah, Scottsdale,
    Seville, Sheffield, Shreveport, Sofia, Southampton, Spokane, Springfield, St. Louis, St. Paul, St. Petersburg,
    Stamford, Strasbourg, Stuttgart, Sunnyvale, Surat, Syracuse, Tacoma, Tallinn, Toledo, Topeka, Toulouse, Trenton,
    Trieste, Tucson, Tulsa, Turin, Utrecht, Valencia, Verona, Victoria, Vilnius, Wellington, Wichita, Wilmington,
    Winnipeg, Worcester, Zagreb
""")
"""Larger cities that the names of `text` do not have: capitals, seats of states and provinces, and the populous."""
KNOWN_PLACES = PLACES | PLACE_PHRASES | frozenset(area.lower() for area in AREAS | CITIES)
"""Names of places in small letters."""
