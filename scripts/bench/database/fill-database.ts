import pg from "pg";
import { paragraph, reportClaim, smallReport } from "@/lib/testing/reports/small-report";
import { publicRowSteps } from "./fill-public-rows";
import {
  idSql,
  LONG_ARTICLE,
  type NewsroomSize,
  PEOPLE,
  type RowKind,
  WORD_COUNT,
  wordSql,
} from "./newsroom";

/** SQL of some words, frequent ones more often. `n` makes the subquery run for each row. */
const wordsSql = (count: number, n: string) =>
  `(SELECT string_agg(${wordSql("w")}, ' ') FROM (SELECT floor(power(random(), 3) * ${WORD_COUNT})::int AS w FROM generate_series(1, ${count} + 0 * (${n})) OFFSET 0) words)`;

const personSql = (n: string) => idSql("person", `1 + (${n}) % ${PEOPLE}`);
/** SQL of an instant in the last ten years, rising with n. */
const atSql = (n: string, total: number) => `now() - interval '10 years' * (1 - (${n})::float8 / ${total})`;

/**
 * Fills an empty, migrated database with a newsroom. Most articles are published long ago; a fiftieth is being worked on. Triggers and
 * foreign keys are off while rows are inserted; the rows fit each other by construction.
 */
export async function fillDatabase(
  url: string,
  { articles, claims, claimants, sources, events }: NewsroomSize,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const perArticle = Math.round(claims / articles);
  /** The article of the nth claim: claims of one article follow each other. */
  const articleOf = (n: string) => `(1 + ((${n}) - 1) / ${perArticle})`;
  // Articles in progress are spread over the ten years, but most are recent.
  const isOpen = (n: string) => `((${n}) > ${articles} * 0.99 OR (${n}) % 100 = 7)`;
  const isUnpublished = (n: string) => `((${n}) % 100 = 13 AND NOT ${isOpen(n)})`;
  const isPublished = (n: string) => `NOT (${isOpen(n)} OR ${isUnpublished(n)})`;
  const stage = (n: string) =>
    `(CASE WHEN ${isPublished(n)} THEN 'published' WHEN ${isUnpublished(n)} THEN 'unpublished'
      ELSE (ARRAY['draft', 'in_progress', 'in_review', 'ready'])[1 + ((${n}) / 100) % 4] END)::"ArticleStage"`;
  const claimState = (n: string) =>
    `(CASE WHEN ${isPublished(articleOf(n))} THEN 'published' WHEN ${isUnpublished(articleOf(n))} THEN 'approved'
      ELSE (ARRAY['draft', 'in_review', 'approved', 'disputed', 'draft'])[1 + (${n}) % 5] END)::"ClaimState"`;
  /** A hundredth of the claims are the first claimant's. */
  const claimantOf = (n: string) =>
    id("claimant", `CASE WHEN (${n}) % 100 = 0 THEN 1 ELSE 1 + ((${n}) * 7919::bigint) % ${claimants} END`);
  /** The first source is used by many claims. */
  const sourceOf = (n: string) =>
    id(
      "source",
      `CASE WHEN (${n}) % 500 = 0 THEN 1 ELSE 1 + ((${n}) * 7919::bigint) % ${Math.round(sources * 0.9)} END`,
    );
  const series = (count: number) => `generate_series(1, ${count}) n`;
  const id = (kind: RowKind, n = "n") => idSql(kind, n);
  const jsonb = (value: unknown) => `${pg.escapeLiteral(JSON.stringify(value))}::jsonb`;
  const report = jsonb(
    smallReport({ article: { blocks: [paragraph("A sentence of the article. ".repeat(400))] } }),
  );
  const claim = jsonb(
    reportClaim({ statement: "Claim", ratingKey: "rating-1", rationaleText: "Because of this. ".repeat(60) }),
  );

  const steps = [
    "SET session_replication_role = replica",
    "SET maintenance_work_mem = '512MB'",
    "SELECT setseed(0.5)",
    `INSERT INTO "User" ("id", "email", "name", "role")
      SELECT ${id("person")}, 'person' || n || '@desk.example', 'Person ' || n, CASE WHEN n = 1 THEN 'administrator' ELSE 'editor' END::"Role"
      FROM ${series(PEOPLE)}`,
    `INSERT INTO "RatingScale" ("id", "name", "version", "isDefault") VALUES (${id("scale", "1")}, 'Bench', 1, false)`,
    `INSERT INTO "Rating" ("id", "scaleId", "key", "label", "definition", "value", "position", "colour", "underline", "icon")
      SELECT ${id("rating")}, ${id("scale", "1")}, 'rating-' || n, 'Rating ' || n, 'Of the bench', n, n, 'red', 'solid', 'cross' FROM ${series(5)}`,
    `INSERT INTO "Article" ("id", "slug", "title", "publisher", "sourceUrl", "status", "scaleId", "createdById", "currentVersionId",
        "currentPublicationId", "createdAt", "updatedAt", "leadId", "dueAt", "priority")
      SELECT ${id("article")}, 'article-' || n, ${wordsSql(8, "n")}, ${wordsSql(1, "n")}, 'https://paper.example/articles/' || n,
        (CASE WHEN ${isPublished("n")} THEN 'published' WHEN ${isUnpublished("n")} THEN 'unpublished' ELSE 'draft' END)::"ArticleStatus",
        ${id("scale", "1")}, ${personSql("n")}, ${id("version", `CASE WHEN n = 1 THEN ${articles + LONG_ARTICLE.versions - 1} ELSE n END`)},
        CASE WHEN ${isPublished("n")} THEN ${id("publication")} END, ${atSql("n", articles)}, ${atSql("n", articles)},
        CASE WHEN n % 3 > 0 THEN ${personSql("n / 7")} END, CASE WHEN n % 4 > 0 THEN ${atSql("n", articles)} + interval '1 day' * (n % 9) END,
        (ARRAY['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + n % 6]::"Priority"
      FROM ${series(articles)}`,
    `INSERT INTO "ArticleProgress" ("articleId", "stage", "since", "activeAt", "leadId", "dueAt", "priority")
      SELECT ${id("article")}, ${stage("n")}, ${atSql("n", articles)}, ${atSql("n", articles)}, a."leadId", a."dueAt", a."priority"
      FROM ${series(articles)} JOIN "Article" a ON a."id" = ${id("article")}`,
    `INSERT INTO "ArticleVersion" ("id", "articleId", "number", "doc", "text", "length", "textHash", "sketch", "createdById", "createdAt")
      SELECT ${id("version")}, ${id("article", `CASE WHEN n > ${articles} THEN 1 ELSE n END`)},
        CASE WHEN n > ${articles} THEN n - ${articles} + 1 ELSE 1 END, '{"type":"doc"}', t.text, char_length(t.text),
        encode(sha256(convert_to(t.text, 'UTF8')), 'hex'),
        ARRAY(SELECT floor(random() * 2000000000)::int FROM generate_series(1, 64 + 0 * n)), ${personSql("n")}, ${atSql("n", articles + 100)}
      FROM ${series(articles + LONG_ARTICLE.versions - 1)}
      CROSS JOIN LATERAL (SELECT 'Article ' || n || '. ' || repeat('A sentence of the article. ', 40) AS text) t`,
    `INSERT INTO "Claimant" ("id", "kind", "name", "aliases", "namesKey", "sameAs", "createdById", "updatedAt")
      SELECT ${id("claimant")}, 'person', x.name, '{}', E'\\n' || x.name || E'\\n', '{}', ${personSql("n")}, now()
      FROM ${series(claimants)} CROSS JOIN LATERAL (SELECT ${wordsSql(2, "n")} || ' ' || n AS name) x`,
    `INSERT INTO "Claim" ("id", "articleId", "number", "statement", "claimantId", "kind", "tags", "state", "createdById", "lastEditedById",
        "currentVerdictId", "createdAt", "updatedAt", "assigneeId")
      SELECT ${id("claim")}, ${id("article", articleOf("n"))}, n, ${wordsSql(8, "n")}, ${claimantOf("n")}, 'statistic', '{}', ${claimState("n")},
        ${personSql("n / 3")}, ${personSql("n / 11")}, CASE WHEN n % 10 > 0 OR ${claimState("n")} <> 'draft' THEN ${id("verdict")} END,
        ${atSql("n", claims)}, ${atSql("n", claims)}, CASE WHEN n % 2 = 0 THEN ${personSql("n / 13")} END
      FROM ${series(claims)}`,
    // The long article has more claims, each anchored in all versions.
    `INSERT INTO "Claim" ("id", "articleId", "number", "statement", "kind", "tags", "createdById", "lastEditedById", "createdAt", "updatedAt")
      SELECT ${id("claim", `${claims} + n`)}, ${id("article", "1")}, ${claims} + n, 'Claim ' || n, 'statistic', '{}', ${personSql("n")},
        ${personSql("n")}, now(), now() FROM ${series(LONG_ARTICLE.claims)}`,
    `INSERT INTO "Anchor" ("id", "claimId", "versionId", "start", "end", "exact", "prefix", "suffix", "outcome", "createdAt")
      SELECT ${id("anchor")}, ${id("claim")}, ${id("version", `CASE WHEN n <= ${perArticle} THEN ${articles + LONG_ARTICLE.versions - 1} ELSE ${articleOf("n")} END`)},
        n % 900, n % 900 + 40, 'A sentence of the article. A sentence of', 'the article. ', ' the article', 'exact', ${atSql("n", claims)}
      FROM ${series(claims)}`,
    `INSERT INTO "Anchor" ("id", "claimId", "versionId", "start", "end", "exact", "prefix", "suffix", "outcome", "score", "createdAt")
      SELECT ${id("anchor", `${claims} + n * 100 + v`)}, ${id("claim", `${claims} + n`)},
        ${id("version", `CASE WHEN v = 1 THEN 1 ELSE ${articles} + v - 1 END`)}, n, n + 40, 'A sentence of the article. A sentence of',
        'the article. ', ' the article', CASE WHEN n % 7 = 0 AND v > 30 THEN 'changed' ELSE 'exact' END::"AnchorOutcome",
        CASE WHEN n % 7 = 0 AND v > 30 THEN 0.8 END, now() + interval '1 second' * v
      FROM ${series(LONG_ARTICLE.claims)}, generate_series(1, ${LONG_ARTICLE.versions}) v`,
    `INSERT INTO "Verdict" ("id", "claimId", "ratingId", "rationaleDoc", "rationaleText", "givenById", "givenAt")
      SELECT ${id("verdict")}, ${id("claim")}, ${id("rating", "1 + n % 5")}, '{"type":"doc"}', 'Because', ${personSql("n / 17")}, ${atSql("n", claims)}
      FROM ${series(claims)}`,
    `INSERT INTO "Source" ("id", "url", "urlKey", "title", "titleKey", "authors", "publisher", "kind", "linkState", "linkCheckedAt", "createdById",
        "createdAt", "updatedAt", "confidential")
      SELECT ${id("source")}, 'https://source' || n % 5000 || '.example/pages/' || n, 'source' || n % 5000 || '.example/pages/' || n,
        ${wordsSql(7, "n")} || CASE WHEN n % 30011 = 17 THEN ' Zugspitzbahn' ELSE '' END, lower(${wordsSql(7, "n")}), ARRAY[${wordsSql(2, "n")}], ${wordsSql(1, "n")},
        (ARRAY['web_page', 'article', 'report', 'dataset'])[1 + n % 4]::"SourceKind",
        (CASE WHEN n % 50 = 3 THEN 'gone' WHEN n % 90 = 5 THEN 'unreachable' ELSE 'answers' END)::"LinkState", ${atSql("n", sources)},
        ${personSql("n")}, ${atSql("n", sources)}, ${atSql("n", sources)}, false
      FROM ${series(sources)}`,
    `INSERT INTO "Evidence" ("id", "claimId", "sourceId", "position", "stance")
      SELECT ${id("evidence")}, ${id("claim")}, ${sourceOf("n")}, 0, 'supports'
      FROM ${series(claims)}`,
    `INSERT INTO "Snapshot" ("id", "sourceId", "url", "takenAt", "text", "body", "mediaType", "bodyHash")
      SELECT ${id("snapshot")}, ${id("source")}, 'https://source.example', ${atSql("n", sources)}, 'Text', '\\x00', 'text/html', repeat('0', 64)
      FROM ${series(sources)} WHERE n % 5 > 0`,
    `INSERT INTO "Review" ("id", "claimId", "action", "note", "fromState", "toState", "contentRevision", "actorId", "at")
      SELECT ${id("review")}, ${id("claim")}, (CASE WHEN n % 20 = 0 THEN 'return' ELSE 'submit' END)::"ReviewAction",
        CASE WHEN n % 20 = 0 THEN 'Please check again' END, (CASE WHEN n % 20 = 0 THEN 'in_review' ELSE 'draft' END)::"ClaimState",
        (CASE WHEN n % 20 = 0 THEN 'draft' ELSE 'in_review' END)::"ClaimState", 1, ${personSql("n / 19")}, ${atSql("n", claims)}
      FROM ${series(claims)}`,
    `INSERT INTO "Vote" ("id", "claimId", "contentRevision", "voterId", "ratingId", "at")
      SELECT ${id("vote")}, ${id("claim", "n * 4")}, 1, ${personSql("n")}, ${id("rating", "1")}, ${atSql("n", claims / 4)}
      FROM ${series(Math.floor(claims / 4))}`,
    `INSERT INTO "Publication" ("id", "articleId", "versionId", "number", "report", "title", "claimCount", "publishedById", "publishedAt")
      SELECT ${id("publication")}, a."id", a."currentVersionId", 1, ${report} || jsonb_build_object(
        'article', (${report} -> 'article') || jsonb_build_object('slug', a."slug", 'title', a."title", 'publisher', a."publisher"),
        'publication', (${report} -> 'publication') || jsonb_build_object('number', 1, 'publishedAt', a."createdAt", 'firstPublishedAt', a."createdAt"),
        'summary', jsonb_build_object('total', ${perArticle}, 'counts', jsonb_build_array(jsonb_build_object('ratingKey', 'rating-1', 'count', ${perArticle}))),
        'scale', jsonb_build_object('name', 'Scale', 'ratings', (SELECT jsonb_agg(jsonb_build_object('key', r."key", 'label', r."label", 'definition', repeat('What it means. ', 10))) FROM "Rating" r)),
        'claims', (SELECT jsonb_agg(${claim} || jsonb_build_object('id', ${id("claim", `(n - 1) * ${perArticle} + i`)}, 'number', i, 'position', i)) FROM generate_series(1, ${perArticle}) i)),
        a."title", ${perArticle}, ${personSql("n")}, a."createdAt"
      FROM ${series(articles)} JOIN "Article" a ON a."id" = ${id("article")} WHERE NOT ${isOpen("n")}`,
    `INSERT INTO "PublishedClaim" ("publicationId", "number", "articleId", "claimId", "position", "statement", "rating", "claimant",
        "claimantId", "claimantKey", "sourceIds", "quoteHash", "reasonsHash", "sourcesHash", "publishedAt")
      SELECT p."id", 1 + (n - 1) % ${perArticle}, p."articleId", c."id"::text, 1 + (n - 1) % ${perArticle}, c."statement", '{"key":"rating-1"}',
        m."name", m."id"::text, m."name", ARRAY[${sourceOf("n")}::text], 'q', 'r', 's', p."publishedAt"
      FROM ${series(claims)} JOIN "Claim" c ON c."id" = ${id("claim")} JOIN "Claimant" m ON m."id" = c."claimantId"
        JOIN "Publication" p ON p."id" = ${id("publication", articleOf("n"))}`,
    ...publicRowSteps(series(articles)),
    `INSERT INTO "Correction" ("id", "articleId", "claimId", "publicationId", "kind", "field", "from", "to", "note", "madeById", "madeAt")
      SELECT ${id("correction")}, ${id("article", "a")}, ${id("claim", `(a - 1) * ${perArticle} + 1`)}, ${id("publication", "a")}, 'correction', 'statement',
        '"before"', '"after"', 'A figure was wrong', ${personSql("n")}, ${atSql("a", articles)}
      FROM ${series(Math.floor(articles / 10))} CROSS JOIN LATERAL (SELECT (n * 10) AS a) x WHERE ${isPublished("a")}`,
    `INSERT INTO "Unpublication" ("id", "articleId", "publicationId", "reason", "byId", "at")
      SELECT ${id("unpublication")}, ${id("article")}, ${id("publication")}, 'It was wrong', ${personSql("n")}, ${atSql("n", articles)}
      FROM ${series(articles)} WHERE ${isUnpublished("n")}`,
    `INSERT INTO "CommentThread" ("id", "articleId", "createdAt", "resolvedAt", "resolvedById")
      SELECT ${id("thread")}, ${id("article")}, ${atSql("n", articles)}, CASE WHEN n % 20 > 0 THEN ${atSql("n", articles)} END,
        CASE WHEN n % 20 > 0 THEN ${personSql("n")} END FROM ${series(articles)}`,
    `INSERT INTO "Comment" ("id", "threadId", "authorId", "body", "at", "idempotencyKey")
      SELECT ${id("comment")}, ${id("thread")}, ${personSql("n / 3")}, CASE WHEN n % 3 = 0 THEN '@[' || ${personSql("n / 29")} || '] ' ELSE '' END || 'Please look at this',
        ${atSql("n", articles)}, 'bench-' || n FROM ${series(articles)}`,
    `INSERT INTO "Notification" ("id", "personId", "kind", "eventKey", "actorId", "articleId", "at", "readAt")
      SELECT ${id("notification")}, ${personSql("n")}, 'claim-submitted', 'bench-' || n, ${personSql("n + 1")}, ${id("article")}, ${atSql("n", articles)},
        CASE WHEN n % 10 > 0 THEN ${atSql("n", articles)} END FROM ${series(articles)}`,
    `INSERT INTO "AuditEvent" ("id", "at", "actorId", "action", "targetType", "targetId", "articleId", "from", "to", "contentHash", "sequence", "previousHash", "hash")
      SELECT n, ${atSql("n", events)}, ${personSql("n / 3")},
        CASE WHEN n % 1000 = 1 THEN 'source.merge' WHEN n % 10 = 2 THEN 'source.edit' WHEN n % 2000 = 5 THEN 'article.publish' ELSE 'claim.edit' END,
        CASE WHEN n % 1000 = 1 OR n % 10 = 2 THEN 'source' WHEN n % 2000 = 5 THEN 'article' ELSE 'claim' END,
        CASE WHEN n % 1000 = 1 OR n % 10 = 2 THEN ${id("source", `1 + n % ${sources}`)} WHEN n % 2000 = 5 THEN ${id("article", `1 + n % ${articles}`)} ELSE ${id("claim", `1 + n % ${claims}`)} END::text,
        CASE WHEN n % 1000 = 1 OR n % 10 = 2 THEN NULL ELSE ${id("article", articleOf(`1 + n % ${claims}`))} END,
        CASE WHEN n % 1000 = 1 THEN jsonb_build_object('merged', jsonb_build_object('id', ${id("source", `${sources} + n`)})) ELSE '{"statement":"before"}'::jsonb END,
        '{"statement":"after"}', repeat('0', 64), n, repeat('0', 64), repeat('0', 64)
      FROM ${series(events)}`,
    `SELECT setval(pg_get_serial_sequence('"AuditEvent"', 'id'), ${events})`,
    `UPDATE "AuditHead" SET "sequence" = ${events}, "hash" = repeat('0', 64)`,
  ];
  try {
    // Indexes are built much faster over rows that are there than row by row.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
      SELECT quote_ident(i.indexname) AS "name", i.indexdef AS "definition" FROM pg_indexes i
      WHERE i.schemaname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
        AND i.indexdef NOT LIKE 'CREATE UNIQUE%'`);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const step of steps) await client.query(step);
    for (const { definition } of indexes) await client.query(definition);
    await client.query("VACUUM ANALYZE");
  } catch (cause) {
    throw new Error(`the database could not be filled: ${(cause as Error).message}`, { cause });
  } finally {
    await client.end();
  }
}
