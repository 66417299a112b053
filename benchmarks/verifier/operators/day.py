"""A day of a month, or a month, is another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import DATE_CODES, STATEMENTS, operator
from benchmarks.verifier.tables import MONTHS, SHORT_MONTHS
from benchmarks.verifier.texts import dated, redated, replaced


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    months = [*MONTHS, *SHORT_MONTHS]
    for path, text in dated(case):
        for match in re.finditer(rf"\b({'|'.join(months)})\b(?:(?<=[a-z])\.(?= \d))?(?: (\d{{1,2}})\b(?!,?\d))?", text):
            if (
                match[1] in ("May", "March")
                and not match[2]
                and not re.search(r"\b(?:in|of|by|until|since|last|from|late|early) $", text[: match.start()])
            ):
                continue
            if match[2]:
                new = str(int(match[2]) % 27 + 1 if int(match[2]) % 27 + 1 != int(match[2]) else 3)
                put = match.group()[: -len(match[2])] + str((int(new) + 4) % 27 + 1)
            else:
                month = SHORT_MONTHS.get(match[1], match[1])
                other = MONTHS[(MONTHS.index(month) + chance.choice((3, 4, 5))) % 12]
                if other in case.article.text or other[:3] in re.findall(r"\b[A-Z][a-z]{2}\b", case.article.text):
                    continue
                put = other
            new_text = replaced(text, *match.span(), put)
            if put in case.article.text:
                continue
            yield redated(case, path, new_text)


OPERATOR = operator("day", "A day of a month, or a month, is another.", DATE_CODES, (*STATEMENTS, "deals"))(make)
