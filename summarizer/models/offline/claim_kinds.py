"""What kind of claim a statement is and how sure it is, by the words that show it.

Origin of the lists: the hedges and reporting verbs of `text.modality_words`, sorted by what they make of a statement,
with the formulas that newswires use for outlooks, denials and complaints.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.text.modality_words import ASKED_FOR, ASKED_WITHIN
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import letters_of, word_set

_DENIAL = pattern(
    rf"\bden(?:y|ies|ied|ying)\b(?!\s(?:\S+\s){{0,{ASKED_WITHIN - 1}}}?(?:{alternatives(ASKED_FOR)})s?\b)"
    r"|\bno truth\b|\bnot true\b|\b(?:categorically|flatly) untrue\b"
    r"|\b(?:reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)\s(?:\S+\s){0,3}?"
    r"(?:accusations?|allegations?|assertions?|charges?|claims?|criticism|notion|reports?|rumou?rs?|speculation|"
    r"suggestions?)\b",
    re.IGNORECASE,
)
_SAID_NOT = pattern(
    r"\b(?:has|have|had)\sno\s(?:\S+\s)?(?:intention|plans?)\b|\b(?:would|will)\snot\s(?:raise|sell|seek|be\ssold|"
    r"bid)\b"
    r"|\b(?:there|it|he|she|they|we|I|company)\s(?:will|would)\s(?:be\sno|never)\b"
    r"|\b(?:he|she|it|they|we|I|company|board)\s(?:(?:will|would)\snot|wo(?:n|uldn)[’']t)\s(?:accept|acquire|"
    r"appeal|be\s(?:bullied|forced|increasing|making|raising|selling|sold)|bid|change|close|cut|increase|issue|leave|"
    r"make|merge|participate|pursue|raise|reopen|resign|seek|sell|step|support|tolerate|walk|withdraw)\b"
    r"|\b(?:am|is|are|was|were)(?:\snot|n[’']t)\s(?:in\stalks|for\ssale|considering|planning|interested|looking|"
    r"negotiating|pursuing|seeking|selling|shopping)\b"
    r"|\b(?:did|done)\snothing\s(?:illegal|improper|unlawful|wrong)\b|\bno\ssuch\s(?:agreement|discussions?|disagreement|"
    r"intention|meeting|offer|plans?|talks|thing)\b|(?<!\bnot\s)(?<!n[’']t\s)\brul(?:es|ed|ing)\sout\b"
    r"|\b(?:did|does|do|has|have|had)(?:\snot|n[’']t)\s(?:knowingly\s|ever\s)?(?:abuse|break|breach|bribe|cheat|"
    r"collude|conspire|cover\sup|deceive|defraud|do|doctor|engage|evade|falsify|fix|hide|infringe|launder|leak|manipulate|"
    r"mislead|misuse|rig|steal|violate|abused|breached|bribed|broken|cheated|defrauded|done|hidden|infringed|misled|"
    r"stolen|violated)\s(?!(?:well|much|enough|so)\b)"
    r"|\b(?:baseless|groundless|meritless|unfounded|without\smerit)\b"
    r"|\b(?:is|are|was|were)\s(?:simply\s|completely\s)?(?:false|untrue)\b"
    r"|\b(?:it|that|this)(?:\sis|[’']s)\s(?:(?:absolute|complete|pure|simple|total|utter)(?:ly)?\s)?(?:absurd|fiction|"
    r"nonsense|rubbish)\b",
    re.IGNORECASE,
    look=True,
)
_ALLEGATION = pattern(
    r"\balleg(?:e|es|ed|ing|edly)\b|\baccus(?:e|es|ed|ing)\b|(?<!['’]s\s)(?<!s['’]\s)(?<!the\s)\bclaim(?:s|ed|ing)\s"
    r"(?:in\s(?:\S+\s){1,5}?that|that|it|he|she|they|the)\b"
    r"|\b(?:complaint|indictment|lawsuit|plaintiffs?|prosecutors|suit)\s(?:filed\s(?:\S+\s){1,6}?)?(?:says?|said|claims?|claimed|charges?|charged|"
    r"contends?|contended|seeks?|sought)\b|\baccording\sto\s(?:an?|the)\s(?:\S+\s)?(?:complaint|lawsuit|indictment|"
    r"suit)\b"
    r"|\bcharged\swith\b",
    re.IGNORECASE,
)
_WRONG = pattern(
    r"(?!(?:he|i|it|nobody|none|she|they|we)\b|no\b)(?:(?!(?:if|never|not|that|whether|who|which)\b|\S*n[’']t\b)[^\s,;:]+\s){1,6}?"
    r"(?:breached|bribed|cheated|concealed|copied|deceived|defrauded|doctored|embezzled|faked|falsified|hid|infringed|manipulated|misled|misused|overcharged|rigged|stole|violated)\b",
    re.IGNORECASE,
)
"""What somebody is said to have done wrong, by another: "Lund says Dorn copied its pump". What "it" did is admitted."""
_ESTIMATE = pattern(
    r"\b(?=estimat)(?<!beat )(?<!beating )(?<!topped )(?<!topping )(?<!missed )(?<!missing )(?<!above )(?<!below )"
    r"(?<!of )(?<!a )(?<!an )(?<!consensus )(?<!earnings )(?<!our )(?<!price )(?<!profit )(?<!revenue )(?<!sales )"
    r"(?<!share )(?<!street )(?<!the )(?<!['’]s )"
    r"estimat(?:e|es|ed|ing)\s(?:that|the|it|its|they|he|she|an?|at|to|about|around|revenue|sales|fewer|more|there|"
    r"[$€£\d]|(?-i:[A-Z]))|\bestimates?\s(?:for|is|are|calls?|puts?)\b|\breckon(?:s|ed)\b|\bby\s(?:my|our|his|her)\s(?:math|"
    r"calculations?|estimates?)\b|\b(?:as|was|were|is|are)\sestimated\sby\b|\bby\ssome\sestimates\b"
    r"|\b(?:is|are|was|were)\sestimated\s(?:at|to\s(?:be|have))\b|\b(?:insiders|people|sources)\s(?:peg|put)\b"
    r"|\bconsensus\s(?:calls?|is|stands|has|forecasts?|projections?|estimates?\s(?:calls?|is|are|of|for))\b"
    r"|\b(?:analysts|economists)\s(?:polled|surveyed)\b|\bis\s(?:valued|worth)\s(?:at\s)?an\sestimated\b",
    re.IGNORECASE,
    look=True,
)
_TERMS = pattern(
    r"\b(?:will|would)\s(?:also\s|then\s|each\s|initially\s|together\s|jointly\s)?(?:acquire|assume|bear|"
    r"be\s(?:based|converted|eligible|entitled|exchanged|headquartered|owned|paid\s(?:by|in|out|over|with)|"
    r"repaid|required|secured|subject|unsecured)|buy|carry|contribute\s(?:assets|cash|its|the)\b|"
    r"earn\s(?:an?\s)?(?:\S+\s)?(?:fees?|interest|right|royalt(?:y|ies)|stake)|"
    r"give\s(?:\S+\s){1,4}?(?:control|interest|majority|ownership|stake)|"
    r"(?<!would\s)get|have\s(?:an\soption|the\s(?:option|right)|to\spay)|hold|issue|keep(?!\s\w+ing\b)|lease|lend|mature|owe|own|"
    r"pay(?!\sfor\b|\s(?:\w+\s){0,3}dividends?\b)|"
    r"receive|retain|run\sthe\s(?:business|company|project|venture)|values?\s(?:\S+\s){1,8}?at)\b"
    r"|^under\s(?:the|this|its)\s(?:\S+\s){0,4}?(?:accord|agreement|arrangement|contract|deal|lease|licen[cs]e|pact|terms)\b"
    r"|\bmay\s(?:also\s)?(?:be\s(?:extended|prolonged|renewed|terminated)|extend|terminate|walk\saway|"
    r"(?:increase|lift|raise)\s(?:its|his|her|the|their)\s(?:holding|interest|stake))\b",
    re.IGNORECASE,
    look=True,
)
"""What a contract lays down is no outlook: "will pay $40 a share", "would value the company at $2 billion"."""
_CHANGED = pattern(
    r"\b(?:boosted|cut|downgraded|hiked|initiated|kept|lifted|lowered|maintained|narrowed|nudged\sup|raised|reaffirmed|"
    r"reduced|reinstated|reiterated|resumed|revised|scrapped|slashed|suspended|trimmed|upgraded|upped|withdrew|"
    r"withdrawn)\s(?!by\b)(?:[^\s,;.]+\s){0,7}?(?:estimates?|forecasts?|guidance|outlook|price\sobjectives?|projections?|"
    r"ratings?|targets?)\b",
    re.IGNORECASE,
)
"""That somebody changed what he foretells is a fact, whatever he foretells: "raised its profit forecast"."""
_OWN_OUTLOOK = pattern(
    r"(?<!\bscrapped\s)(?<!\bsuspended\s)(?<!\bwithdrawn\s)(?<!\bwithdrew\s)\b(?:its|our|their)\s(?:[^\s,;.]+\s){0,5}?"
    r"(?:forecasts?|guidance|outlook|projections?)\b",
    re.IGNORECASE,
)
"""What a company itself foretells: with a figure it is foretold anew."""
_FORETELLS_TOO = pattern(r"\b(?:and|now)\s(?:\w+\s)?(?:expects?|forecasts|predicts|projects|sees)\b|\bwill\b")
_EXPECTS = "expects?|forecasts?|projects|predicts?|anticipates?|foresees?|sees|plans|aims|hopes|intends"
_OUTLOOK = pattern(
    # The verb is looked for before the words that must not stand ahead of it: so many would be tried at each word.
    rf"\b(?:(?=(?:{_EXPECTS}|targets)\b)(?<!['’]s )(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bof )"
    r"(?<!\bnew )(?<!\bany )(?<!\band )"
    r"(?<!\bthese )(?<!\ba )(?<!\ban )(?<!\bannual )(?<!\bbudget )(?<!\bcash )(?<!\bearnings )(?<!\bearlier )"
    r"(?<!\bexpansion )(?<!\bgrowth )(?<!\bhis )(?<!\bher )(?<!\bmargin )(?<!\bour )(?<!\bprevious )"
    r"(?<!\bprice )(?<!\bproduction )(?<!\bprofit )(?<!\bquarterly )(?<!\brevenue )(?<!\bsales )(?<!\bshare )"
    r"(?<!\byear )(?<!-year )(?<!\bfor )(?<!\bfrom )(?<!\bwith )"
    rf"(?:{_EXPECTS}|"
    r"targets(?=\s(?:[^\s,;]+\s){0,6}?(?:[$€£]?\d|(?:[a-z]+-)?(?:cuts?|earnings|growth|launch|margins?|output|production|"
    r"profits?|returns?|revenues?|sales|savings)\b)))\b"
    r"(?!\s(?:for\sthe\s(?:first|second|third|fourth)\squarter\s(?:of|were|was)|were|was|by\sanalysts))"
    r"|(?:is|are|was|were|being)\s(?:\w+ly\s|now\s|still\s|also\s)?(?:expected|forecast|projected|predicted|"
    r"anticipated|set|due\sto\s(?:arrive|be|close|launch|open|report|start)|slated|scheduled|poised|seen|likely|"
    r"unlikely|planning|aiming|hoping|forecasting|predicting|projecting|targeting|looking\sto)\b|pencill?ed\sin\b"
    r"|(?:expect|plan|aim|hope|intend)\sto\b|(?:we|I|they|analysts|investors|economists|traders)\s(?:still\s)?(?:expect|"
    r"forecast|predict|project|anticipate|see)\b"
    r"|on\s(?:course|track)\sto\b|guidance\s(?:of|for|calls)\b|look(?:s|ing)?\s(?:forward\s)?to\s(?:add|build|buy|expand|"
    r"grow|open|start\w*)\b"
    r"|(?:will|won[’']t|shall)\b|probably\b)|[’']ll\b",
    re.IGNORECASE,
    look=True,
)
_OPEN_OUTLOOK = pattern(
    r"\b(?:could|may|might)\s(?!have\b)|\bshould\s(?:also\s|\w+ly\s)?(?:add|allow|be\s(?:able|closed|completed|done|enough|"
    r"finished|worth)|become|begin|benefit|boost|close|come|continue|decline|drive|ease|enable|end|fall|generate|give|grow|"
    r"help|hit|improve|increase|keep|lead|lift|mean|mitigate|offset|produce|provide|raise|reach|rebound|remain|result|rise|"
    r"save|see|start|support)\b"
)
"""What may come; "should" tells of that with verbs of change, and of duty with others."""
_LEFT_OPEN = pattern(r"\b(?:may|might)\b(?!\s\d)|\bcould\s(?!not\b)")
_UNSURE = pattern(
    r"\b(?:believe[sd]?|doubt(?:s|ed)?|I\sthink|thinks?|(?<![Aa]s\s)(?<!than\s)expect(?:s|ed)?|estimate[sd]?|fear(?:s|ed)?|forecasts?|"
    r"guess(?:es|ed)?|hint(?:s|ed)?|hope[sd]?|indicat(?:es?|ed)|predict(?:s|ed)?|reckon(?:s|ed)?|speculate[sd]?|"
    r"suggest(?:s|ed)?|suspect(?:s|ed)?)\b"
)
"""Verbs of telling that leave open whether it is so."""
_HAD_EXPECTED = pattern(
    r"(?:\w+\s)?(?:analysts|economists|investors|traders|wall street)\s(?:\S+\s){0,4}?"
    r"(?:had\s(?:been\s)?(?:expect(?:ed|ing)|forecast|predicted|projected)|(?:are|were)\s(?:expecting|forecasting|"
    r"predicting|projecting))\b",
    re.IGNORECASE,
)
"""What others foretold, where a sentence tells that by itself: "Analysts had expected revenue of $4 million"."""
_SAID_WOULD = pattern(r"\bwould\s(?!have\b|not\sbe\sdrawn)", re.IGNORECASE)
_OPINION = pattern(
    r"\b(?:believes?|thinks?|feels?|considers?|argues?|argued|views?|deserves?|should|ought|overvalued|undervalued|"
    r"attractive|arguably|clearly|frankly|unfortunately|best|worst|better|worse|too\s\w+|ridiculous\w*|impressive|"
    r"disappointing|compelling|smart|foolish|important|remarkable|remarkably)\b|\b(?:I|we)\s(?:am|are|think|believe|"
    r"like|love|doubt|would)\b|[“\"]?\b(?:calls?|called|describ(?:es|ed))\s(?:it|the|this|them)\b"
    r"|\b(?:looks?|seems?|appears?)\s(?:to\sbe\s|like\s)?\w+|\bin\s(?:my|our)\s(?:opinion|view)\b",
    re.IGNORECASE,
    look=True,
)
_WORTH = pattern(
    r"\b(?:could|might|may)\s(?:\w+ly\s)?(?:be\s(?:valued|worth)|bring\sin|cost|fetch|go\sfor|sell\sfor)\b"
    r"|\bwould\s(?:\w+ly\s)?(?:cost|fetch|sell\sfor)\b",
    re.IGNORECASE,
)
"""What something might cost or bring is reckoned, whenever it does."""
_PARTLY_QUOTED = pattern(r"[“\"]\w")
_MULTIPLE = pattern(r"[“\"][^”\"]*\b(?:\d[\d.,]*|doubled|halved|quadrupled|tripled)\b[^”\"]*[”\"]")
_BEATEN = pattern(
    r"\b(?:above|beat(?:s|ing)?|below|edged\spast|exceed(?:s|ed|ing)|in\sline\swith|match(?:es|ed|ing)|miss(?:es|ed|ing)|"
    r"surpass(?:es|ed|ing)|top(?:s|ped|ping))\s(?:\S+\s){0,4}?(?:consensus(?:\sestimates?)?|estimates?)\b"
    r"(?:\s(?:among|by|from|of)\s(?:\S+\s){0,2}?(?:analysts|economists)(?:\s(?:polled|surveyed))?)?",
    re.IGNORECASE,
)
"""What a result is compared with: it tells of the result, and estimates nothing."""
_TO_COME = pattern(
    r"\b(?:expects?|forecasts?|predicts?|sees?|will|would|to\s(?:reach|rise|fall|grow|hit|total|double)|next\s(?:year|quarter|month))\b"
)
"""What is estimated and has not happened yet."""
_MY_VOICE = pattern(r"\bI(?:[’']d|\s(?:might|could|may|would))\b")
_OWN_VOICE = pattern(
    r"\b(?:I|[Ww]e)\s(?:\w+ly\s|still\s|do\s|also\s)?(?:am|are|believe|consider|doubt|expect|like|love|prefer|"
    r"recommend|"
    r"see|think|view|would)\b|\b(?:[Mm]y|[Oo]ur)\s(?:estimates?|opinion|take|view)\b|\bshould\b|\barguably\b"
)
_HEDGED = pattern(
    r"\b(?:(?-i:may)|might|could|perhaps|maybe|possibly|potentially|likely|likeliest|unlikely|probably|presumably|"
    r"(?<!no\s)(?:chances?|odds)\s(?:of|that)|apparently|reportedly|allegedly|purportedly|supposedly|"
    r"seems?|appears|appear\sto|appeared|seemed|look(?:s|ed)\s{2}|look(?:s|ed)?\s(?:hard|like|likely|poised|set|unlikely)|suggests?|hints?|"
    r"believed\sto|thought\sto|said\sto\sbe|understood\sto|rumou?red|reported\sto\sbe|tipped\sto|"
    r"expects|expected\sto|(?:is|are|was|were|being)\s(?:\w+\s)?(?:expected|forecast|projected)|"
    r"forecast\s(?:[$€£\d]|an?\b|earnings|growth|its|profits?|revenues?|sales|that|the)|expecting|anticipates|forecasts|projects|"
    r"projected|predicts|predicted|foresees|sees|poised\s(?:for|to)|set\sto|on\s(?:course|track)|slated|"
    r"(?<!n[’']t\s)(?<!\bnot\s)(?<!\bcan\s)(?<!\bto\s)(?:anticipate|believe|expect|foresee|hope|intend|reckon|"
    r"think(?!\s(?:about|of)\b))|(?:analysts|economists|I|they|we)\s(?:\w+\s)?(?:estimate|forecast|predict|project)|"
    r"due\sto\s(?:be|close|open|start)|"
    r"plans|planning\sto|plan\sto|intends|aims?\s(?:for|to)|aiming\s(?:for|to)|targeting|hopes|hoping\s(?:for|to)|seeks?\sto|"
    r"(?:is|are)\s(?:forecasting|predicting|projecting)|pencill?ed\sin|would\slike\sto|"
    r"considering|considers|weighing|exploring|looking\sto|look\sforward\sto|in\stalks|estimates|estimated|reckons|"
    r"thinks|believes|should|(?<!no\s)(?<!without\s)(?<!any\s)(?<!beyond\s)doubt(?:s|ed)?(?=\s(?:if|that|whether)\b|\Z))\b",
    re.IGNORECASE,
    look=True,
)
_NO_HEDGE = pattern(
    r"\b(?:than|as|had|were|was|beat|missed|topped|above|below|beating|exceeded|analysts[’']?|consensus|of)\s"
    r"(?:\w+\s)?(?:expected|forecasts?|estimates?|projected|anticipated)\b(?!\sto\b)|\bmay\s\d|\bin\s(?:early\s|"
    r"late\s)?May\b"
    r"|\b(?:abandon|cancel|cancell|defer|delay|ditch|drop|dropp|postpon|reject|scrap|scrapp|shelv|suspend)e?d\s(?:\S+\s){0,3}?"
    r"plans?\s(?:for|to)\b"
    r"|\bcould(?:\snot|n[’']t)\b"
)
_COMPARED = word_set("anticipated could couldn estimate estimates expected forecast forecasts may plan plans projected")
"""One of these stands in whatever `_NO_HEDGE` finds."""
_NEGATED = pattern(
    r"\b(?:(?<!if\s)not|never|nobody|none)\b(?!\s(?:only|just|least|merely|necessarily))|n[’']t\b(?!\s(?:only|just))|"
    r"\bno\slonger\b"
    r"|\bnor\b|\bfailed\sto\b",
    re.IGNORECASE,
)
_QUOTED = pattern(r"[“\"][^“”\"]*[”\"]")
_OPENING_CLAUSE = pattern(
    r"[“\"]?(?:after|although|as|because|before|despite|even|given|if|since|though|unless|when|while)\b", re.IGNORECASE
)
_HANGING = pattern(
    r"\s(?:(?:after|although|because|before|even\sthough|so\sthat|though|until|when|where|whereas|which|while|who|"
    r"whose)\b|(?=that\b)(?<![,\w]says\s)(?<!said\s)(?<!so\s)(?<!expects\s)(?<!believe\s)(?<!believes\s)(?<!think\s)"
    r"(?<!thinks\s)(?<!sure\s)(?P<that>that)|(?<=,\s)(?:but|and)\s)"
)
"""The white space before a word that opens a clause; a comma before it belongs to that clause."""
_SHORTEST_MAIN = 25
"""Characters of a main clause, at least."""
_ALREADY = " already"
"""What follows the "not" of a clause that tells of a thing: "the shares it does not already own"."""
_MAIN = 70
"""Characters of a statement in which its main verb is looked for."""


_CUES = {
    "denial": word_set("""
        denied denies deny denying dismiss dismissed dismisses dismissing dispute disputed disputes disputing
        refute refuted refutes refuting reject rejected rejecting rejects true truth untrue
    """),
    "said_not": word_set("""
        absurd aren baseless false fiction groundless hadn hasn haven didn doesn don isn merit meritless never
        no nonsense not nothing out rubbish
        unfounded untrue wasn weren won wouldn
    """),
    "allegation": word_set("""
        accuse accused accuses accusing allege alleged allegedly alleges alleging charged
        claim claimed claiming claims complaint indictment lawsuit plaintiff plaintiffs prosecutors suit
    """),
    "wrong": word_set("""
        breached bribed cheated concealed copied deceived defrauded doctored embezzled faked falsified hid
        infringed manipulated misled misused overcharged rigged stole violated
    """),
    "estimate": word_set("""
        calculation calculations consensus estimate estimated estimates estimating math polled reckon reckoned reckons
        surveyed insiders
    """),
    "outlook": word_set("""
        course expecting forecasting penciled pencilled predicting projecting targeting
        project
        aim aiming aims anticipate anticipated anticipates due expect expected expects forecast forecasts
        foresee foresees guidance hope hopes hoping intend intends likely ll look looking looks plan planning plans
        poised predict predicted predicts probably projected projects scheduled see seen sees set shall slated
        targets track unlikely will won
    """),
    "open": word_set("""
        could may might should
    """),
    "would": word_set("""
        would
    """),
    "to_come": word_set("expect expects forecast forecasts next predict predicts see sees to will would"),
    "my_voice": word_set("i"),
    "own_voice": word_set("""
        arguably i my our should we
    """),
    "hedged": word_set("""
        forecasting like penciled pencilled predicting projecting targeting
        project
        aim aiming aims allegedly anticipate anticipates apparently appear appeared appears believe believed believes
        chance chances considering considers could course doubt doubted doubts due estimate estimated
        estimates expect expected expecting
        expects exploring forecast forecasts foresee foresees hint hints hope hopes hoping intend intends likeliest
        likely look looked looking looks may maybe might odds perhaps plan planning plans poised possibly potentially
        predict predicted predicts presumably probably projected projects purportedly reckon reckons reported
        reportedly rumored rumoured said seek seeks seem seemed seems sees set should slated suggest suggests
        supposedly talks think thinks thought tipped track understood unlikely weighing
    """),
    "changed": word_set("""
        estimate estimates forecast forecasts guidance objective objectives outlook projection projections rating
        ratings target targets
    """),
    "worth": word_set("could may might would"),
    "negated": word_set("""
        failed longer never nobody none nor not t
    """),
    "unsure": word_set("""
        believe believed believes doubt doubted doubts estimate estimated estimates expect expected expects fear feared
        fears forecast forecasts guess guessed guesses hint hinted hints hope hoped hopes indicate indicated indicates
        predict predicted predicts reckon reckoned reckons speculate speculated speculates suggest suggested suggests
        suspect suspected suspects think thinks
    """),
}
"""The words without which a pattern above cannot match: looked up first, since most sentences have none of them."""


def _patterns_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in _CUES.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


_BY_WORD = _patterns_by_word()
_CUE_WORDS = frozenset(_BY_WORD)
_NONE: frozenset[str] = frozenset()
_JUDGING = word_set("best better clearly foolish important smart too worse worst")
"""Words of `_OPINION` that stand in names."""
_TELLING = _CUE_WORDS | _JUDGING


def telling_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names with a word in them that would make a claim's kind: "Best Forecasts Plc", the longest first."""
    if _TELLING.isdisjoint(letters_of(" ".join(names))):
        return ()
    found = [name for name in names if " " in name and not _TELLING.isdisjoint(letters_of(name))]
    return tuple(sorted(found, key=len, reverse=True))


