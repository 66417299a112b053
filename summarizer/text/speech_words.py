"""Words of reported speech: verbs that report, nouns that name who speaks, job names.

Origin: the verbs are the reporting verbs of English grammars, kept where the development articles use them for
speech; the nouns and jobs were collected from news prose and from lists of company officers.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

_VERBS = {
    "says": """caution chant chuckle chide crow deadpan/deadpanned/deadpanning enthuse exclaim fume gripe groan
        grouse growl grumble gush insist interject jest joke lament moan mumble muse mutter opine quip/quipped/quipping
        read/read/reading reiterate remark reply/replied/replying retort say/said/saying scoff scream shout
        sigh smirk sneer snort state thunder tweet whisper write/wrote/writing yell""",
    "tells": "assure inform reassure remind tell/told/telling",
    "notes": """acknowledge add admit/admitted/admitting affirm agree allege announce answer argue assert attest believe
        boast
        claim clarify/clarified/clarifying comment complain concede conclude confide confirm contend continue counter
        declare defend deny/denied/denying detail disclose echo/echoed/echoing emphasise emphasize estimate explain
        express forecast/forecast/forecasting hint indicate intimate maintain mention note object observe outline
        post predict proclaim profess protest question reaffirm reason recall reckon recount relate repeat report
        respond reveal
        rule signal specify/specified/specifying speculate stipulate stress submit/submitted/submitting suggest
        summarise summarize surmise swear/swore/swearing testify/testified/testifying theorise theorize voice
        think/thought/thinking underline underscore venture volunteer wonder worry/worried/worrying""",
    "finds": "calculate determine discover find/found/finding learn show/showed/showing",
    "acts": "advise ask demand encourage exhort pledge promise propose recommend threaten urge vow warn",
    "names": """accuse admire applaud assail attack bash belittle berate blame blast brand call castigate champion
        characterise characterize chide cite commend compare compliment condemn criticise criticize
        decry/decried/decrying define denounce depict deplore deride describe dismiss disparage
        dub/dubbed/dubbing fault hail invoke label lambast lambaste laud liken lampoon mock oppose paint portray praise
        rate rebuke refer/referred/referring regard reject ridicule salute slam/slammed/slamming tag/tagged/tagging term
        tout trumpet view welcome""",
}
"""Verbs by what they take: a clause without more; somebody and a clause; a clause that shows that it is one; "that",
of a text or of those who study; "that" or "to do"; a thing that is named in quotation marks. Irregular ones with
their past and present participle."""

BASE_FORMS = word_set("""
    acknowledge add admit agree allege argue assert believe caution claim complain concede conclude confirm contend
    declare describe estimate explain find insist maintain note predict recall reckon recommend report reveal say
    show suggest think urge warn worry write
