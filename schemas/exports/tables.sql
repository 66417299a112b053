CREATE TABLE "articles" (
    article_id INTEGER,
    "schema_version" TEXT,
    "path" TEXT,
    "sha256" TEXT,
    "characters" INTEGER,
    "media_type" TEXT,
    "encoding" TEXT,
    "title" TEXT,
    "author" TEXT,
    "url" TEXT,
    "published" TEXT,
    "published_from" TEXT,
    "text" TEXT,
    "model" TEXT,
    "prompt" TEXT,
    "schema_mode" TEXT,
    "calls" INTEGER,
    "repaired" INTEGER,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cached_input_tokens" INTEGER,
    "cost_usd" REAL,
    "judge_model" TEXT,
    "judge_prompt" TEXT,
    "judge_statements" INTEGER,
    "judge_lowered" INTEGER,
    "judge_calls" INTEGER,
    "judge_input_tokens" INTEGER,
    "judge_output_tokens" INTEGER,
    "judge_cached_input_tokens" INTEGER,
    "judge_cost_usd" REAL,
    "records" INTEGER,
    "verified" INTEGER,
    "inferred" INTEGER,
    "altered" INTEGER,
    "unsupported" INTEGER,
    "dropped" INTEGER,
    PRIMARY KEY (article_id)
);

CREATE TABLE "records" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "section" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id)
);

CREATE TABLE "headline" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "text" TEXT,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "abstract" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "text" TEXT,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "parties" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "name" TEXT,
    "kind" TEXT,
    "description" TEXT,
    "ticker" TEXT,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "party_aliases" (
    record_id INTEGER,
    "position" INTEGER,
    "value" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "parties" (record_id)
) WITHOUT ROWID;

CREATE TABLE "deals" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "kind" TEXT,
    "status" TEXT,
    "subject" TEXT,
    "value_text" TEXT,
    "value_amount" REAL,
    "value_currency" TEXT,
    "value_bound" TEXT,
    "value_high" REAL,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "deal_parties" (
    record_id INTEGER,
    "position" INTEGER,
    "name" TEXT,
    "role" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "deals" (record_id)
) WITHOUT ROWID;

CREATE TABLE "deal_dates" (
    record_id INTEGER,
    "position" INTEGER,
    "event" TEXT,
    "when_text" TEXT,
    "when_earliest" TEXT,
    "when_latest" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "deals" (record_id)
) WITHOUT ROWID;

CREATE TABLE "deal_terms" (
    record_id INTEGER,
    "position" INTEGER,
    "name" TEXT,
    "text" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "deals" (record_id)
) WITHOUT ROWID;

CREATE TABLE "quotes" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "text" TEXT,
    "mode" TEXT,
    "speaker" TEXT,
    "affiliation" TEXT,
    "role" TEXT,
    "speaker_kind" TEXT,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "claims" (
    record_id INTEGER,
    article_id INTEGER,
    "position" INTEGER,
    "statement" TEXT,
    "claimant" TEXT,
    "kind" TEXT,
    "certainty" TEXT,
    "evidence" TEXT,
    "verdict" TEXT,
    PRIMARY KEY (record_id),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
);

CREATE TABLE "claim_figures" (
    record_id INTEGER,
    "position" INTEGER,
    "text" TEXT,
    "measures" TEXT,
    "period_text" TEXT,
    "period_earliest" TEXT,
    "period_latest" TEXT,
    "type" TEXT,
    "amount" REAL,
    "currency" TEXT,
    "unit" TEXT,
    "bound" TEXT,
    "high" REAL,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "claims" (record_id)
) WITHOUT ROWID;

CREATE TABLE "spans" (
    record_id INTEGER,
    "position" INTEGER,
    "field" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "text" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
) WITHOUT ROWID;

CREATE TABLE "findings" (
    record_id INTEGER,
    "position" INTEGER,
    "code" TEXT,
    "field" TEXT,
    "verdict" TEXT,
    "said" TEXT,
    "source" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "message" TEXT,
    PRIMARY KEY (record_id, "position"),
    FOREIGN KEY (record_id) REFERENCES "records" (record_id)
) WITHOUT ROWID;

CREATE TABLE "unread" (
    article_id INTEGER,
    "position" INTEGER,
    "first" INTEGER,
    "last" INTEGER,
    PRIMARY KEY (article_id, "position"),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id)
) WITHOUT ROWID;

CREATE TABLE "notes" (
    article_id INTEGER,
    "position" INTEGER,
    "value" TEXT,
    PRIMARY KEY (article_id, "position"),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id)
) WITHOUT ROWID;

