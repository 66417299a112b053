"""Frequent first names by the pronoun that stands for who has them.

Origin: the most frequent given names of the United States' census and of the British and Indian registers of births
in the last seventy years; names that both sexes have are left out.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

SHE_NAMES = word_set("""
    abigail adriana aisha alexandra alice alicia alison amanda amber amy ana angela anita ann anna anne annette
    anita april barbara beth betty beverly bonnie brenda bridget camille carla carol caroline carolyn
    catherine cathy charlotte cheryl christina christine cindy claire claudia colleen crystal cynthia
    danielle deborah debra denise diana diane donna doris dorothy eileen elaine eleanor elena elizabeth ellen emily
    emma erica esther eva evelyn fatima fiona florence gail gina gloria grace hannah heather heidi helen ingrid
    irene isabel jacqueline jane janet janice jennifer jessica jill joanna joyce judith judy julia julie
    karen kate katherine kathleen kathryn kathy katie kimberly kristen kristin laura lauren lillian linda
    lisa lorraine louise lucy margaret maria marie marilyn marina martha mary maureen megan melanie melissa
    michele michelle monica nancy natalie natasha nicole nina olivia pamela patricia paula peggy phyllis priya
    rachel rebecca renee rita roberta rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley sofia
    sonia sophia sophie stephanie susan suzanne sylvia tamara tanya teresa theresa tiffany tina
    valerie vanessa veronica victoria virginia vivian wanda wendy yolanda yvonne
""")
HE_NAMES = word_set("""
    aaron abdul adam adrian ahmed alan albert alberto alejandro alexander alfred allan allen andreas andrew anthony
    antonio arthur arun barry benjamin bernard bill bob brad bradley brandon brent brett brian bruce bryan carl carlos
    charles christian christopher chuck clarence claude clifford craig curtis dan daniel darren dave david dean dennis
    derek diego dominic don donald doug douglas duncan earl eduardo edward edwin elliott eric ernest eugene fernando
    francisco frank franklin franz fred frederick gary geoffrey george gerald gerard giovanni glenn gordon graham greg
    gregory harold harry harvey hans hassan henry herbert howard hugh ian isaac ivan jack jacob james jason
    jeff jeffrey jeremy jerome jerry jim jimmy joe joel john johnny jonathan jorge jose joseph joshua juan justin karl
    keith ken kenneth kevin klaus kyle larry lawrence leonard louis luis luke malcolm marc marco marcus mario
    mark martin matt matthew maurice max michael miguel mike mohamed mohammed nathan neil nicholas nick norman oliver
    oscar patrick paul pedro peter phil philip phillip pierre rafael rajesh ralph raymond ricardo richard rick rob
    robert roberto roger ronald ross roy russell ryan samuel scott sean sergei sergio simon stanley stefan stephen
    steve steven stuart ted terrence theodore thomas tim timothy todd tom tommy tony vernon victor vincent vladimir
    walter warren wayne wilhelm william zachary
""")
_HE_TITLES = word_set("lord mr sir")
_SHE_TITLES = word_set("dame lady miss mrs ms")

GENDERED_TITLES = _HE_TITLES | _SHE_TITLES

_RANKS = word_set("dr gov prof rep rev sen")
"""Titles that both can have."""


def pronoun_of(name: str) -> str | None:
    """ "he" or "she" where a title or the first name tells which one stands for the name, else None."""
    for word in name.lower().replace(".", "").split():
        if word in _HE_TITLES or word in HE_NAMES:
            return "he"
        if word in _SHE_TITLES or word in SHE_NAMES:
            return "she"
        if word not in _RANKS:
            return None
    return None