""")
"""Forms that speak of several people, or of what somebody would say."""
_PHRASES = {
    "says": "went on to say, goes on to say",
    "notes": """pointed out, points out, made clear, makes clear, made it clear, makes it clear, made the case,
        makes the case, made the point, makes the point""",
    "notes_ing": "pointing out",
    "calls_for": """called for, calls for, called on, calls on, cautioned against, cautions against, warned against,
        warned of, warns against, warns of, spoke of, speaks of, spoke about, speaks about, talked of, talked about,
        talks about, complained of, complained about, complains of, complains about, boasted of, boasted about,
        boasts of, joked about, jokes about, bragged of, bragged about, hinted at, hints at, insisted on, insists on,
        alluded to, alludes to,
        pointed to, objected to, objects to, apologized for, apologised for, commented on, elaborated on""",
    "calls_for_ing": """calling for, calling on, warning against, warning of, speaking of, talking about,
        complaining about, complaining of, boasting of, joking about, pointing to, alluding to, hinting at""",
    "puts": """put it, puts it, summed it up, sums it up, summed up, sums up, used the phrase, used the term,
        used the word, used the words, uses the phrase, uses the term""",
    "quoted": "quoted as saying",
    "according": "according to",
    "unanswered": """was not answered, were not answered, was not immediately answered, were not immediately answered,
        was not returned, were not returned, weren't returned, wasn't returned, was not immediately returned,
        were not immediately returned, weren't immediately returned, went unanswered, were unsuccessful,
        was unsuccessful, drew no response, brought no response""",
    "neither": """responded to requests, responded to a request, responded to emails, responded to messages,
        immediately responded, responded immediately, returned calls, returned phone calls, returned messages,
        returned a call, would comment, commented on, answered questions, answered calls, was available for comment,
        were available for comment, could be reached, could immediately be reached""",
    "passive": "described by, called by, quoted by, noted by, explained by, voiced by, put by, observed by",
    "words": "words of, to quote",
    "no_comment": """would not be drawn, declined to be drawn, refused to be drawn,
        had nothing to add, has nothing to add, have nothing to add, had nothing more to say, had nothing to say,
        could not be contacted, couldn't be contacted, could not be located, offered no comment, made no comment,
        declined to comment, declined comment, declines to comment, refused to comment,
        declined further comment, declined to provide, declined to say, declined to elaborate,
        declined to discuss, declined an interview, declined interview requests, declines to discuss, declines to say,
        declined to answer, declined to confirm, declined to detail, declined to disclose, declined to give,
        declined to go into, declined to identify, declined to name, declined to offer, declined to predict,
        declined to reveal, declined to share, declined to speak, declined to specify, declined to speculate,
        refused to answer, refused to confirm, refused to disclose, refused to discuss, refused to say,
        would not say, wouldn't say, would not confirm, wouldn't confirm, would not disclose, wouldn't disclose,
        would not discuss, wouldn't discuss, would not elaborate, wouldn't elaborate,
        did not elaborate, didn't elaborate,
        would neither confirm nor deny, neither confirmed nor denied, was unavailable for comment,
        were unavailable for comment, did not answer, didn't answer, had no further comment,
        did not have an immediate comment, did not have immediate comment, did not offer comment,
        is not commenting, isn't commenting, was not commenting,
        did not respond, didn't respond, did not immediately respond, didn't immediately respond, has not responded,
        did not return, didn't return, did not immediately return, didn't immediately return, has yet to comment,
        did not reply, didn't reply, did not immediately reply, has not commented, have not commented, hasn't commented,
        could not be reached, couldn't be reached, could not immediately be reached, couldn't immediately be reached,
        was not available for comment, were not available for comment, was not immediately available,
        were not immediately available, wasn't immediately available, weren't immediately available, had no comment,
        had no immediate comment, did not comment, didn't comment, does not comment, doesn't comment, do not comment,
        don't comment, would not comment, wouldn't comment, made no comment, offered no comment""",
}


def _forms(verb: str) -> tuple[str, str, str]:
    """The past, the third person and the present participle of a verb as the table writes it."""
    if "/" in verb:
        base, past, participle = verb.split("/")
        third = f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeou" else f"{base}s"
        return past, third, participle
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return f"{stem}ed", third, f"{stem}ing"


def _senses() -> dict[str, str]:
    senses: dict[str, str] = {}
    for sense, verbs in _VERBS.items():
        for verb in verbs.split():
            past, third, participle = _forms(verb)
            senses |= {past: sense, third: sense, participle: f"{sense}_ing"}
    senses |= dict.fromkeys(BASE_FORMS, "notes") | {"say": "says", "write": "says", "describe": "names", "urge": "acts"}
    senses |= {"recommend": "acts", "find": "finds", "show": "finds"}
    senses |= dict.fromkeys(("expect", "expected", "expects", "sees"), "expects")
    # "The rules", "a ruling", "became worried that": no speech.
    del senses["rules"], senses["ruling"], senses["worried"], senses["worrying"]
    for sense, entries in _PHRASES.items():
        senses |= {" ".join(entry.split()): sense for entry in entries.split(",")}
    return senses


CUES = _senses()
"""Every form of every cue with its sense; the present participles end in "_ing"."""


def is_expected(verb: str) -> bool:
    """Whether a cue tells what somebody expects, which he need not have said."""
    return CUES.get(verb.lower()) == "expects"


AMBIGUOUS = word_set("""
    defends echoes outline outlines voice voices
    attacks blasts brands calls champions chants claim claims comments compliments crow crows demands details
    estimate estimates faults find finds forecast forecasts fumes groans growls hints insists jests jokes labels
    moans mocks note notes objects posts promises protests questions rates read reads reasons rebukes remarks report
    reports salutes scoffs screams show shows sighs signals slams sneers snorts state states tags terms
    thunders trumpets tweets views vows warnings worries worry
""")
"""Forms that may be nouns: they tell speech only where "that" or a mark follows."""
CLAUSAL = word_set(
    "alleged alleges argued argues asserts asserted believes conceded concedes contended contends thinks"
)
"""Verbs that a clause follows without "that"."""
FREE_PARTICIPLES = word_set("alleging announcing arguing calling claiming saying stating urging warning")
"""Participles that tell speech without a comma before them: "a letter saying"."""
AUXILIARIES = word_set("""
    am are be been being can could did do does had has have is may might must should was were will would
