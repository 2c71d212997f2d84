import { describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { claimHistory } from "@/lib/reports/claims/claim-history";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { claimOfVersion1, reportVersion1 } from "@/lib/testing/reports/report-version-1";
import { storeReport } from "@/lib/testing/reports/store-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { unpublishArticle } from "@/lib/workflows/publication/unpublish-article";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { findCurrentPublication } from "./public-publications";
import { listPublishedStates, listRelatedClaims } from "./published-claims";
import { clientOf } from "./transaction";

withTestDatabase();

type ClaimFields = Omit<Parameters<typeof makeClaim>[0], "article" | "author" | "state">;

/** A published article with one claim. */
async function published(fields: ClaimFields = {}) {
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author, state: "approved", ...fields });
  const editor = await makePerson({ role: "administrator" });
  const publish = async (corrections: { claimId: string; note: string }[] = []) =>
    must(
      await publishArticle(editor, {
        articleId: article.id,
        revision: await revisionOf(article.id),
        corrections,
      }),
    );
  await publish();
  return { article, claim, editor, publish };
}

/** Statements of the claims that are connected with the one of an article. */
async function relatedTo(slug: string, limit = 5) {
  const publication = await findCurrentPublication(slug);
  const [claim] = publication?.report.claims ?? [];
  if (!publication || !claim) throw new Error("it is not published");
  const { sameClaimant, sameSources } = await listRelatedClaims(
    publication.id,
    publication.report,
    claim,
    limit,
  );
  const statements = (claims: typeof sameClaimant) => claims.map(({ statement }) => statement);
  return { claimant: statements(sameClaimant), sources: statements(sameSources) };
}

const unique = () => crypto.randomUUID().slice(0, 8);
const citing = (title: string, more: object = {}) => [
  { stance: "supports" as const, source: { title, url: `https://example.org/${title}`, ...more } },
];

describe("claims of the same claimant", () => {
  test.each([
    ["the same name", (name: string) => name, true],
    ["other case and spaces", (name: string) => ` ${name.toUpperCase().replace(" ", "  ")} `, true],
    ["reported by someone", (name: string) => `${name}, as reported by the Daily (text altered)`, true],
    ["with a role", (name: string) => `${name}, then minister of trade`, true],
    ["another name", (name: string) => `${name}s`, false],
    ["no claimant", () => null, false],
  ])("%s", async (_, change, isRelated) => {
    const name = `Ada M${unique()}`;
    const one = await published({ claimant: name });
    const other = `By ${unique()}.`;
    await published({ claimant: change(name), statement: other });
    expect((await relatedTo(one.article.slug)).claimant).toEqual(isRelated ? [other] : []);
  });

  test("the newest come first, and no more than asked for", async () => {
    const claimant = `Ada ${unique()}`;
    const { article } = await published({ claimant });
    for (const statement of ["First.", "Second.", "Third."]) await published({ claimant, statement });
    expect((await relatedTo(article.slug, 2)).claimant).toEqual(["Third.", "Second."]);
  });
});

describe("claims with the same source", () => {
  test("a shared source connects, another does not", async () => {
    const title = unique();
    const { article, claim } = await published({ evidence: citing(title) });
    const [source] = claim.evidence;
    await published({
      statement: "Shared.",
      evidence: [{ stance: "refutes", source: { id: source?.source.id ?? "" } }],
    });
    await published({ statement: "Not shared.", evidence: citing(unique()) });
    expect((await relatedTo(article.slug)).sources).toEqual(["Shared."]);
  });

  test("a confidential source connects nothing", async () => {
    const { article, claim } = await published({ evidence: citing(unique(), { confidential: true }) });
    const [source] = claim.evidence;
    await published({ evidence: [{ stance: "refutes", source: { id: source?.source.id ?? "" } }] });
    expect((await relatedTo(article.slug)).sources).toEqual([]);
    const rows = await clientOf().publishedClaim.findMany({ where: { articleId: article.id } });
    expect(rows.map(({ sourceIds }) => sourceIds)).toEqual([[]]);
  });
});

