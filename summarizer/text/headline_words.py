"""Words that end a name where capitals tell nothing: in headlines in title case, in lines and articles in capitals.

Origin: the verbs that style guides of newswires give for headlines, with their past tenses as reports in capitals
have them, and the closed word classes of English. Words that companies bear as names are left out of both ("Target",
"Gains").
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

HEADLINE_VERBS = word_set("""
    acquire acquired acquires agree agreed agrees announce announced announces approve approved approves ask asked asks
    back backed backs beat beats block blocked blocks blunt blunted blunts boost boosted boosts bought buy buys call
    called calls close closed closes complete completed completes curb curbed curbs cut cuts decline declined declines
    denied denies deny dent dented dents drag dragged drags drive drives drop dropped drops drove end ended ends expect
    expected expects face faced faces fall falls fell file filed files force forced forces gain gained get gets give
    gives got grew grow grows halt halted halts help helped helps hit hits hold holds hurt hurts increase increased
    increases join joined joins keep keeps kept launch launched launches lift lifted lifts lose loses lost lower lowered
    lowers make makes merge merged merges miss missed misses offer offered offers open opened opens own owns pay pays
    plan planned plans post posted posts propel propelled propels prompt prompted prompts push pushed pushes put puts
    raise raised raises reject rejected rejects report reported reports rise rises rose said sank saw say says see seek
    seeks sees sell sells settle settled settles sign signed signs sink sinks slash slashed slashes slip slipped slips
    soar soared soars sold sought spur spurred spurs squeeze squeezed squeezes sue sued sues surge surged surges take
    takes tell tells told took tumble tumbled tumbles unveil unveiled unveils urge urged urges want wants warn warned
    warns weigh weighed weighs win wins won
""")

CAPITALS_CLOSED = word_set("""
    a about after against ago all also am among an and any are as at be because been before being below between both but
    by can could did do does during each few for from had has have he her him his if in into is it its itself last less
    many may might more most much must near next no not now of off on once one only or other our out over per shall she
    should since so some such than that the their them then there these they this those through to today under until up
    us was we were what when where which while who whose will with within without would yesterday you
""")
"""Articles, pronouns, prepositions, conjunctions and auxiliaries."""

NEVER_IN_CAPITALS = (
    CAPITALS_CLOSED
    | HEADLINE_VERBS
    | word_set("""
    analyst analysts billion chairman chief company customer customers deal director executive friday january february
    march april june july august september october november december million monday president rival saturday shares
    stake sunday thursday tuesday unit wednesday
""")
)
"""What no name holds in a line of capitals: "SHARES OF ORBIT GLASS INC ROSE"."""
