import { idSql, wordSql } from "./newsroom";

/** Words besides those of titles, among which a word with a typing error is looked for. */
const FURTHER_WORDS = 100_000;

/** The language of the nth article: most are English, some have a dictionary of their own, some are written without spaces. */
const languageSql = (n: string) =>
  `(CASE (${n}) % 10 WHEN 0 THEN 'ja' WHEN 1 THEN 'de' WHEN 2 THEN 'de' ELSE 'en' END)`;
const JAPANESE = "消費税は十年で二倍になった。失業率はこの三か月で最も低い水準に下がった。";
/** Two characters of the same ten thousand, so that pairs are as frequent as in texts. */
const japaneseSql = (n: string) =>
  `substr('${JAPANESE}', 1 + ((${n}) % 30)::int, 6) || chr((19968 + (${n}) % 4000)::int) || chr((19968 + (${n}) * 7 % 4000)::int)`;

/**
 * SQL that makes what readers search and list, of the newsroom that is published in the database: as `store_public_rows` does, for all
 * articles at once.
 * @param series rows numbered by `n`, one for each article
 */
export function publicRowSteps(series: string): string[] {
  const tokens = `ARRAY['=dictionary:' || search_config(a."language"), '=language:' || a."language", '=period:' || a."month", '=period:' || left(a."month", 4)]`;
  return [
    `INSERT INTO "PublicArticle" ("articleId", "publicationId", "language", "publisher", "publisherSlug", "month", "publishedAt", "words")
      SELECT a."articleId", a."publicationId", a."language", a."publisher", search_slug(a."publisher"), a."month", a."publishedAt",
        search_words(a."language", a."title") || array_to_tsvector(${tokens})
      FROM (
        SELECT a."id" AS "articleId", p."id" AS "publicationId", ${languageSql("n")} AS "language", a."publisher", a."title", p."publishedAt",
          to_char(p."publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month"
        FROM ${series} JOIN "Article" a ON a."id" = ${idSql("article", "n")} JOIN "Publication" p ON p."id" = a."currentPublicationId"
        WHERE a."status" = 'published'
      ) a`,
    `INSERT INTO "PublicClaim" ("articleId", "number", "rank", "slug", "title", "language", "statement", "rating", "ratingKey", "claimant",
        "claimantId", "topics", "topicSlugs", "publishedAt", "words")
      SELECT a."articleId", c."number", -c."position", p."slug", p."title", a."language", s.statement,
        jsonb_build_object('key', r.key, 'label', r.key, 'definition', repeat('What it means. ', 10)), r.key,
        jsonb_build_object('id', c."claimantId", 'name', c."claimant", 'kind', 'person', 'role', null, 'sameAs', '[]'::jsonb), c."claimantId",
        ARRAY[t.topic], ARRAY[t.topic], a."publishedAt",
        search_words(a."language", s.statement || ' ' || c."claimant")
          || array_to_tsvector(${tokens} || ('=rating:' || r.key) || ('=topic:' || t.topic) || ('=claimant:' || c."claimantId"))
      FROM "PublishedClaim" c JOIN "PublicArticle" a ON a."publicationId" = c."publicationId" JOIN "Publication" p ON p."id" = c."publicationId"
      CROSS JOIN LATERAL (SELECT ('x' || right(c."claimId", 7))::bit(28)::int AS n) k
      CROSS JOIN LATERAL (SELECT CASE WHEN a."language" = 'ja' THEN ${japaneseSql("k.n")} ELSE c."statement" END AS statement) s
      CROSS JOIN LATERAL (SELECT 'rating-' || (1 + k.n % 5) AS key) r
      CROSS JOIN LATERAL (SELECT 'topic-' || (k.n % 40) AS topic) t`,
    `INSERT INTO "PublicSourceUse" ("articleId", "number", "sourceId", "stances", "source", "rank", "publishedAt")
      SELECT p."articleId", p."number", c."sourceIds"[1], ARRAY['supports'], jsonb_build_object('id', c."sourceIds"[1], 'title', 'A source', 'authors', '[]'::jsonb),
        p."rank", p."publishedAt"
      FROM "PublicClaim" p JOIN "PublicArticle" a ON a."articleId" = p."articleId"
        JOIN "PublishedClaim" c ON c."publicationId" = a."publicationId" AND c."number" = p."number"`,
    `INSERT INTO "PublicCount" ("kind", "key", "label", "detail", "count")
      SELECT 'all', 'articles', '', NULL::jsonb, count(*)::int FROM "PublicArticle"
      UNION ALL SELECT 'all', 'claims', '', NULL, count(*)::int FROM "PublicClaim"
      UNION ALL SELECT 'month', "month", "month", NULL, count(*)::int FROM "PublicArticle" GROUP BY 2
      UNION ALL SELECT 'publisher', "publisherSlug", min("publisher"), NULL, count(*)::int FROM "PublicArticle" GROUP BY 2
      UNION ALL SELECT 'language', "language", "language", NULL, count(*)::int FROM "PublicClaim" GROUP BY 2
      UNION ALL SELECT 'rating', "ratingKey", "ratingKey", (array_agg("rating"))[1], count(*)::int FROM "PublicClaim" GROUP BY 2
      UNION ALL SELECT 'topic', "topicSlugs"[1], "topics"[1], NULL, count(*)::int FROM "PublicClaim" GROUP BY 2, 3
      UNION ALL SELECT 'claimant', "claimantId", min("claimant" ->> 'name'), NULL, count(*)::int FROM "PublicClaim" GROUP BY 2`,
    `INSERT INTO "PublicWord" ("word")
      SELECT ${wordSql("n")} FROM generate_series(0, 3999) n
      UNION SELECT left(translate(md5(n::text), '0123456789', 'ghijklmnop'), 5 + n % 8) FROM generate_series(1, ${FURTHER_WORDS}) n`,
  ];
}
