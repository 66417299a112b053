"""Whether a text is English."""

from __future__ import annotations

import logging

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.text.english import reads_as_english

GERMAN = (
    "Die Nordwerk AG hat am Montag mitgeteilt, dass der Umsatz im zweiten Quartal gestiegen ist. Der Vorstand rechnet "
    "mit einem Gewinn, der deutlich höher ausfallen soll als im Vorjahr, und will zwei neue Werke bauen.\n"
)
FRENCH = (
    "Le groupe Nordval a annoncé lundi que son chiffre d'affaires avait progressé au deuxième trimestre, porté par une "
    "forte demande dans les pays du sud, et qu'il allait ouvrir deux nouvelles usines avant la fin de l'année.\n"
)
JAPANESE = (
    "北見製紙は月曜日、第二四半期の売上高が前年同期比で四パーセント増加したと発表した。"
    "同社は来年、新しい工場を二つ建設する計画である。\n"
)
ENGLISH = (
    "Calder Mills Ltd said on Monday that its sales rose 4% in the second quarter, helped by strong demand in the "
    "south, and that it will build two mills before the end of the year.\n"
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (GERMAN, False),
        (FRENCH, False),
        (JAPANESE, False),
        (ENGLISH, True),
        ("Umsatz steigt um 4 Prozent\n", True),
        ("CALDER MILLS CORP SEES Q3 REVENUE $1.2 BLN\n", True),
        (f"{ENGLISH}\n{GERMAN}", True),
    ],
)
def test_a_text_is_english_unless_its_words_show_another_language(text: str, english: bool) -> None:
    assert reads_as_english(text, Article.from_text(text).readings.lower_words) is english


def test_the_offline_rules_say_that_a_text_is_not_english(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="summarizer"):
        summarize(GERMAN, model="offline")
        summarize(ENGLISH, model="offline")
    assert [record.getMessage() for record in caplog.records] == [
        "the text does not read as English: the offline rules know English only"
    ]
