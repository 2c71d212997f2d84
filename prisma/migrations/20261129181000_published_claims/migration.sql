-- The claims of each publication, one row each: what the pages of other claims show of them, without reading a complete Report.
-- Postgres makes the rows itself, for stored publications now and for later ones in the transaction that publishes them. Like
-- publications they never change, and they are read without what was redacted: see lib/db/published-claims.ts.

CREATE TABLE "PublishedClaim" (
  "publicationId" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "articleId" UUID NOT NULL,
  "claimId" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "statement" TEXT NOT NULL,
  "rating" JSONB NOT NULL,
  "claimant" TEXT,
  "claimantId" TEXT,
  "claimantKey" TEXT,
  "sourceIds" TEXT[],
  "quoteHash" TEXT NOT NULL,
  "reasonsHash" TEXT NOT NULL,
  "sourcesHash" TEXT NOT NULL,
  "publishedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PublishedClaim_pkey" PRIMARY KEY ("publicationId", "number")
);

ALTER TABLE "PublishedClaim" ADD CONSTRAINT "PublishedClaim_publicationId_fkey"
  FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PublishedClaim" ADD CONSTRAINT "PublishedClaim_articleId_fkey"
  FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "PublishedClaim_articleId_claimId_idx" ON "PublishedClaim"("articleId", "claimId");
-- Names can be longer than a b-tree holds.
CREATE INDEX "PublishedClaim_claimant_idx" ON "PublishedClaim"(md5("claimantKey"), "publishedAt" DESC);
CREATE INDEX "PublishedClaim_claimantId_idx" ON "PublishedClaim"("claimantId", "publishedAt" DESC);
CREATE INDEX "PublishedClaim_sourceIds_idx" ON "PublishedClaim" USING gin ("sourceIds");

-- The name of a claimant as a Report has it: an object with a name, or the text of earlier Reports, which lib/claimants/read-claimant.ts
-- reads in the same way. "Vladimir Putin, as reported by the Associated Press (text altered)" is Vladimir Putin.
CREATE FUNCTION claimant_name("claimant" jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE jsonb_typeof("claimant")
    WHEN 'object' THEN "claimant" ->> 'name'
    WHEN 'string' THEN regexp_replace(
      regexp_replace(
        regexp_replace(trim("claimant" #>> '{}'), '(.)\s*\([^()]+\)$', '\1'),
        '^(.+?),?\s+(as\s+)?(reported\s+by|quoted\s+by|cited\s+by|according\s+to|via)\s+.+$', '\1', 'i'),
      '^([^,]+),\s+[[:lower:]].*$', '\1')
  END;

-- The name, whatever its case and white space: what the same claimants have in common in Reports that do not have their ids.
CREATE FUNCTION claimant_key("claimant" jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN nullif(lower(regexp_replace(trim(normalize(claimant_name("claimant"), NFKC)), '\s+', ' ', 'g')), '');

-- Each part of the Report is read once: long ones have thousands of claims.
CREATE FUNCTION store_published_claims("p" "Publication") RETURNS void LANGUAGE sql AS $$
  WITH
    claims AS MATERIALIZED (
      SELECT c.claim, c.nth FROM jsonb_array_elements(p."report" -> 'claims') WITH ORDINALITY AS c(claim, nth)
    ),
    sources AS MATERIALIZED (
      SELECT s.source, s.nth FROM jsonb_array_elements(p."report" -> 'sources') WITH ORDINALITY AS s(source, nth)
    ),
    ratings AS MATERIALIZED (
      SELECT r.rating, r.rating ->> 'key' AS "key" FROM jsonb_array_elements(p."report" #> '{scale,ratings}') AS r(rating)
    ),
    used AS (
      SELECT c.nth,
        -- Confidential sources are described, not named: they connect nothing.
        array_agg(DISTINCT s.source ->> 'id') FILTER (
          WHERE s.source ->> 'id' IS NOT NULL AND NOT coalesce((s.source ->> 'confidential')::boolean, false)
        ) AS "ids",
        string_agg(jsonb_build_array(e.evidence ->> 'stance', s.source ->> 'title', s.source ->> 'url', e.evidence ->> 'excerpt',
          e.evidence ->> 'note')::text, ',' ORDER BY e.nth) AS "text"
      FROM claims c
      CROSS JOIN LATERAL jsonb_array_elements(c.claim -> 'evidence') WITH ORDINALITY AS e(evidence, nth)
      LEFT JOIN sources s ON s.nth = (e.evidence ->> 'source')::bigint
      GROUP BY c.nth
    )
  INSERT INTO "PublishedClaim" ("publicationId", "number", "articleId", "claimId", "position", "statement", "rating", "claimant",
    "claimantId", "claimantKey", "sourceIds", "quoteHash", "reasonsHash", "sourcesHash", "publishedAt")
  SELECT p."id", (c.claim ->> 'number')::int, p."articleId", c.claim ->> 'id', c.nth, c.claim ->> 'statement', r.rating,
    claimant_name(c.claim -> 'claimant'), c.claim #>> '{claimant,id}', claimant_key(c.claim -> 'claimant'), coalesce(u."ids", '{}'),
    md5(c.claim ->> 'quote'), md5(c.claim ->> 'rationaleText'), md5(coalesce(u."text", '')), p."publishedAt"
  FROM claims c JOIN ratings r ON r."key" = c.claim ->> 'ratingKey' LEFT JOIN used u ON u.nth = c.nth
$$;

SELECT store_published_claims(p) FROM "Publication" p;

CREATE FUNCTION note_published_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM store_published_claims(NEW);
  RETURN NULL;
END
$$;
CREATE TRIGGER "Publication_claims" AFTER INSERT ON "Publication" FOR EACH ROW EXECUTE FUNCTION note_published_claims();

CREATE TRIGGER "PublishedClaim_immutable" BEFORE UPDATE OR DELETE ON "PublishedClaim"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PublishedClaim_kept" BEFORE TRUNCATE ON "PublishedClaim" EXECUTE FUNCTION refuse_change();
