"""The weights of the features of a story beside a set (`belonging`): `python -m benchmarks.dossier.fit --write`."""

from __future__ import annotations

INTERCEPT = 0.8160
WEIGHTS: dict[str, float] = {
    "most": 0.4676,
    "half": 0.5229,
    "size": -0.8491,
    "salient_new": -0.8656,
    "people_new": -0.3804,
    "anchor_head": 0.9048,
    "anchor_times": 2.3004,
    "told_money": 1.3552,
    "told_price": 1.6146,
    "told_part": 2.8522,
    "days": -2.2566,
    "days_not_buying": 0.9962,
    "long_before": -0.8027,
    "results_apart": -8.2854,
    "another_deal": -1.5431,
    "other_money": -1.2373,
}