""")
MODALS = word_set("can could may might must shall should will would")
BE = word_set("am are be been being is was were")
NEGATIONS = word_set("cannot neither never no nobody nor not nothing")
DENIALS = word_set("denied denies denying")
SUBJECT_PRONOUNS = word_set("he i it she there they we")
OBJECT_PRONOUNS = word_set("her him me them us you")
"""Words that can be told something."""
LISTENERS = word_set("""
    agency analysts audience board channel clients colleagues committee conference congress correspondents council
    court creditors crowd customers delegates employees everyone fans forum guests inquiry investigators investors
    journalists judge jurors jury lawmakers lenders listeners magazine markets media members ministers network
    newspaper newspapers outlet panel paper parliament people police press program programme readers regulators
    reporters senate senators shareholders site staff station students subscribers suppliers supporters traders
    tribunal users viewers visitors voters website weekly workers
""")
OCCASIONS = word_set("""
    address affidavit announcement appearance blog briefing broadcast call circular comment complaint conference
    debate disclosure document e-mail editorial email emails event filing forum hearing interview lawsuit letter
    meeting memo message note notice op-ed phone podcast post posting presentation program prospectus rally
    release remarks reply report response session show speech statement summit testimony tweet update video
    webcast
""")
"""Where and by which way something is said: "in a statement", "on a conference call"."""

PRONOUNS = word_set("he she it they we i who")
CONTRACTED = word_set("he'd he's it's she'd she's they'd they're they've we're we've i'm")
"""A pronoun and the auxiliary behind it in one word."""
PERSON_PRONOUNS = word_set("he she")
DETERMINERS = word_set("""
    a an another both either few her his its many most one our several some such that the their these this those
    three two
""")
PHRASE_DETERMINERS = DETERMINERS - {"this", "that"}
"""Those that begin the words for a source."""
ADVERBS = word_set("""
    again already also always apparently bluntly clearly did earlier even famously first flatly further had has have
    consistently ever long often once sometimes
    immediately initially just later now openly previously privately proudly publicly quickly recently
    repeatedly reportedly rightly separately simply since soon specifically still subsequently then thus today
    will would yesterday
""")
ANONYMOUS = word_set("""
    individuals insider insiders people person persons someone source sources whistleblower whistleblowers
""")
DOCUMENTS = word_set("""
    account analysis announcement article blog book books bulletin complaint data dispatch document documents
    estimate estimates figures filing filings forecast forecasts interview lawsuit letter memo newspaper note outlet
    paper poll polls post press prospectus release report reports research statement statements statistics story
    studies study summary survey surveys transcript tweet website
""")
COLLECTIVE = word_set("""
    aides allies authorities bank board brokerage carmaker chipmaker committee companies company conglomerate
    consultancy court executives firm firms giant government group insurer lender maker manufacturer ministry
    operator organization police producer publisher regulator regulators retailer start-up startup team tribunal
    union unit utility
""")
ORGANISATION_NOUNS = word_set("""
    airline bank brokerage carmaker chipmaker company conglomerate firm giant group insurer lender maker
    manufacturer operator producer publisher retailer start-up startup utility
""")
BODY_NOUNS = word_set("""
    agency association bottler brewer broadcaster builder business carrier chain charity club consortium consultancy
    contractor designer developer distributor drugmaker exporter family firm foundation fund importer lab miner
    network newspaper office owner party platform refiner rival shipper start-up startup steelmaker subsidiary
    supplier union unit venture wholesaler