def without(names: Sequence[str], words: str) -> str:
    """`words` with a plain capitalised word for each of `names`."""
    for name in names:
        words = words.replace(name, "Aa")
    return words


def kind_of(words: str, sentence: str, *, spoken: bool, direct: bool, figures: bool, analyst: bool = False) -> str:
    """The kind of the claim `words` in `sentence`.

    `spoken`: somebody is given as saying it, `direct`: in quotes, `analyst`: one of those who judge for a living.
    """
    around = _cues_of(sentence)
    low = _cues_of(words) if spoken else around
    if not spoken and not low:
        return "fact"
    if "denial" in around and _DENIAL.search(sentence if spoken else _main_clause(words)):
        return "denial"
    if spoken and "said_not" in low and _SAID_NOT.search(words):
        return "denial"
    if "allegation" in around and _ALLEGATION.search(sentence if spoken else _main_clause(words)):
        return "allegation"
    if spoken and not direct and "wrong" in low and _WRONG.match(words):
        return "allegation"
    if "changed" in low and _is_change(main := _main_clause(words)):
        return "forecast" if figures and _OWN_OUTLOOK.search(main) else "fact"
    if "estimate" in around and _ESTIMATE.search(_BEATEN.sub(" ", sentence if spoken else words)):
        # An estimate of what is to come is a forecast.
        return "forecast" if "to_come" in around and _TO_COME.search(sentence) else "estimate"
    if figures and "worth" in low and _WORTH.search(_main_clause(words)):
        return "estimate"
    if not spoken and "my_voice" in low and _MY_VOICE.search(words):
        return "opinion"
    if _foretells(words, low) or ("outlook" in low and _HAD_EXPECTED.match(words)):
        return "forecast"
    if spoken and "would" in low and _SAID_WOULD.search(_main_clause(words)) and not _is_term(words):
        return "forecast"
    if spoken and (((direct or analyst or _partly_quoted(words)) and not figures) or _OPINION.search(words)):
        return "opinion"
    return "opinion" if not spoken and "own_voice" in low and _OWN_VOICE.search(words) else "fact"


