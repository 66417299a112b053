"""Words of reported speech: verbs that report, nouns that name who speaks, job names.

Origin: the verbs are the reporting verbs of English grammars, kept where the development articles use them for
speech; the nouns and jobs were collected from news prose and from lists of company officers.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set


def _senses(**lists: str) -> dict[str, str]:
    return {" ".join(entry.split()): sense for sense, entries in lists.items() for entry in entries.split(",")}


CUES = _senses(
    says="""said, says, say, wrote, writes, told, tells, stated, states, remarked, remarks, quipped, tweeted, tweets,
        commented, insisted, insists, cautioned, cautions, joked, lamented, opined, reiterated, replied""",
    notes="""added, adds, noted, notes, acknowledged, acknowledges, admitted, admits, announced, announces, argued,
        argues, asked, asks, asserted, asserts, believes, boasted, claimed, claims, alleged, alleges,
        complained, complains, conceded, concedes, concluded, concludes, confirmed, confirms, contended, contends,
        continued, continues, declared, declares, disclosed, discloses, emphasized, emphasizes,
        estimated, estimates, explained, explains, forecast, forecasts, indicated, indicates, mentioned, observed,
        observes, pledged, pointed out, points out, posted, predicted, predicts, promised, promises, recalled, recalls,
        reported, reports, responded, revealed, reveals, stressed, stresses, suggested, suggests, testified, thinks,
        urged, warned, warns, wondered, vowed, denied, denies""",
    names="called, calls, described, describes, dubbed, hailed, touted, labeled, slammed",
    participle="""saying, adding, noting, telling, writing, stating, explaining, claiming, arguing, warning, insisting,
        stressing, pointing out, acknowledging, declaring, alleging, emphasizing""",
    according="according to, in the words of",
    passive="described by, called by, quoted by",
    no_comment="""would not be drawn, declined to be drawn, refused to be drawn,
        declined to comment, declined comment, declines to comment, refused to comment,
        declined further comment, declined to provide, declined to say, declined to elaborate,
        declined to discuss, declined an interview,
        did not respond, didn't respond, did not immediately respond, didn't immediately respond, has not responded,
        did not return, didn't return, did not immediately return, didn't immediately return, has yet to comment,
        did not reply, didn't reply, did not immediately reply, has not commented, have not commented, hasn't commented,
        could not be reached, couldn't be reached, could not immediately be reached, couldn't immediately be reached,
        was not available for comment, were not available for comment, was not immediately available,
        were not immediately available, wasn't immediately available, weren't immediately available, had no comment,
        had no immediate comment, would not comment, wouldn't comment, made no comment, offered no comment""",
)

PRONOUNS = word_set("he she it they we i who")
PERSON_PRONOUNS = word_set("he she")
DETERMINERS = word_set("""
    a an another both either few her his its many most one our several some such that the their these this those
    three two
""")
ADVERBS = word_set("""
    again already also apparently bluntly clearly did earlier even famously first flatly further had has have
    immediately initially just later now openly previously privately proudly publicly quickly recently
    repeatedly reportedly rightly separately simply since soon specifically still subsequently then thus today
    will would yesterday
""")
ANONYMOUS = word_set("""
    individuals insider insiders people person persons someone source sources whistleblower whistleblowers
""")
DOCUMENTS = word_set("""
    account announcement article blog bulletin complaint data dispatch document documents estimate estimates
    figures filing filings forecast forecasts interview lawsuit letter memo newspaper note outlet paper poll
    polls post press prospectus release report reports research statement statements story studies study summary
    survey surveys transcript tweet website
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
    agency association broadcaster builder business carrier chain charity club consortium consultancy contractor
    developer distributor drugmaker exporter family firm foundation fund importer lab miner network newspaper office
    owner party platform refiner rival shipper start-up startup steelmaker subsidiary supplier union unit venture
    wholesaler
""")
"""Nouns that, right before a name, tell a body's beside `ORGANISATION_NOUNS`."""
GOVERNMENT_NOUNS = word_set("""
    ambassador authorities commissioner congressman congresswoman court government governor judge lawmaker
    lawmakers mayor minister ministry official officials police prosecutor prosecutors regulator regulators
    senator senators tribunal
""")
ANALYST_NOUNS = word_set("analyst analysts economist economists researcher researchers strategist strategists")
JOB_HEADS = word_set("""
    adviser advisor aide ambassador analyst analysts attorney attorneys author banker broker ceo cfo chair
    chairman chairperson chairwoman chancellor chief cio cmo co-founder coach cofounder columnist commissioner
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
    acting administrative affairs and assistant associate brand budget business campaign chief co commercial
    communications content corporate creative credit data defense deputy development digital district editorial
    energy equity executive external finance financial first foreign former founding general global group growth
    head health human independent industry information interim interior international investment joint junior
    legal longtime managing market marketing media medical national non-executive of operating operations
    outgoing people policy political portfolio press prime principal product public regional relations research
    resources retired revenue risk sales science scientific security senior state sustainability tech technical
    technology trade veteran vice
""")
SPOKES = word_set("spokesman spokesperson spokeswoman spokesmen spokespeople representative rep lawyer attorney")
OFFICERS = word_set("""
    ceo cfo chair chairman chairperson chairwoman chief cio cmo co-founder cofounder coo cto director evp
    executive executives founder head manager officer owner partner president principal svp treasurer vice vp
""")
RESEARCH_WORDS = word_set("""
    advisory analysis analytics economics forecasting insights intelligence ratings research
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
