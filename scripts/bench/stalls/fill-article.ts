import type { Actor } from "../../../lib/policies/actor";
import { copyClaim } from "./copy-claim";
import { type DeskWork, fillWork } from "./fill-work";
import { randomText } from "./random-text";
import { tickItems } from "./tick-items";

/** An article to measure with. */
export interface Subject {
  /** "20,000 words, 500 claims" */
  name: string;
  id: string;
  slug: string;
  versionId: string;
  claimId: string;
  /** Of all claims, in the order of their numbers. */
  claimIds: readonly string[];
  /** A source with a saved copy of a million characters, all "1,". */
  sourceId: string;
  words: number;
  work: DeskWork;
}

/** Makes an article with approved claims, evenly spread over its text, and with every tenth word ticked off. It is not published yet, and has two versions. */
export async function fillArticle(
  databaseUrl: string,
  people: { author: Actor; approver: Actor },
  { words, claims }: { words: number; claims: number },
): Promise<Subject> {
  const { makeArticle, makeClaim, must } = await import("../../../lib/testing/factories");
  const { replaceText } = await import("../../../lib/workflows/articles/replace-text");
  const { listClaimsOfArticle } = await import("../../../lib/db/claims");
  const text = randomText(words, words);
  const article = await makeArticle({
    author: people.author,
    content: { format: "text", value: `${text}\nIt was the last paragraph.` },
  });
  const version = must(
    await replaceText(people.author, {
      articleId: article.id,
      versionId: article.version.id,
      content: { format: "text", value: text },
    }),
  ).version;
  const distance = Math.floor(text.length / claims);
  const spanOf = (index: number) => ({
    start: index * distance,
    end: index * distance + Math.min(60, distance),
  });
  const first = await makeClaim({
    article: { id: article.id, version },
    author: people.author,
    approver: people.approver,
    state: "approved",
    anchor: spanOf(0),
    statement: "Claim 1 says that it rose.",
    evidence: [
      {
        stance: "supports",
        excerpt: "Trade rose to $240 billion, a record.",
        source: { title: "Release", url: `https://example.org/${article.id}` },
      },
    ],
  });
  const sourceId = first.evidence[0]?.source.id as string;
  await copyClaim(
    databaseUrl,
    { id: first.id, sourceId },
    text,
    Array.from({ length: claims - 1 }, (_, index) => spanOf(index + 1)),
  );
  await tickItems(
    databaseUrl,
    { articleId: article.id, versionId: version.id, byId: people.author.id },
    text,
  );
  await saveCopy(sourceId);
  return {
    name: `${words.toLocaleString("en")} words, ${claims.toLocaleString("en")} claims`,
    id: article.id,
    slug: article.slug,
    versionId: version.id,
    claimId: first.id,
    claimIds: (await listClaimsOfArticle(article.id)).map(({ id }) => id),
    sourceId,
    words,
    work: await fillWork(databaseUrl, people, { words, claims }),
  };
}

async function saveCopy(sourceId: string): Promise<void> {
  const { inTransaction } = await import("../../../lib/db/transaction");
  const { insertSnapshot } = await import("../../../lib/db/snapshots");
  const { ok } = await import("../../../lib/result");
  await inTransaction(async (tx) =>
    ok(
      await insertSnapshot(tx, {
        sourceId,
        url: "https://example.org/0",
        title: "Release",
        text: "1,".repeat(500_000),
        body: new Uint8Array(1),
        mediaType: "text/plain",
        bodyHash: "0".repeat(64),
        takenById: null,
      }),
    ),
  );
}