CREATE TABLE "attempts" (
    article_id INTEGER,
    "position" INTEGER,
    "model" TEXT,
    "role" TEXT,
    "outcome" TEXT,
    "reason" TEXT,
    "error" TEXT,
    "records" INTEGER,
    "faulty" INTEGER,
    "calls" INTEGER,
    "usage_input_tokens" INTEGER,
    "usage_output_tokens" INTEGER,
    "usage_cached_input_tokens" INTEGER,
    "cost_usd" REAL,
    PRIMARY KEY (article_id, "position"),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id)
) WITHOUT ROWID;

CREATE TABLE "dropped" (
    article_id INTEGER,
    "position" INTEGER,
    "section" TEXT,
    "record" TEXT,
    PRIMARY KEY (article_id, "position"),
    FOREIGN KEY (article_id) REFERENCES "articles" (article_id)
) WITHOUT ROWID;

CREATE INDEX "index_articles_path" ON "articles" ("path");

CREATE INDEX "index_articles_sha256" ON "articles" ("sha256");

CREATE INDEX "index_records_article_id" ON "records" (article_id);

CREATE INDEX "index_records_verdict" ON "records" ("verdict");

CREATE INDEX "index_deals_kind_status" ON "deals" ("kind", "status");

CREATE INDEX "index_deal_parties_name_role" ON "deal_parties" ("name", "role");

CREATE INDEX "index_parties_name" ON "parties" ("name");

CREATE INDEX "index_quotes_speaker" ON "quotes" ("speaker");

CREATE INDEX "index_claims_claimant" ON "claims" ("claimant");

CREATE INDEX "index_findings_code" ON "findings" ("code");

CREATE INDEX "index_headline_article_id" ON "headline" (article_id);

CREATE INDEX "index_abstract_article_id" ON "abstract" (article_id);

CREATE INDEX "index_parties_article_id" ON "parties" (article_id);

CREATE INDEX "index_deals_article_id" ON "deals" (article_id);

CREATE INDEX "index_quotes_article_id" ON "quotes" (article_id);

CREATE INDEX "index_claims_article_id" ON "claims" (article_id);

CREATE VIEW deals_by_acquirer AS 
SELECT
    buyer.name AS acquirer,
    buyer.role AS role,
    (
        SELECT group_concat(other.name, '; ') FROM deal_parties AS other
        WHERE other.record_id = deal.record_id AND other.role IN ('target', 'investee')
    ) AS target,
    (
        SELECT group_concat(other.name, '; ') FROM deal_parties AS other
        WHERE other.record_id = deal.record_id AND other.role = 'seller'
    ) AS seller,
    deal.kind, deal.status, deal.subject, deal.value_text, deal.value_amount, deal.value_currency, deal.value_bound,
    deal.verdict, article.published, article.path, deal.article_id, deal.record_id
FROM deals AS deal
JOIN deal_parties AS buyer ON buyer.record_id = deal.record_id AND buyer.role IN ('acquirer', 'investor')
JOIN articles AS article ON article.article_id = deal.article_id
ORDER BY acquirer, article.published, deal.record_id;

CREATE VIEW who_said_what AS 
SELECT
    quote.speaker, quote.role, quote.affiliation, quote.speaker_kind, quote.mode, quote.text,
    quote.verdict, article.published, article.path, quote.article_id, quote.record_id
FROM quotes AS quote
JOIN articles AS article ON article.article_id = quote.article_id
ORDER BY quote.speaker, article.published, quote.record_id;

CREATE VIEW claims_by_claimant AS 
SELECT
    coalesce(claim.claimant, 'the article') AS claimant, claim.statement, claim.kind, claim.certainty,
    (
        SELECT group_concat(figure.text, '; ') FROM claim_figures AS figure WHERE figure.record_id = claim.record_id
    ) AS figures,
    claim.verdict, article.published, article.path, claim.article_id, claim.record_id
FROM claims AS claim
JOIN articles AS article ON article.article_id = claim.article_id
ORDER BY claimant, article.published, claim.record_id;

CREATE VIEW what_does_not_hold AS 
SELECT
    record.section, record.position, record.verdict, finding.field, finding.code, finding.said, finding.source,
    finding.message, article.published, article.path, record.article_id, record.record_id
FROM records AS record
JOIN articles AS article ON article.article_id = record.article_id
LEFT JOIN findings AS finding
    ON finding.record_id = record.record_id AND finding.verdict IN ('altered', 'unsupported')
WHERE record.verdict IN ('altered', 'unsupported')
ORDER BY record.record_id, finding.position;
