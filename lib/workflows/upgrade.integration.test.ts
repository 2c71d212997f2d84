import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTokenByHash } from "@/lib/db/api-tokens";
import { findClaim } from "@/lib/db/claims";
import { disconnect } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { contentHashOf } from "@/lib/history/event-digest";
import type { Actor } from "@/lib/policies/actor";
import { NO_DETAILS } from "@/lib/sources/source-details";
import { must } from "@/lib/testing/factories";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { verifyAudit } from "@/lib/workflows/history/verify-audit";
import { settleDispute } from "@/lib/workflows/review/settle-dispute";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { exportSource } from "@/lib/workflows/sources/export-citations";
import { findKnownSource } from "@/lib/workflows/sources/find-known-source";
import { rekeySources } from "@/lib/workflows/sources/rekey-sources";

/** The migration that renames states, actions and columns. */
const RENAMING = "20261129080000_plain_words";
const MIGRATIONS = join(import.meta.dirname, "..", "..", "prisma", "migrations");

const cluster = process.env.OBELUS_TEST_CLUSTER ?? "";
const name = `test_${randomUUID().replaceAll("-", "")}`;
const url = cluster.replace(/[^/]*$/, name);
const ids = {
  author: randomUUID(),
  first: randomUUID(),
  second: randomUUID(),
  scale: randomUUID(),
  rating: randomUUID(),
  article: randomUUID(),
  version: randomUUID(),
  excluded: randomUUID(),
  disputed: randomUUID(),
  source: randomUUID(),
};
const TEXT = "The city spent 4 million. The mayor said 5.";

async function run(address: string, ...statements: [string, ...unknown[]][]): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    for (const [sql, ...values] of statements) await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** A claim as the version before wrote it, in review and with a verdict. */
function oldClaim(id: string, number: number, [start, end]: [number, number]): [string, ...unknown[]][] {
  const verdict = randomUUID();
  return [
    [
      `INSERT INTO "Claim" ("id", "articleId", "number", "statement", "claimant", "kind", "createdById", "lastEditedById", "updatedAt")
       VALUES ($1, $2, $3, 'A statement.', 'The mayor, as reported by the Courier (shortened)', 'number', $4, $4, now())`,
      id,
      ids.article,
      number,
      ids.author,
    ],
    [
      `INSERT INTO "Anchor" ("id", "claimId", "versionId", "start", "end", "exact", "prefix", "suffix")
       VALUES ($1, $2, $3, $4, $5, $6, '', '')`,
      randomUUID(),
      id,
      ids.version,
      start,
      end,
      TEXT.slice(start, end),
    ],
    [
      `INSERT INTO "Verdict" ("id", "claimId", "ratingId", "rationaleDoc", "rationaleText", "givenById")
       VALUES ($1, $2, $3, '{"type":"doc","content":[{"type":"paragraph"}]}', 'Because.', $4)`,
      verdict,
      id,
      ids.rating,
      ids.author,
    ],
    [`UPDATE "Claim" SET "currentVerdictId" = $2 WHERE "id" = $1`, id, verdict],
    [`UPDATE "Claim" SET "state" = 'in_review' WHERE "id" = $1`, id],
  ];
}

function oldEvent(targetId: string, action: string, from: object, to: object): [string, ...unknown[]] {
  const at = new Date();
  const content = {
    actorId: ids.author,
    action,
    targetType: "claim",
    targetId,
    articleId: ids.article,
    at: at.toISOString(),
    from,
    to,
  };
  return [
    `INSERT INTO "AuditEvent" ("at", "actorId", "action", "targetType", "targetId", "articleId", "from", "to", "contentHash")
     VALUES ($1, $2, $3, 'claim', $4, $5, $6, $7, $8)`,
    at,
    ids.author,
    action,
    targetId,
    ids.article,
    JSON.stringify(from),
    JSON.stringify(to),
    contentHashOf(content),
  ];
}

const person = (id: string, email: string): [string, ...unknown[]] => [
  `INSERT INTO "User" ("id", "email", "name", "role") VALUES ($1, $2, $2, 'administrator')`,
  id,
  email,
];