describe("what readers no longer see elsewhere", () => {
  test("a claim of an unpublished article", async () => {
    const claimant = `Ada ${unique()}`;
    const { article } = await published({ claimant });
    const other = await published({ claimant, statement: "Gone." });
    expect((await relatedTo(article.slug)).claimant).toEqual(["Gone."]);
    must(
      await unpublishArticle(other.editor, {
        articleId: other.article.id,
        revision: await revisionOf(other.article.id),
        reason: "It was a draft.",
      }),
    );
    expect((await relatedTo(article.slug)).claimant).toEqual([]);
  });

  test("what was redacted", async () => {
    const claimant = `Ada ${unique()}`;
    const word = `canary${unique()}`;
    const { article } = await published({ claimant });
    const other = await published({ claimant, statement: `It was ${word}.` });
    const redact = async (text: string) =>
      must(
        await redactArticle(other.editor, {
          articleId: other.article.id,
          target: { kind: "text", text },
          reason: "law",
        }),
      );
    await redact(word);
    const [shown] = (await relatedTo(article.slug)).claimant;
    expect(shown).toMatch(/^It was .+\.$/);
    expect(shown).not.toContain(word);
    const { states } = await listPublishedStates(other.article.id, other.claim.id);
    expect(states.map(({ statement }) => statement)).toEqual([shown]);
    // Without the name, nothing says that it is theirs.
    await redact(claimant);
    expect((await relatedTo(article.slug)).claimant).toEqual([]);
  });
});

/** Edits, approves and publishes a claim. */
async function republish(
  { article, editor, publish }: Awaited<ReturnType<typeof published>>,
  claim: Claim,
  change: { statement?: string; ratingKey?: string; reasons?: string },
) {
  const now = await reloadClaim(claim);
  const edited = must(
    await updateClaim(article.author, {
      claimId: now.id,
      revision: now.revision,
      statement: change.statement ?? now.statement,
      kind: now.kind,
      verdict: {
        ratingKey: change.ratingKey ?? now.verdict?.ratingKey ?? "",
        rationaleDoc: change.reasons
          ? rationale(change.reasons)
          : (now.verdict?.rationaleDoc as ReturnType<typeof rationale>),
      },
      evidence: now.evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
    }),
  );
  const submitted = must(
    await transitionClaim(article.author, {
      claimId: edited.id,
      revision: edited.revision,
      action: "submit",
    }),
  );
  must(
    await transitionClaim(editor, { claimId: edited.id, revision: submitted.revision, action: "approve" }),
  );
  await publish([{ claimId: claim.id, note: "Counted again." }]);
}

test("the history of a claim says what each publication changed", async () => {
  const made = await published({ statement: "Trade doubled." });
  const { claim, article } = made;
  await republish(made, claim, { ratingKey: "false", reasons: "A new count." });
  await republish(made, claim, { statement: "Trade tripled." });
  const { states, isComplete } = await listPublishedStates(article.id, claim.id);
  expect(isComplete).toBe(true);
  const kinds = claimHistory(states).map(({ publication, rating, changes }) => [
    publication,
    rating.key,
    changes.map(({ kind }) => kind),
  ]);
  expect(kinds).toEqual([
    [3, "false", ["statement"]],
    [2, "false", ["rating", "reasons"]],
    [1, "true", ["first"]],
  ]);
});

test("publications that were stored before get the same rows", async () => {
  const article = await makeArticle();
  const editor = await makePerson();
  const claimant = "Ada Minister, as quoted by the Daily";
  await storeReport(
    article,
    editor.id,
    reportVersion1({
      publication: {
        id: crypto.randomUUID(),
        number: 1,
        publishedAt: "2026-01-01T00:00:00.000Z",
        publishedBy: editor.name,
      },
      claims: [claimOfVersion1({ id: "claim-a", number: 1, statement: "Trade doubled.", claimant })],
    }),
  );
  const find = () => clientOf().publishedClaim.findMany({ where: { articleId: article.id } });
  const stored = await find();
  expect(stored).toMatchObject([
    {
      claimId: "claim-a",
      number: 1,
      position: 1,
      claimant: "Ada Minister",
      claimantKey: "ada minister",
      rating: { label: "False" },
    },
  ]);
  const client = clientOf();
  await client.$executeRawUnsafe(`ALTER TABLE "PublishedClaim" DISABLE TRIGGER USER`);
  try {
    await client.publishedClaim.deleteMany({ where: { articleId: article.id } });
    await client.$executeRaw`SELECT store_published_claims(p) FROM "Publication" p WHERE p."articleId" = ${article.id}::uuid`;
  } finally {
    await client.$executeRawUnsafe(`ALTER TABLE "PublishedClaim" ENABLE TRIGGER USER`);
  }
  expect(await find()).toEqual(stored);
});
