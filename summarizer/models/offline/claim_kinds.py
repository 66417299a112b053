"""What kind of claim a statement is and how sure it is, by the words that show it.

Origin of the lists: the hedges and reporting verbs of `text.modality_words`, sorted by what they make of a statement,
with the formulas that newswires use for outlooks, denials and complaints.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set

_DENIAL = pattern(
    r"\bden(?:y|ies|ied|ying)\b(?!\s(?:\S+\s){0,4}?(?:access|appeal|application|bail|bid|coverage|entry|licen[cs]e|loan|"
    r"motion|permission|permit|petition|request|visa)s?\b)"
    r"|\bno truth\b|\bnot true\b|\b(?:categorically|flatly) untrue\b"
    r"|\b(?:reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)\s(?:\S+\s){0,3}?"
    r"(?:accusations?|allegations?|assertions?|charges?|claims?|criticism|notion|reports?|rumou?rs?|speculation|"
    r"suggestions?)\b",
    re.IGNORECASE,
)
_SAID_NOT = pattern(
    r"\b(?:has|have|had)\sno\s(?:\S+\s)?(?:intention|plans?)\b|\b(?:would|will)\snot\s(?:raise|sell|seek|be\ssold|"
    r"bid)\b"
    r"|\b(?:is|are|was|were)\snot\s(?:in\stalks|for\ssale|considering|planning|interested)\b"
    r"|\b(?:did|does|do|has|have|had)(?:\snot|n[’']t)\s(?:knowingly\s|ever\s)?(?:abuse|break|breach|bribe|cheat|"
    r"collude|conspire|cover|deceive|defraud|do|doctor|engage|evade|falsify|fix|hide|infringe|launder|leak|manipulate|"
    r"mislead|misuse|rig|steal|violate|abused|breached|bribed|broken|cheated|defrauded|done|hidden|infringed|misled|"
    r"stolen|violated)\s(?!(?:well|much|enough|so)\b)"
    r"|\b(?:baseless|groundless|meritless|unfounded|without\smerit)\b"
    r"|\b(?:is|are|was|were)\s(?:simply\s|completely\s)?(?:false|untrue)\b",
    re.IGNORECASE,
)
_ALLEGATION = pattern(
    r"\balleg(?:e|es|ed|ing|edly)\b|\baccus(?:e|es|ed|ing)\b|(?<!['’]s\s)(?<!s['’]\s)(?<!the\s)\bclaim(?:s|ed|ing)\s(?:that|it|he|she|they|the)\b"
    r"|\b(?:complaint|indictment|lawsuit|plaintiffs?|prosecutors|suit)\s(?:says?|said|claims?|claimed|charges?|charged|"
    r"contends?|contended|seeks?|sought)\b|\baccording\sto\s(?:an?|the)\s(?:\S+\s)?(?:complaint|lawsuit|indictment|"
    r"suit)\b"
    r"|\bcharged\swith\b",
    re.IGNORECASE,
)
_ESTIMATE = pattern(
    r"(?<!beat )(?<!beating )(?<!topped )(?<!topping )(?<!missed )(?<!missing )(?<!above )(?<!below )(?<!of )"
    r"(?<!a )(?<!an )(?<!consensus )(?<!earnings )(?<!our )(?<!price )(?<!profit )(?<!revenue )(?<!sales )(?<!share )"
    r"(?<!street )(?<!the )(?<!['’]s )"
    r"\bestimat(?:e|es|ed|ing)\s(?:that|the|it|its|they|he|she|an?|at|to|about|around|revenue|sales|fewer|more|there|"
    r"[$€£\d]|(?-i:[A-Z]))|\bestimates?\s(?:for|is|are|calls?|puts?)\b|\breckon(?:s|ed)\b|\bby\s(?:my|our|his|her)\s(?:math|"
    r"calculations?|estimates?)\b"
    r"|\bconsensus\s(?:calls?|is|stands|has|forecasts?|projections?|estimates?\s(?:calls?|is|are|of|for))\b"
    r"|\b(?:analysts|economists)\s(?:polled|surveyed)\b|\bis\s(?:valued|worth)\s(?:at\s)?an\sestimated\b",
    re.IGNORECASE,
)
_TERMS = pattern(
    r"\bwill\s(?:also\s|then\s|each\s|initially\s)?(?:acquire|assume|be\seligible|bear|buy|get|have\sto\spay|hold|issue|keep|own|"
    r"pay(?!\sfor\b|\s(?:\w+\s){0,3}dividends?\b)|"
    r"receive|retain)\b",
    re.IGNORECASE,
)
"""What a contract lays down is no outlook: "will pay $40 a share"."""
_OUTLOOK = pattern(
    r"\b(?:(?<!['’]s )(?<!the )(?<!its )(?<!their )(?<!of )(?<!new )(?<!any )(?<!and )(?<!these )"
    r"(?:expects?|forecasts?|projects|predicts?|anticipates?|foresees?|sees|plans|aims|hopes|intends|targets)\b"
    r"(?!\s(?:for\sthe\s(?:first|second|third|fourth)\squarter\s(?:of|were|was)|were|was|by\sanalysts))"
    r"|(?:is|are|was|were|being)\s(?:\w+ly\s|now\s|still\s|also\s)?(?:expected|forecast|projected|predicted|"
    r"anticipated|set|due\sto\s(?:arrive|be|close|launch|open|report|start)|slated|scheduled|poised|seen|likely|"
    r"unlikely|planning|aiming|hoping|looking\sto)\b"
    r"|(?:expect|plan|aim|hope|intend)\sto\b|(?:we|I|they|analysts|investors|economists)\s(?:still\s)?(?:expect|"
    r"forecast|predict|anticipate|see)\b"
    r"|on\strack\sto\b|guidance\s(?:of|for|calls)\b|look(?:s|ing)?\s(?:forward\s)?to\s(?:add|build|buy|expand|"
    r"grow|open|start\w*)\b"
    r"|(?:will|won[’']t|shall)\b|probably\b)|[’']ll\b",
    re.IGNORECASE,
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
    r"\b(?:believes?|thinks?|I\sthink|expects?|estimates?|suspects?|hopes?|guess(?:es)?|indicat(?:es?|ed)|"
    r"suggest(?:s|ed)?|"
    r"reckons?)\b"
)
"""Verbs of telling that leave open whether it is so."""
_HAD_EXPECTED = pattern(
    r"(?:\w+\s)?(?:analysts|economists|investors|traders|wall street)\s(?:\S+\s){0,4}?had\s(?:been\s)?"
    r"(?:expect(?:ed|ing)|forecast|predicted|projected)\b",
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
)
_PARTLY_QUOTED = pattern(r"[“\"]\w")
_MULTIPLE = pattern(r"[“\"][^”\"]*\b(?:\d[\d.,]*|doubled|halved|quadrupled|tripled)\b[^”\"]*[”\"]")
_BEATEN = pattern(
    r"\b(?:above|beat(?:s|ing)?|below|edged\spast|exceed(?:s|ed|ing)|in\sline\swith|match(?:es|ed|ing)|miss(?:es|ed|ing)|"
    r"surpass(?:es|ed|ing)|top(?:s|ped|ping))\s(?:\S+\s){0,4}?(?:consensus(?:\sestimates?)?|estimates?)\b",
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
    r"\b(?:(?-i:may)|might|could|perhaps|maybe|possibly|potentially|likely|unlikely|probably|presumably|apparently|"
    r"reportedly|"
    r"allegedly|purportedly|supposedly|seems?|appears?|appeared|seemed|suggests?|hints?|believed\sto|thought\sto|"
    r"said\sto\sbe|understood\sto|rumou?red|expects?|expected\sto|expecting|anticipates?|forecasts?|projects|projected|"
    r"predicts?|predicted|foresees?|sees|poised\sto|set\sto|on\strack|slated|due\sto\s(?:be|close|open|start)|"
    r"plans|planning\sto|plan\sto|intends?|aims?\sto|aiming\sto|hopes?|hoping\sto|seeks?\sto|"
    r"considering|considers|weighing|exploring|looking\sto|look\sforward\sto|in\stalks|estimates?|estimated|reckons?|"
    r"thinks?|believes?|should)\b",
    re.IGNORECASE,
)
_NO_HEDGE = pattern(
    r"\b(?:than|as|had|were|was|beat|missed|topped|above|below|beating|exceeded|analysts[’']?|consensus|of)\s"
    r"(?:\w+\s)?(?:expected|forecasts?|estimates?|projected|anticipated)\b(?!\sto\b)|\bmay\s\d|\bin\s(?:early\s|"
    r"late\s)?May\b"
    r"|\bcould(?:\snot|n[’']t)\b"
)
_COMPARED = word_set("anticipated could couldn estimate estimates expected forecast forecasts may projected")
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
    r"whose)\b|(?<![,\w]says\s)(?<!said\s)(?<!so\s)(?<!expects\s)(?<!believe\s)(?<!believes\s)(?<!think\s)"
    r"(?<!thinks\s)(?<!sure\s)(?P<that>that\b)|(?<=,\s)(?:but|and)\s)"
)
"""The white space before a word that opens a clause; a comma before it belongs to that clause."""
_SHORTEST_MAIN = 25
"""Characters of a main clause, at least."""
_MAIN = 70
"""Characters of a statement in which its main verb is looked for."""


_CUES = {
    "denial": word_set("""
        denied denies deny denying dismiss dismissed dismisses dismissing dispute disputed disputes disputing
        refute refuted refutes refuting reject rejected rejecting rejects true truth untrue
    """),
    "said_not": word_set("""
        baseless false groundless merit meritless no not unfounded untrue
    """),
    "allegation": word_set("""
        accuse accused accuses accusing allege alleged allegedly alleges alleging charged
        claim claimed claiming claims complaint indictment lawsuit plaintiff plaintiffs prosecutors suit
    """),
    "estimate": word_set("""
        calculation calculations consensus estimate estimated estimates estimating math polled reckon reckoned reckons
        surveyed
    """),
    "outlook": word_set("""
        aim aiming aims anticipate anticipated anticipates due expect expected expects forecast forecasts
        foresees guidance hope hopes hoping intend intends likely ll look looking looks plan planning plans
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
        aiming aims allegedly anticipates apparently appeared appears believed believes considering considers
        could due estimated estimates expected expecting expects exploring forecasts foresees hints hopes hoping
        intends likely look looking may maybe might perhaps plan planning plans poised possibly potentially
        predicted predicts presumably probably projected projects purportedly reckons reportedly rumored
        rumoured said seek seeks seemed seems sees set should slated suggests supposedly talks thinks thought
        track understood unlikely weighing
    """),
    "negated": word_set("""
        failed longer never nobody none nor not t
    """),
    "unsure": word_set("""
        believe believes estimate estimates expect expects guess guesses hope hopes indicate indicated indicates
        reckon reckons suggest suggested suggests suspect suspects think thinks
    """),
}
"""The words without which a pattern above cannot match: looked up first, since most sentences have none of them."""


def kind_of(words: str, sentence: str, *, spoken: bool, direct: bool, figures: bool, analyst: bool = False) -> str:
    """The kind of the claim `words` in `sentence`.

    `spoken`: somebody is given as saying it, `direct`: in quotes, `analyst`: one of those who judge for a living.
    """
    around = letters_of(sentence)
    low = letters_of(words) if spoken else around
    own = sentence if spoken else _main_clause(words)
    if (_has("denial", around) and _DENIAL.search(own)) or (
        spoken and _has("said_not", low) and _SAID_NOT.search(words)
    ):
        return "denial"
    if _has("allegation", around) and _ALLEGATION.search(own):
        return "allegation"
    if _has("estimate", around) and _ESTIMATE.search(_BEATEN.sub(" ", sentence if spoken else words)):
        # An estimate of what is to come is a forecast.
        return "forecast" if _has("to_come", around) and _TO_COME.search(sentence) else "estimate"
    if not spoken and _has("my_voice", low) and _MY_VOICE.search(words):
        return "opinion"
    if _foretells(words, low) or (_has("outlook", low) and _HAD_EXPECTED.match(words)):
        return "forecast"
    if spoken and _has("would", low) and _SAID_WOULD.search(_main_clause(words)):
        return "forecast"
    if spoken and (((direct or analyst or _partly_quoted(words)) and not figures) or _OPINION.search(words)):
        return "opinion"
    return "opinion" if not spoken and _has("own_voice", low) and _OWN_VOICE.search(words) else "fact"


def _has(cues: str, words: frozenset[str]) -> bool:
    return not _CUES[cues].isdisjoint(words)


def _partly_quoted(words: str) -> bool:
    """Whether words in quotation marks judge; a number in them is a fact in whatever marks."""
    return _PARTLY_QUOTED.search(words) is not None and _MULTIPLE.search(words) is None


def _foretells(words: str, low: frozenset[str]) -> bool:
    """Whether the main clause tells of what is to come."""
    outlook, left_open = _has("outlook", low), _has("open", low)
    if not (outlook or left_open):
        return False
    main = _without_comparisons(_main_clause(words))
    return bool(
        (outlook and _OUTLOOK.search(main) and not _TERMS.search(main)) or (left_open and _OPEN_OUTLOOK.search(main))
    )


def certainty_of(words: str, kind: str, told: str = "") -> str:
    """How sure the claim is: denied, hedged or asserted; `told` is how the sentence gives the words to somebody."""
    if kind == "denial":
        return "denied"
    low = letters_of(words)
    if kind == "estimate" or (_has("open", low) and _LEFT_OPEN.search(words)):
        return "hedged"
    hedged, negated = _has("hedged", low), _has("negated", low)
    main = _QUOTED.sub(" ", _main_clause(words)) if hedged or negated else ""
    if hedged and _HEDGED.search(_without_comparisons(main)):
        return "hedged"
    if told and _has("unsure", letters_of(told)) and _UNSURE.search(told):
        return "hedged"
    found = _NEGATED.search(main, 0, _MAIN) if negated else None
    return "denied" if found and "," not in main[: found.start()] else "asserted"


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