/** A token of the version before, and its hash. */
const oldToken = (scope: "read" | "write", hash: string): [string, ...unknown[]] => [
  `INSERT INTO "ApiToken" ("id", "name", "tokenHash", "prefix", "scope", "ownerId") VALUES ($1, 'CMS', $2, 'obelus_', $3, $4)`,
  randomUUID(),
  hash,
  scope,
  ids.author,
];
const TOKENS = { read: "a".repeat(64), write: "b".repeat(64) };

const vote = (voter: string, rating: string): [string, ...unknown[]] => [
  `INSERT INTO "Vote" ("id", "claimId", "voterId", "ratingId", "contentRevision") VALUES ($1, $2, $3, $4, 1)`,
  randomUUID(),
  ids.disputed,
  voter,
  rating,
];

beforeAll(async () => {
  const earlier = mkdtempSync(join(tmpdir(), "obelus-migrations-"));
  for (const entry of readdirSync(MIGRATIONS))
    if (entry < RENAMING || entry.endsWith(".toml"))
      cpSync(join(MIGRATIONS, entry), join(earlier, entry), { recursive: true });
  await run(cluster, [`CREATE DATABASE ${name}`]);
  await migrate(url, earlier);
  rmSync(earlier, { recursive: true });
  const other = randomUUID();
  await run(
    url,
    ["BEGIN"],
    person(ids.author, "author@example.org"),
    person(ids.first, "first@example.org"),
    person(ids.second, "second@example.org"),
    [
      `INSERT INTO "RatingScale" ("id", "name", "version", "isDefault") VALUES ($1, 'Desk', 1, true)`,
      ids.scale,
    ],
    ...[
      [ids.rating, "false", "False", 1],
      [other, "true", "True", 2],
    ].map(([id, key, label, value]): [string, ...unknown[]] => [
      `INSERT INTO "Rating" ("id", "scaleId", "key", "label", "definition", "value", "position", "colour", "underline", "icon")
         VALUES ($1, $2, $3, $4, 'What it means.', $5, $5, 'deep-red', 'solid', 'cross')`,
      id,
      ids.scale,
      key,
      label,
      value,
    ]),
    [
      `INSERT INTO "Article" ("id", "slug", "title", "scaleId", "createdById", "updatedAt", "requiredApprovals")
       VALUES ($1, 'spending', 'Spending', $2, $3, now(), 2)`,
      ids.article,
      ids.scale,
      ids.author,
    ],
    [
      `INSERT INTO "ArticleVersion" ("id", "articleId", "number", "doc", "text", "length", "textHash", "sketch", "createdById")
       VALUES ($1, $2, 1, $3, $4, $5, encode(sha256(convert_to($4, 'UTF8')), 'hex'), '{}', $6)`,
      ids.version,
      ids.article,
      JSON.stringify({
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: TEXT }] }],
      }),
      TEXT,
      TEXT.length,
      ids.author,
    ],
    [`UPDATE "Article" SET "currentVersionId" = $2 WHERE "id" = $1`, ids.article, ids.version],
    ...oldClaim(ids.excluded, 1, [0, 25]),
    ...oldClaim(ids.disputed, 2, [26, 43]),
    [
      `INSERT INTO "Source" ("id", "title", "publisher", "doi", "kind", "createdById", "updatedAt")
       VALUES ($1, 'The Budget, Explained', 'Budget Studies', '10.1000/old', 'article', $2, now())`,
      ids.source,
      ids.author,
    ],
    [
      `INSERT INTO "Evidence" ("id", "claimId", "sourceId", "position", "stance") VALUES ($1, $2, $3, 0, 'supports')`,
      randomUUID(),
      ids.disputed,
      ids.source,
    ],
    oldToken("read", TOKENS.read),
    oldToken("write", TOKENS.write),
    ["COMMIT"],
    ["BEGIN"],
    [
      `UPDATE "Claim" SET "leftOut" = true, "leftOutReason" = 'Not about the city.' WHERE "id" = $1`,
      ids.excluded,
    ],
    [
      `INSERT INTO "Review" ("id", "claimId", "action", "note", "fromState", "toState", "contentRevision", "actorId")
       VALUES ($1, $2, 'leave_out', 'Not about the city.', 'in_review', 'in_review', 1, $3)`,
      randomUUID(),
      ids.excluded,
      ids.author,
    ],
    oldEvent(
      ids.excluded,
      "claim.leave_out",
      { state: "in_review", leftOut: false },
      { state: "in_review", leftOut: true, note: "Not about the city." },
    ),
    vote(ids.first, ids.rating),
    vote(ids.second, other),
    [`UPDATE "Claim" SET "state" = 'split' WHERE "id" = $1`, ids.disputed],
    oldEvent(ids.disputed, "claim.split-vote", { state: "in_review" }, { state: "split" }),
    ["COMMIT"],
  );
  await migrate(url, MIGRATIONS);
  process.env.DATABASE_URL = url;
});