@lru_cache(maxsize=64)
def _cues_of(words: str) -> frozenset[str]:
    """Which of the patterns of `_CUES` may find something."""
    found = _CUE_WORDS & letters_of(words)
    return _NONE.union(*map(_BY_WORD.__getitem__, found)) if found else _NONE


def _is_change(main: str) -> bool:
    """Whether a clause tells that a forecast, a rating or a target was changed, and not what it is about besides."""
    return _CHANGED.search(main) is not None and _FORETELLS_TOO.search(main) is None


def _partly_quoted(words: str) -> bool:
    """Whether words in quotation marks judge; a number in them is a fact in whatever marks."""
    return _PARTLY_QUOTED.search(words) is not None and _MULTIPLE.search(words) is None


def _foretells(words: str, low: frozenset[str]) -> bool:
    """Whether the main clause tells of what is to come."""
    outlook, left_open = "outlook" in low, "open" in low
    if not (outlook or left_open):
        return False
    main = _without_comparisons(_main_clause(words))
    return bool(
        (outlook and _OUTLOOK.search(main) and not _TERMS.search(main))
        or (left_open and _OPEN_OUTLOOK.search(main) and not _TERMS.search(main))
    )


def _is_term(words: str) -> bool:
    return _TERMS.search(_main_clause(words)) is not None


