"""Compare ways to decode files in legacy encodings: always Windows-1252, charset-normalizer, and ours.

    python benchmarks/decoding.py

Each text is about an invented company and is written in the encodings its language was written in. A way is right where
it gives back the very text.
"""

from __future__ import annotations

from collections.abc import Callable

from charset_normalizer import from_bytes

from summarizer.errors import ReadError
from summarizer.readers.decoding import decode

TEXTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "English",
        "“We’re thrilled,” said Ms. Orr. The firm’s café chain in Zürich grew 3% – more than “anybody” thought.",
        ("cp1252", "mac_roman"),
    ),
    ("English", "Shares of Halden rose 4% to £3.20 on Tuesday, Pell & Drury said in a note.", ("cp1252", "latin-1")),
    ("English", "Halden’s third-quarter revenue was €40 million, it said.", ("cp1252", "mac_roman")),
    (
        "French",
        "L’entreprise a annoncé un bénéfice de 40 millions d’euros grâce à ses activités à l’étranger.",
        ("cp1252", "mac_roman"),
    ),
    (
        "German",
        "Die Gesellschaft für Straßenbau übernimmt die Häfen in Lübeck für 40 Millionen. Größere Käufe folgen.",
        ("cp1252", "latin-1", "mac_roman"),
    ),
    (
        "Spanish",
        "La compañía anunció la adquisición de la fábrica. «Será rápido», dijo el presidente, señor Muñoz.",
        ("cp1252", "mac_roman"),
    ),
    (
        "Swedish",
        "Bolaget köper fabriken i Malmö. Försäljningen ökade, sade ordföranden Åsa Björk.",
        ("cp1252", "mac_roman"),
    ),
    (
        "Polish",
        "Spółka ogłosiła przejęcie zakładów w Łodzi za 40 milionów złotych. Prezes powiedział, że sprzedaż wzrośnie.",
        ("cp1250", "iso8859-2"),
    ),
    (
        "Czech",
        "Společnost převzala závody v Plzni. Ředitel řekl, že většina zaměstnanců zůstane.",
        ("cp1250", "iso8859-2"),
    ),
    ("Hungarian", "A társaság megvásárolta a győri üzemet. Az elnök azt mondta, hogy a bevétel nőni fog.", ("cp1250",)),
    (
        "Turkish",
        "Şirket fabrikayı satın aldığını duyurdu. Başkanı satışların gelecek yıl artacağını söyledi.",
        ("cp1254",),
    ),
    (
        "Russian",
        "Компания объявила о покупке завода за сорок миллионов рублей. Сделка будет закрыта в мае.",
        ("cp1251", "koi8-r"),
    ),
    ("Greek", "Η εταιρεία ανακοίνωσε την εξαγορά του εργοστασίου έναντι σαράντα εκατομμυρίων ευρώ.", ("cp1253",)),
    (
        "Japanese",
        "同社は四百億円で工場を買収すると発表した。会長は取引が五月に完了すると述べた。",
        ("shift_jis", "euc_jp"),
    ),
    ("Chinese", "该公司宣布以四百亿元收购工厂。董事长表示交易将于五月完成。", ("gb18030", "big5")),
)
WESTERN = ("English", "French", "German", "Spanish", "Swedish")


def windows(raw: bytes) -> str | None:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return None


def normalizer(raw: bytes) -> str | None:
    best = from_bytes(raw).best()
    return None if best is None else str(best)


def ours(raw: bytes) -> str | None:
    try:
        return decode(raw).text
    except ReadError:
        return None


def main() -> None:
    ways: dict[str, Callable[[bytes], str | None]] = {
        "windows-1252": windows,
        "charset-normalizer": normalizer,
        "summarizer": ours,
    }
    cases = [
        (language, text.encode(encoding, "ignore"), encoding) for language, text, names in TEXTS for encoding in names
    ]
    western = sum(language in WESTERN for language, *_ in cases)
    print(f"{'way':20}{'Western':>10}{'others':>10}   wrong")
    for name, way in ways.items():
        wrong = [(language, encoding) for language, raw, encoding in cases if way(raw) != raw.decode(encoding)]
        missed = sum(language in WESTERN for language, _ in wrong)
        others = len(cases) - western - (len(wrong) - missed)
        listed = ", ".join(f"{language} {encoding}" for language, encoding in wrong)
        print(f"{name:20}{western - missed:>7}/{western}{others:>7}/{len(cases) - western}   {listed}")


if __name__ == "__main__":
    main()
