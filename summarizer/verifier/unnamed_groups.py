"""Names of parties that are no name of one person: "analysts", "the officials", "two people with knowledge of it"."""

from __future__ import annotations

import re

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_GROUPS = word_set("""
    advisers advisors aides analysts attorneys backers bankers bidders bosses brokers buyers chiefs clients colleagues
    commentators consumers creditors critics customers dealers delegates diplomats directors economists employees
    engineers executives experts farmers founders fans forecasters heirs holders insiders investors journalists judges
    lawmakers lawyers leaders lenders managers men members ministers negotiators observers officers officials owners
    partners people pollsters readers regulators reporters representatives residents respondents researchers
    scientists senators shareholders sources spokesmen spokespeople spokespersons spokeswomen staff stockholders
    strategists students suppliers supporters traders trustees unions users voters watchers women workers
""")
_OF_WHAT = pattern(
    r"(?<!\b[Tt]he)\s(?:about|around|at|briefed|by|close|familiar|for|from|in|involved|of|on|polled|surveyed|that|to|who|with)\s|,"
)
_OPENING = word_set(
    "a all both company few government industry its many market most other our polled several some the their these two"
)
_SINGULAR = ("is", "ss", "us")
"""Ends of words in "s" that stand for one."""
_MANY = pattern(
    r"(?:(?:both|few|many|most|several|some|these|those|various|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)",
    re.IGNORECASE,
)


def is_of_several(name: str) -> bool:
    """Whether the words call several people, or a group, and name none of them: "the polled economists".

    A name's own plural ("Brooks") is none: only a common noun in small letters, or one that is known for a group.
    """
    head = _OF_WHAT.split(name.strip(), maxsplit=1)[0].split()
    if not head:
        return False
    noun = head[-1].strip("\"'“”‘’.()")
    if noun.lower() in _GROUPS:
        # "Ada Traders" may be a name; "Traders", "the traders", "Tarn traders" are none.
        return noun.islower() or all(word.lower() in _OPENING or word == head[-1] for word in head)
    if noun.islower() and noun.endswith("s") and not noun.endswith(_SINGULAR):
        return True
    return _MANY.match(name.strip()) is not None