def certainty_of(words: str, kind: str, told: str = "") -> str:
    """How sure the claim is: denied, hedged or asserted; `told` is how the sentence gives the words to somebody."""
    if kind == "denial":
        return "denied"
    low = _cues_of(words)
    if kind == "estimate" or ("open" in low and _LEFT_OPEN.search(words)):
        return "hedged"
    hedged, negated = "hedged" in low, "negated" in low
    main = _QUOTED.sub(" ", _main_clause(words)) if hedged or negated else ""
    if hedged and _HEDGED.search(_without_comparisons(main)):
        return "hedged"
    if told and "unsure" in _cues_of(told) and _UNSURE.search(told):
        return "hedged"
    found = _NEGATED.search(main, 0, _MAIN) if negated else None
    if found is None or "," in main[: found.start()] or main.startswith(_ALREADY, found.end()):
        return "asserted"
    # Who holds an opinion denies nothing: "Families never sell at the top".
    return "asserted" if kind == "opinion" else "denied"


@lru_cache(maxsize=64)
def _main_clause(words: str) -> str:
    """`words` from where a clause that opens them ends to where one that hangs on them begins."""
    start = 0
    if _OPENING_CLAUSE.match(words):
        start = words.find(", ") + 2 if ", " in words else 0
    hanging = _HANGING.search(words, start + 1)
    if hanging is None:
        return words[start:]
    end = hanging.start() - (words[hanging.start() - 1] == "," and not hanging["that"])
    # What comes that early belongs to a subject: "the bank that it owns".
    return words[start : end if end - start >= _SHORTEST_MAIN else None]


def _without_comparisons(words: str) -> str:
    """`words` without what something else is compared with: "better than expected", "missed forecasts"."""
    return words if _COMPARED.isdisjoint(letters_of(words)) else _NO_HEDGE.sub(" ", words)
