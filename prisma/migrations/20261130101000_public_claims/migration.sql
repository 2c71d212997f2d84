-- What readers see now, in rows that can be searched and listed: articles, claims, the sources of claims, and counts. The rows are made
-- from the Report of the current publication without what was redacted (lib/db/public-rows.ts), and can always be made again. Triggers drop
-- them in the transaction that unpublishes, republishes or redacts, whatever code does it: a row never outlives what it shows.

-- The text search configuration of a language, by BCP 47: its own dictionary, or plain words.
CREATE FUNCTION search_config("language" text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE split_part(lower("language"), '-', 1)
    WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek'
    WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'eu' THEN 'basque' WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french'
    WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian'
    WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch'
    WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian'
    WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil' WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish'
    ELSE 'simple'
  END::regconfig;

-- Without case and accents: "Peñarol" is found by "penarol". lib/archive/fold-text.ts does the same.
CREATE FUNCTION search_fold("text" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(normalize(regexp_replace(normalize("text", NFKD), '[\u0300-\u036f]', '', 'g'), NFKC));

-- Runs of letters that are written without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese, and Korean, which adds to words.
CREATE FUNCTION search_unspaced("text" text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT m[1] FROM regexp_matches("text", '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)', 'g') m
$$;

-- The same text without them.
CREATE FUNCTION search_spaced("text" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace("text", '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+', ' ', 'g');

-- What a text is found by: its words as the dictionary of its language has them, and each letter and pair of letters of unspaced runs.
CREATE FUNCTION search_words("language" text, "text" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector(search_config("language"), search_spaced(f)) || array_to_tsvector(ARRAY(
    SELECT DISTINCT substr(run, i, n) FROM search_unspaced(f) run, generate_series(1, length(run)) i, generate_series(1, 2) n
    WHERE i + n <= length(run) + 1))
  FROM search_fold("text") f
$$;

-- The last part of a claimant's id, which names them in addresses.
CREATE INDEX "Claimant_code_idx" ON "Claimant" (right("id"::text, 10));

CREATE TABLE "PublicArticle" (
  "articleId" UUID NOT NULL,
  "publicationId" UUID NOT NULL,
  "language" TEXT NOT NULL,
  "publisher" TEXT,
  "publisherSlug" TEXT,
  "month" TEXT NOT NULL,
  "publishedAt" TIMESTAMPTZ(3) NOT NULL,
  "words" tsvector NOT NULL,
  CONSTRAINT "PublicArticle_pkey" PRIMARY KEY ("articleId"),
  CONSTRAINT "PublicArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PublicArticle_order_idx" ON "PublicArticle" ("publishedAt" DESC, "articleId" DESC);
CREATE INDEX "PublicArticle_month_idx" ON "PublicArticle" ("month", "publishedAt" DESC, "articleId" DESC);
CREATE INDEX "PublicArticle_publisher_idx" ON "PublicArticle" ("publisherSlug", "publishedAt" DESC, "articleId" DESC);
CREATE INDEX "PublicArticle_words_idx" ON "PublicArticle" USING gin ("words");

CREATE TABLE "PublicClaim" (
  "articleId" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  -- Minus its position, so that one index has the order of lists: newest article first, claims in reading order.
  "rank" INTEGER NOT NULL,
  "slug" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "statement" TEXT NOT NULL,
  "rating" JSONB NOT NULL,
  "ratingKey" TEXT NOT NULL,
  -- As the Report has them; null where nobody is named.
  "claimant" JSONB,
  "claimantId" TEXT,
  "topics" TEXT[] NOT NULL,
  "topicSlugs" TEXT[] NOT NULL,
  "publishedAt" TIMESTAMPTZ(3) NOT NULL,
  -- Of its statement and quotation, and what lists are filtered by: "=rating:false".
  "words" tsvector NOT NULL,
  CONSTRAINT "PublicClaim_pkey" PRIMARY KEY ("articleId", "number"),
  CONSTRAINT "PublicClaim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "PublicArticle"("articleId") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PublicClaim_order_idx" ON "PublicClaim" ("publishedAt" DESC, "articleId" DESC, "rank" DESC);
CREATE INDEX "PublicClaim_claimant_idx" ON "PublicClaim" ("claimantId", "publishedAt" DESC, "articleId" DESC, "rank" DESC)
  WHERE "claimantId" IS NOT NULL;
CREATE INDEX "PublicClaim_claimant_rating_idx" ON "PublicClaim" ("claimantId", "ratingKey", "publishedAt" DESC) WHERE "claimantId" IS NOT NULL;
CREATE INDEX "PublicClaim_words_idx" ON "PublicClaim" USING gin ("words");

CREATE TABLE "PublicSourceUse" (
  "articleId" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "sourceId" TEXT NOT NULL,
  "stances" TEXT[] NOT NULL,
  -- As the Report has it.
  "source" JSONB NOT NULL,
  "archiveUrl" TEXT,
  "rank" INTEGER NOT NULL,
  "publishedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "PublicSourceUse_pkey" PRIMARY KEY ("articleId", "number", "sourceId"),
  CONSTRAINT "PublicSourceUse_claim_fkey" FOREIGN KEY ("articleId", "number") REFERENCES "PublicClaim"("articleId", "number")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PublicSourceUse_source_idx" ON "PublicSourceUse" ("sourceId", "publishedAt" DESC, "articleId" DESC, "rank" DESC);

-- How many there are of each month, publisher, topic, claimant, rating and language.
CREATE TABLE "PublicCount" (
  "kind" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  -- The rating, as the Report has it.
  "detail" JSONB,
  "count" INTEGER NOT NULL,
  CONSTRAINT "PublicCount_pkey" PRIMARY KEY ("kind", "key")
);
CREATE INDEX "PublicCount_order_idx" ON "PublicCount" ("kind", "count" DESC, "key" DESC);

-- Words that were published once, from which a word with a typing error is guessed. A guess is shown only if something public has it now.
CREATE TABLE "PublicWord" (
  "word" TEXT NOT NULL,
  CONSTRAINT "PublicWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "PublicWord_trigrams_idx" ON "PublicWord" USING gin ("word" gin_trgm_ops);

-- A name as a part of an address; a hash where it has no letters, or would be too long.
CREATE FUNCTION search_slug("name" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN slug = '' THEN left(md5("name"), 10) WHEN length(slug) > 80 THEN left(slug, 69) || '-' || left(md5(slug), 10) ELSE slug END
  FROM (SELECT trim(BOTH '-' FROM regexp_replace(search_fold("name"), '[^[:alnum:]]+', '-', 'g')) AS slug) s
$$;

-- What one article adds to the counts.
CREATE FUNCTION public_counts_of("article" uuid) RETURNS TABLE ("kind" text, "key" text, "label" text, "detail" jsonb, "count" int)
LANGUAGE sql STABLE AS $$
  SELECT 'all', 'articles', '', NULL::jsonb, 1 FROM "PublicArticle" a WHERE a."articleId" = "article"
  UNION ALL SELECT 'month', a."month", a."month", NULL, 1 FROM "PublicArticle" a WHERE a."articleId" = "article"
  UNION ALL SELECT 'publisher', a."publisherSlug", a."publisher", NULL, 1 FROM "PublicArticle" a
    WHERE a."articleId" = "article" AND a."publisherSlug" IS NOT NULL
  UNION ALL SELECT 'all', 'claims', '', NULL, count(*)::int FROM "PublicClaim" c WHERE c."articleId" = "article" HAVING count(*) > 0
  UNION ALL SELECT 'language', c."language", c."language", NULL, count(*)::int FROM "PublicClaim" c WHERE c."articleId" = "article" GROUP BY 2
  UNION ALL SELECT 'rating', c."ratingKey", min(c."rating" ->> 'label'), (array_agg(c."rating"))[1], count(*)::int
    FROM "PublicClaim" c WHERE c."articleId" = "article" GROUP BY 2
  UNION ALL SELECT 'claimant', c."claimantId", min(c."claimant" ->> 'name'), NULL, count(*)::int
    FROM "PublicClaim" c WHERE c."articleId" = "article" AND c."claimantId" IS NOT NULL GROUP BY 2
  UNION ALL SELECT 'topic', t.slug, min(t.topic), NULL, count(DISTINCT c."number")::int
    FROM "PublicClaim" c, unnest(c."topicSlugs", c."topics") t(slug, topic) WHERE c."articleId" = "article" GROUP BY 2
$$;

-- One publication or redaction at a time changes the rows: the counts are shared by all articles.
CREATE FUNCTION lock_public_rows() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(hashtext('public rows')) $$;

CREATE FUNCTION drop_public_rows("article" uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  claimants text[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "PublicArticle" a WHERE a."articleId" = "article") THEN
    RETURN;
  END IF;
  PERFORM lock_public_rows();
  UPDATE "PublicCount" p SET "count" = p."count" - o."count" FROM public_counts_of("article") o WHERE p."kind" = o."kind" AND p."key" = o."key";
  claimants := ARRAY(SELECT DISTINCT c."claimantId" FROM "PublicClaim" c WHERE c."articleId" = "article" AND c."claimantId" IS NOT NULL);
  DELETE FROM "PublicCount" p USING public_counts_of("article") o WHERE p."kind" = o."kind" AND p."key" = o."key" AND p."count" <= 0;
  DELETE FROM "PublicArticle" a WHERE a."articleId" = "article";
  -- They can have been named in another way there.
  UPDATE "PublicCount" p SET "label" = n.name
  FROM unnest(claimants) id CROSS JOIN LATERAL (
    SELECT c."claimant" ->> 'name' AS name FROM "PublicClaim" c WHERE c."claimantId" = id ORDER BY c."publishedAt" DESC LIMIT 1
  ) n
  WHERE p."kind" = 'claimant' AND p."key" = id;
END
$$;

-- Makes the rows of a publication. "report" is its Report in the current form, without what was redacted.
CREATE FUNCTION store_public_rows("article" uuid, "publication" uuid, "at" timestamptz, "report" jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  tongue text := "report" #>> '{article,language}';
  published text := to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM');
  publisher text := nullif(trim("report" #>> '{article,publisher}'), '');
  filters text[] := ARRAY['=dictionary:' || search_config(tongue), '=language:' || tongue, '=period:' || published,
    '=period:' || left(published, 4)];
  -- Where a name was redacted, its id is missing on purpose.
  named boolean := NOT EXISTS (SELECT 1 FROM "Redaction" r WHERE r."articleId" = "article");
BEGIN
  PERFORM lock_public_rows();
  PERFORM drop_public_rows("article");
  INSERT INTO "PublicArticle" ("articleId", "publicationId", "language", "publisher", "publisherSlug", "month", "publishedAt", "words")
  VALUES ("article", "publication", tongue, publisher, search_slug(publisher), published, "at",
    search_words(tongue, concat_ws(' ', "report" #>> '{article,title}', "report" #>> '{article,byline}', publisher, "report" ->> 'finding'))
      || array_to_tsvector(filters));

  INSERT INTO "PublicClaim" ("articleId", "number", "rank", "slug", "title", "language", "statement", "rating", "ratingKey", "claimant",
    "claimantId", "topics", "topicSlugs", "publishedAt", "words")
  SELECT "article", c.number, -c.nth, "report" #>> '{article,slug}', "report" #>> '{article,title}', tongue, c.claim ->> 'statement', r.rating,
    c.claim ->> 'ratingKey', nullif(c.claim -> 'claimant', 'null'), i.id, t.topics, t.slugs, "at",
    search_words(tongue, concat_ws(' ', c.claim ->> 'statement', c.claim ->> 'quote', c.claim #>> '{claimant,name}'))
      || array_to_tsvector(filters || t.tokens || ('=rating:' || (c.claim ->> 'ratingKey')) || CASE WHEN i.id IS NULL THEN '{}' ELSE ARRAY['=claimant:' || i.id] END)
  FROM (
    SELECT e.claim, e.nth::int, (e.claim ->> 'number')::int AS number
    FROM jsonb_array_elements("report" -> 'claims') WITH ORDINALITY e(claim, nth)
  ) c
  JOIN LATERAL (
    SELECT s.rating FROM jsonb_array_elements("report" #> '{scale,ratings}') s(rating) WHERE s.rating ->> 'key' = c.claim ->> 'ratingKey' LIMIT 1
  ) r ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(g.topic ORDER BY g.topic), '{}') AS topics, coalesce(array_agg(g.slug ORDER BY g.topic), '{}') AS slugs,
      coalesce(array_agg('=topic:' || g.slug), '{}') AS tokens
    FROM (
      SELECT min(tag) AS topic, search_slug(tag) AS slug FROM jsonb_array_elements_text(coalesce(c.claim -> 'tags', '[]')) tag GROUP BY 2
    ) g
  ) t
  CROSS JOIN LATERAL (
    -- Publications from before claimants had ids: the one of the claim on the desk, if it still has that name.
    SELECT coalesce(c.claim #>> '{claimant,id}', CASE WHEN named AND c.claim #>> '{claimant,name}' IS NOT NULL THEN (
      SELECT m."id"::text FROM "Claim" d JOIN "Claimant" m ON m."id" = d."claimantId"
      WHERE d."articleId" = "article" AND d."id"::text = c.claim ->> 'id' AND search_fold(m."name") = search_fold(c.claim #>> '{claimant,name}')
    ) END) AS id
  ) i;

  INSERT INTO "PublicSourceUse" ("articleId", "number", "sourceId", "stances", "source", "archiveUrl", "rank", "publishedAt")
  SELECT "article", (c.claim ->> 'number')::int, s.source ->> 'id', array_agg(DISTINCT e.evidence ->> 'stance'), s.source,
    min(e.evidence ->> 'archiveUrl'), -c.nth::int, "at"
  FROM jsonb_array_elements("report" -> 'claims') WITH ORDINALITY c(claim, nth)
  CROSS JOIN LATERAL jsonb_array_elements(c.claim -> 'evidence') e(evidence)
  JOIN jsonb_array_elements("report" -> 'sources') WITH ORDINALITY s(source, nth) ON s.nth = (e.evidence ->> 'source')::bigint
  JOIN "PublicClaim" p ON p."articleId" = "article" AND p."number" = (c.claim ->> 'number')::int
  WHERE s.source ->> 'id' IS NOT NULL AND NOT coalesce((s.source ->> 'confidential')::boolean, false)
  GROUP BY c.nth, 2, 3, s.source;

  INSERT INTO "PublicCount" AS p ("kind", "key", "label", "detail", "count") SELECT * FROM public_counts_of("article")
  ON CONFLICT ("kind", "key") DO UPDATE
    SET "count" = p."count" + excluded."count", "label" = excluded."label", "detail" = excluded."detail";

  INSERT INTO "PublicWord" ("word")
  SELECT w FROM (
    SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('simple', search_spaced(search_fold(x.text))))) AS w FROM (
      SELECT concat_ws(' ', "report" #>> '{article,title}', publisher) AS text
      UNION ALL SELECT concat_ws(' ', e.claim ->> 'statement', e.claim #>> '{claimant,name}') FROM jsonb_array_elements("report" -> 'claims') e(claim)
    ) x
  ) words WHERE length(w) BETWEEN 4 AND 30 AND w !~ '[0-9./:@]'
  ON CONFLICT DO NOTHING;
END
$$;

-- What is searched for, as the dictionaries of the given language have it; without one, of each language that something is published in. What one
-- dictionary makes of it counts only for texts in its languages: "-doubled" must not be another word there.
CREATE FUNCTION search_query("query" text, "language" text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT string_agg('(' || quote_literal('=dictionary:' || each.config) || ' & (' || each.q::text || '))', ' | ')::tsquery FROM (
    SELECT c.config, CASE WHEN u.q IS NULL THEN s.q WHEN numnode(s.q) = 0 THEN u.q ELSE s.q && u.q END AS q
    FROM search_fold("query") f
    CROSS JOIN (
      SELECT search_config("language") AS config WHERE "language" IS NOT NULL
      UNION SELECT search_config(p."key") FROM "PublicCount" p WHERE p."kind" = 'language' AND "language" IS NULL
    ) c
    CROSS JOIN LATERAL (SELECT websearch_to_tsquery(c.config, search_spaced(f)) AS q) s
    CROSS JOIN LATERAL (
      -- Pairs of letters, or the letter if it is alone.
      SELECT string_agg(quote_literal(substr(run, i, least(2, length(run)))), ' & ')::tsquery AS q
      FROM search_unspaced(f) run, generate_series(1, greatest(1, length(run) - 1)) i
    ) u
  ) each WHERE numnode(each.q) > 0
$$;

-- A redaction reaches lists and the search at once: the rows go, and are made again without what it hides.
CREATE FUNCTION drop_rows_of_redacted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM drop_public_rows(NEW."articleId");
  RETURN NULL;
END
$$;
CREATE TRIGGER "Redaction_public_rows" AFTER INSERT ON "Redaction" FOR EACH ROW EXECUTE FUNCTION drop_rows_of_redacted();

CREATE FUNCTION drop_rows_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM drop_public_rows(NEW."id");
  RETURN NULL;
END
$$;
CREATE TRIGGER "Article_public_rows" AFTER UPDATE ON "Article" FOR EACH ROW
  WHEN (OLD."currentPublicationId" IS DISTINCT FROM NEW."currentPublicationId" OR OLD."status" IS DISTINCT FROM NEW."status")
  EXECUTE FUNCTION drop_rows_of_changed();