afterAll(async () => {
  await disconnect();
  await run(cluster, [`DROP DATABASE ${name} WITH (FORCE)`]);
});

const actor = (id: string): Actor => ({ id, name: id, email: `${id}@example.org`, role: "administrator" });

test("what the version before wrote opens in the words of this one", async () => {
  const { claims } = must(await getDeskArticle(actor(ids.author), { articleId: ids.article }));
  expect(
    claims.map(({ number, state, excluded, excludedReason }) => [number, state, excluded, excludedReason]),
  ).toEqual([
    [1, "in_review", true, "Not about the city."],
    [2, "disputed", false, null],
  ]);
  const { events } = must(await listArticleHistory(actor(ids.author), { articleId: ids.article }));
  expect(events.map(({ did }) => did)).toEqual([
    expect.stringMatching(/claim 2/),
    expect.stringMatching(/claim 1/),
  ]);
});

test.each<[keyof typeof TOKENS, string[]]>([
  ["read", ["read", "export"]],
  ["write", ["read", "write", "review", "publish", "export"]],
])("a token that could %s keeps what it could do", async (scope, scopes) => {
  expect((await findTokenByHash(TOKENS[scope]))?.token.scopes).toEqual(scopes);
});

test("the audit log verifies: its events keep the words they were hashed with", async () => {
  expect(await verifyAudit()).toMatchObject({ ok: true });
});

test("such claims can be reviewed further: one is included again, the other gets its final rating", async () => {
  const excluded = await findClaim(ids.excluded);
  const included = must(
    await transitionClaim(actor(ids.first), {
      claimId: ids.excluded,
      revision: excluded?.revision ?? 0,
      action: "include",
    }),
  );
  expect(included).toMatchObject({ excluded: false, excludedReason: null, state: "in_review" });
  const disputed = await findClaim(ids.disputed);
  const settled = must(
    await settleDispute(actor(ids.first), {
      claimId: ids.disputed,
      revision: disputed?.revision ?? 0,
      ratingKey: "false",
      note: "The budget says 4 million.",
    }),
  );
  expect(settled.state).toBe("approved");
});

test("claims of the version before name one claimant, who carried it, and what was noted", async () => {
  const claims = await Promise.all([findClaim(ids.excluded), findClaim(ids.disputed)]);
  for (const claim of claims)
    expect(claim).toMatchObject({
      claimant: { name: "The mayor", role: null },
      carriedBy: "Courier",
      tags: ["shortened"],
    });
  expect(claims[0]?.claimant?.id).toBe(claims[1]?.claimant?.id);
});

test("sources of the version before have no details, and are found by their titles from the first start on", async () => {
  const claim = await findClaim(ids.disputed);
  expect(claim?.evidence[0]?.source).toMatchObject({
    title: "The Budget, Explained",
    publisher: "Budget Studies",
    details: NO_DETAILS,
  });
  const find = () => findKnownSource(actor(ids.first), { title: "the budget – explained" });
  expect(must(await find())).toBeNull();
  await rekeySources();
  expect(must(await find())).toMatchObject({ by: "title", source: { id: ids.source } });
  const cited = must(await exportSource(actor(ids.first), { id: ids.source, format: "csl-json" }));
  expect(JSON.parse(new TextDecoder().decode(cited.body))).toMatchObject([
    { type: "article-journal", "container-title": "Budget Studies", DOI: "10.1000/old" },
  ]);
});
