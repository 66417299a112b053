"""The parts that the frames of deals are built of: subject and stance, as patterns over a skeleton.

`N` is a name with a few words of description; the groups `a`, `b`, `c` are the phrases of parties.
Origin: auxiliaries and adverbs are those of English verb groups; the verbs of planning, saying, winning and supplying
are those of newswire usage, read off the development articles and generalised.
"""

from __future__ import annotations

from summarizer.models.offline.reading import DATE, NAME

AUX = (
    rf"(?:(?:has|have|had|will|would|could|may|might|is|was|are|were|be|been|being|also|already|now|today|recently|"
    rf"tentatively|previously|just|since|then|subsequently|formally|finally|successfully|reportedly|(?:on )?{DATE}|"
    rf"earlier|expected|set|due|poised|planning|seeking|looking|hoping|considering|weighing|exploring|to) ){{0,9}}+"
)
STANCE = (
    r"(?:(?:agreed|agrees|agreeing|agree) (?:in principle )?to |"
    r"(?:plans?|planned|planning|intends?|intended|wants?|wanted|hopes?|hoped|aims?|proposes|expects?|expected|"
    r"seeks?|sought|tried|tries|"
    r"offer(?:s|ed|ing)?|proposed|prepar(?:es|ed|ing)|bids?|considered|considers|decided|moved|moves|ready|close|"
    r"nearing a deal|nears a deal|nears deal|failed|declined|refused|unable) to |"
    r"(?:in (?:advanced |early |exclusive |preliminary )?(?:talks|discussions|negotiations)|in the process|"
    r"under consideration) (?:to|of) |"
    r"(?:has |have |had )?(?:signed|reached|entered into|entered|struck|announced|made|executed|inked|clinched|"
    r"concluded|won|secured)[^,.;:]{0,60}?"
    r"(?:agreement|deal|pact|contract|letter of intent|accord|memorandum of understanding|offer|bid|proposal|"
    r"approval|plans?|tender offer)[^,.;:]{0,40}? (?:to|under which it (?:will|would)) |"
    r"(?:made|making|launched|received)? ?an? (?:[\w-]+ ){0,3}(?:offer|bid|proposal) to |"
    r"(?:announced|unveiled|dropped|abandoned|scrapped|terminated|ended|confirmed) (?:its |"
    r"a )?(?:[\w-]+ ){0,3}(?:plans?|intention|bid|offer|agreement|talks|proposal|effort) to |"
    r"completed (?:its |the )?(?:[\w-]+ ){0,3}agreement to )?"
)
SAID = (
    r"(?:(?:said|says|announced|confirmed|disclosed|reported|noted|added)(?: (?:today|in a [\w ]{3,30}|on [\w]+))?"
    rf"(?: (?:on )?{DATE})?,?(?: that)? (?:it|they|the company|the group|the firm|one of its units|its (?:[\w'-]+ |"
    rf"[\ue000-\ue003] ){{0,6}}?(?:unit|subsidiary|affiliate|division|arm)(?:,? {NAME},?)?)?(?: has| have| had|'s|"
    rf"'d)? ?)?"
)
APPOSITION = r"(?: ?\([^()]{1,60}\)| ?<[^<>]{1,20}>){0,2}(?:, (?!which|who)[^,;:.]{2,90},|, which [^,;:.]{2,90},)?"
N = rf"{NAME}(?: (?:and|&) {NAME}|, {NAME},? and {NAME})?(?:'s?(?: [\w-]+){{0,3}} {NAME})?"
SUBJECT = rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}{STANCE}{AUX}(?P<stance>)"
CONTRACT = r"(?:deals?|contracts?|orders?|agreements?|subcontracts?|tenders?|awards?|pacts?)"
WIN = (
    r"(?:wins?|won|winning|secures?|secured|lands?|landed|receives?|received|bags?|bagged|clinch(?:es|ed)|inks?|"
    r"inked|books?|booked|gets?|got|signs?|signed|obtains?|obtained|been awarded|is awarded|was awarded|has|"
    r"announced|snagged|scored|nabbed|captured)"
)
PROVIDE = (
    r"(?:to |that will |and will |for (?:the )?)(?P<cue2>supply|provide|deliver|build|sell|furnish|manufacture|"
    r"produce|make|equip|install|develop|design|construct|upgrade|operate|maintain)"
)
LET = r"(?:[\w,'%$/&.-]+ |[\ue001\ue002\ue003] )"