""")
"""Nouns that, right before a name, tell a body's beside `ORGANISATION_NOUNS`."""
NAMELESS_BODIES = ORGANISATION_NOUNS | word_set("""
    automaker bottler brewer broadcaster carrier chain drugmaker grocer homebuilder miner planemaker refiner shipper
    steelmaker
""")
"""Nouns by which news calls a company that it has named: "the homewares chain said"."""
NO_FAMILY_NAMES = word_set("""
    association bank board bureau campaign caucus center centre chronicle club coalition college commission committee
    conference congress corps council county court day debate debates department district division exchange federation
    forum foundation fund games group hall house institute journal league mall market museum news office park party
    plaza post school senate series service services society square street studies summit tax times tribunal trust
    tuesday union university valley wednesday
""")
"""Last words of capitalised phrases that show no person."""
GOVERNMENT_NOUNS = word_set("""
    ambassador authorities commissioner congressman congresswoman court government governor judge lawmaker
    lawmakers mayor minister ministry official officials police prosecutor prosecutors regulator regulators
    senator senators tribunal
""")
ANALYST_NOUNS = word_set("analyst analysts economist economists researcher researchers strategist strategists")
JOB_HEADS = word_set("""
    adviser advisor aide ambassador analyst analysts attorney attorneys author banker broker ceo cfo chair
    chairman chairperson chairwoman chancellor chief cio cmo co-ceo co-chair co-chairman co-founder co-head
    co-president coach cofounder columnist commissioner
    consultant controller coo correspondent counsel critics cto dean democrats designer developer director
    economist economists editor employee employees engineer engineers evp executive executives expert experts
    fellow founder governor governors head host investor investors journalist judge lawmakers lawyer lawyers
    leader manager managers mayor minister negotiator officer official officials owner partner physician
    pollster president prime principal producer professor programmer prosecutor prosecutors reporter
    representative representatives republicans researcher researchers scholar scientist scientists secretary
    senator senators speaker spokesman spokesmen spokespeople spokesperson spokeswoman strategist strategists
    superintendent supporters svp trader traders treasurer trustee vice vp writer
""")
JOB_MODIFIERS = word_set("""
    acting administrative affairs and assistant associate board brand budget business campaign chief co commercial
    communications content corporate creative credit data defence defense deputy development digital district editorial
    energy equity executive external finance financial first foreign former founding fund general global group
    growth head health human independent industry information interim interior international investment joint junior
    legal longtime managing market marketing media medical national non-executive of operating operations outgoing
    patent people policy political portfolio press prime principal product public regional relations research resources
    retired revenue risk sales science scientific securities security senior state sustainability tax tech
    technical technology trade union veteran vice
""")
JOB_FIELDS = word_set("""
    accounting agriculture audit aviation category chain clinical commodities compliance construction consumer customer
    derivatives design education employment engineering environment equities ethics export exploration fleet food
    housing immigration innovation justice labor labour lending logistics maintenance manufacturing merchandising
    network planning plant pricing privacy procurement produce production programming project property publishing
    purchasing quality retail safety service services shipping site store strategy supply tourism transport
    transportation treasury underwriting wholesale
""")
"""Departments of firms and of governments, part of a job's name right before its noun: "purchasing director"."""
SPOKES = word_set("spokesman spokesperson spokeswoman spokesmen spokespeople representative rep lawyer attorney")
OFFICERS = word_set("""
    ceo cfo chair chairman chairperson chairwoman chief cio cmo co-ceo co-chair co-chairman co-founder co-head
    co-president cofounder coo cto director evp
    executive executives founder head manager officer owner partner president principal svp treasurer vice vp
""")
RESEARCH_WORDS = word_set("""
    advisory analysis analytics economics forecasting insight insights intelligence ratings research
""")
MEDIA_WORDS = word_set("""
    abc ap associated axios barron's bbc bloomberg broadcasting cbs chronicle cnbc cnn daily dispatch econotimes
    express fox gazette globe guardian herald journal magazine mail nbc news newswire newswires observer pbs
    post press punch record register reuters sun telegraph time times tribune wire
""")
"""Words in the names of newspapers, agencies and broadcasters."""
GENERAL_NOUN_STOPS = word_set("""
    after also although and are as at be because been before being but by could did do does for from had has
    have he her him if in into is it its may might more not of on or out over she should since so than that then
    they though through to under until up was were what when where whether which while who will with would yet
""")
SOURCE_LINKS = word_set(
    "at close briefed familiar for from in inside involved knowledge near of on the to with within about"
)
CLAUSE_OPENERS = word_set("""
    after although and as because but if nor once or since so that though until when where whereas which while
    yet
""")
ADJUNCT_OPENERS = word_set("""
    about after ahead as at before by during earlier following friday from in last late later monday of on over
    recently saturday shortly sunday this through thursday to today tuesday via wednesday when while with
    yesterday
""")
"""First words of what can follow "he said" without being what he said."""
KNOWN_THINGS = word_set("""
    arrangement contract deal decision discussions matter negotiations plan plans proceedings process situation talks
    terms thinking transaction
""")
"""What "people familiar with" it know."""
SOURCE_NOUNS = (
    KNOWN_THINGS
    | ANALYST_NOUNS
    | ANONYMOUS
    | COLLECTIVE
    | DOCUMENTS
    | GOVERNMENT_NOUNS
    | JOB_HEADS
    | (JOB_MODIFIERS - {"and", "of"})
)
"""Common nouns that are a part of the words for a source."""
SPEAKING_NOUNS = (
    ANALYST_NOUNS | ANONYMOUS | COLLECTIVE | DOCUMENTS | GOVERNMENT_NOUNS | JOB_HEADS | ORGANISATION_NOUNS | BODY_NOUNS
) | word_set("""
    activist ad administration advertisement advocate airport appeal author automaker backer banner book brief campaign
    campaigner clip co-author commission customer department everyone father film finding friend headline hospital
    indictment jury man management media mother narrator opponent order parliament partnership petition placard poster
    proponent pundit resident resolution rival ruling school sceptic sign site skeptic slide slogan spot suit team
    university woman
""")
"""Nouns for people, bodies and texts that can say something."""
