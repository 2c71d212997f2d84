import pg from "pg";
import type { Actor } from "../../../lib/policies/actor";
import { copyClaim } from "./copy-claim";
import { randomText } from "./random-text";

/** What some operations of the desk need beside the article. */
export interface DeskWork {
  /** An article whose claims are all drafts: as many as a move on the board takes at most. */
  boardId: string;
  /** A manuscript in which every claim suggests another wording. `authorPath` is the page of its author. */
  manuscript: { id: string; versionId: string; authorPath: string };
  /** About a page of which two copies of a million characters have nothing in common. */
  flagId: string;
}

/** Most claims that a move on the board changes. */
const ON_BOARD = 200;
/** Words of each copy of the page: about a million characters. */
const PAGE_WORDS = 180_000;

/** Makes what the operations of the desk need, beside an article of a size. */
export async function fillWork(
  databaseUrl: string,
  people: { author: Actor; approver: Actor },
  size: { words: number; claims: number },
): Promise<DeskWork> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const board = await fillBoard(databaseUrl, people, { ...size, claims: Math.min(size.claims, ON_BOARD) });
    await client.query(`UPDATE "Claim" SET "state" = 'draft' WHERE "articleId" = $1`, [board.id]);
    return {
      boardId: board.id,
      manuscript: await fillManuscript(databaseUrl, people, size),
      flagId: await flagPage(client, board),
    };
  } finally {
    await client.end();
  }
}

async function fillBoard(
  databaseUrl: string,
  { author, approver }: { author: Actor; approver: Actor },
  { words, claims }: { words: number; claims: number },
): Promise<{ id: string; sourceId: string }> {
  const { makeArticle, makeClaim } = await import("../../../lib/testing/factories");
  const text = randomText(words, words + 3);
  const article = await makeArticle({ author, content: { format: "text", value: text } });
  const [first, ...others] = spansOf(text, claims);
  const claim = await makeClaim({
    article,
    author,
    approver,
    state: "approved",
    ...(first && { anchor: first }),
  });
  const sourceId = claim.evidence[0]?.source.id as string;
  await copyClaim(databaseUrl, { id: claim.id, sourceId }, text, others);
  return { id: article.id, sourceId };
}

async function fillManuscript(
  databaseUrl: string,
  { author }: { author: Actor },
  { words, claims }: { words: number; claims: number },
): Promise<DeskWork["manuscript"]> {
  const { makeClaim, makeManuscript, must } = await import("../../../lib/testing/factories");
  const { createAuthorLink } = await import("../../../lib/workflows/manuscripts/author-links");
  const text = randomText(words, words + 4);
  const article = await makeManuscript({ author, content: { format: "text", value: text } });
  const [first, ...others] = spansOf(text, claims);
  const claim = await makeClaim({
    article,
    author,
    ...(first && { anchor: first }),
    verdict: null,
    evidence: [],
    outcome: { kind: "change", wording: "Other words for what stood here before", question: "", note: "" },
  });
  await copyClaim(databaseUrl, { id: claim.id, sourceId: null }, text, others);
  const { link } = must(await createAuthorLink(author, { articleId: article.id, name: "Ann", days: 7 }));
  return { id: article.id, versionId: article.version.id, authorPath: new URL(link).pathname };
}

/** Saves two copies of a page, and flags that they differ. @returns the id of the flag */
async function flagPage(
  client: pg.Client,
  { id: articleId, sourceId }: { id: string; sourceId: string },
): Promise<string> {
  const copies: string[] = [];
  for (const seed of [11, 12]) {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "Snapshot" ("id", "sourceId", "url", "text", "body", "mediaType", "bodyHash")
       VALUES (gen_random_uuid(), $1, 'https://example.org/page', $2, '', 'text/plain', $3) RETURNING "id"`,
      [sourceId, randomText(PAGE_WORDS, seed), "0".repeat(64)],
    );
    if (rows[0]) copies.push(rows[0].id);
  }
  const [beforeId, afterId] = copies;
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO "Flag" ("id", "kind", "key", "articleId", "sourceId", "detail")
     VALUES (gen_random_uuid(), 'page_changed', $1, $2, $3, $4) RETURNING "id"`,
    [`bench:${articleId}`, articleId, sourceId, JSON.stringify({ beforeId, afterId, lost: [] })],
  );
  if (!rows[0]) throw new Error("the flag was not stored");
  return rows[0].id;
}

/** Passages of at most 60 characters of one line, evenly spread. */
function spansOf(text: string, count: number): { start: number; end: number }[] {
  const distance = Math.floor(text.length / count);
  return Array.from({ length: count }, (_, index) => {
    const begin = index * distance;
    const line = text.indexOf("\n", begin);
    const start = line !== -1 && line - begin < 60 ? line + 1 : begin;
    return { start, end: start + Math.min(60, distance) };
  });
}
