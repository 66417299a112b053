"""Word lists for telling a full stop that ends a sentence from one that ends an abbreviation.

All entries are casefolded and stand without their last full stop. They come from the Associated Press style for titles,
months and states, from the legal forms of companies in common use, and from reading wire copy of 1987 to 2025.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    """
    adm amb atty brig capt ch chap cmdr col comdr cpl dr eq ft gen gov hon insp lieut lt maj messrs mlle mme mr mrs ms
    mt pfc pres prof pvt rep reps rev rt sen sens sgt supt
    """
)
"""With a capital letter, always followed by what they belong to: "Sen. Roe", "Ft. Dunmore"."""

LINKS = _words("approx ca cf e.g i.e v viz vs")
"""Always followed by what they link: "2.1 million vs. 1.9 million"."""

BEFORE_NUMBER = _words("art cl ct exh fig figs no nos p par pp para ref sec tel vol vols")
"""Abbreviations only before a number: "No. 3", "pp. 4-5"; elsewhere "No." is a sentence."""

COMPANY_FORMS = _words(
    """
    a.g a.s b.v bancorp bhd bros c.v co corp corps cos gmbh inc incorp intl l.l.c l.l.p l.p llc llp ltd ltda mfg n.a n.v
    oy plc pte pty pvt s.a s.a.s s.l s.p.a s.r.l
    """
)
"""Legal forms of companies, which end a sentence as often as they stand inside one."""

PLACES_AND_TIMES = _words(
    """
    a.d a.m ala apr ariz ark aug ave b.c b.s bldg blvd c.e calif colo conn cyn d.c dec del dept dist div e.u est exp feb
    fla fri ga hwy ill ind jan jr jul jun kan kans ky la m.a m.d mar mass md mich minn miss mo mon mont n.c n.d n.h n.j
    n.m n.y neb nebr nev nov oct okla ont ore p.m pa penn ph.d pkwy que r.i rd s.c s.d sat sep sept sr st sun tenn tex
    thu thur thurs tue tues u.a.e u.k u.n u.s u.s.a u.s.s.r univ va vt w.va wash wed wis wisc wyo
    """
)
"""Places, months, days and degrees: inside a sentence before a name, at its end before a word that opens one."""

BEFORE_NAMES = _words("d.c e.u s.e.c u.k u.n u.s u.s.a")
"""Those of them that mostly stand before a name made of common words: "U.S. Environmental Protection Agency"."""

TIMES_OF_DAY = _words("a.m p.m")

TIME_ZONES = _words(
    """
    bst cdt cest cet cst central eastern edt e.d.t est e.s.t et e.t gmt ist jst local mountain pacific pdt pst pt utc
    """
)
"""What follows a time of day inside a sentence, besides the names of days and months."""

ALSO_WORDS = _words("co del exp ill inc ind kan la mar mass miss mo mon pa sat sun tex wash wed")
"""Abbreviations that are words too: they count as abbreviations only with a capital letter."""

FORMS_AFTER = COMPANY_FORMS | _words("ab ag asa brands group holdings kg kgaa nv sa se spa")
"""What follows a legal form or a name's exclamation mark inside a sentence: "Pell & Co. Ltd.", "Yahoo! Inc."."""

NAMES_WITH_MARK = _words("ahoy e jeopardy yahoo yum")
"""Names that are written with an exclamation mark."""

ROLES = _words(
    """
    analyst attorney ceo cfo chair chairman chairwoman chief co-chief co-founder cofounder coo cto deputy director
    economist executive founder general head managing president principal senior treasurer vice
    """
)
"""Roles capitalised between a company's name and a person's: "Acme Inc. Chief Executive Jane Roe"."""

OPENERS_IN_CAPITALS = _words("a he however it she the they this we")
"""The openers that are trusted where everything is in capitals."""

OPENERS = _words(
    """
    a according after all also although amid among an analysts and another any as at based because before both but by
    companies competitors currently despite during each earlier even every executives few finally first following for
    from further given he her here his how however i if in indeed instead investors is it its last later like many
    meanwhile more moreover most much neither nevertheless no nobody none nonetheless not nothing now of officials on
    once one only or other others our over overall people prior previously rather representatives revenue rivals
    sales separately several shareholders shares she similarly since so some sources still such terms that the their
    then there therefore these they this those though through thus to today together under unlike until we what when
    whether which while who why with within without yesterday yet you your
    """
)
"""Words that open a sentence and never stand capitalised inside one: pronouns, articles, conjunctions, prepositions,
and the commonest nouns of business news."""

SPEECH_VERBS = _words(
    """
    added admitted announced argued asked asks claimed concluded continued cried declared demanded exclaimed
    explained inquired insisted joked noted observed quipped recalled remarked replied said says shouted stated
    suggested told wondered writes wrote
    """
)
"""Verbs after a quotation's question or exclamation mark that show the sentence goes on: “Why now?” Roe asked."""
