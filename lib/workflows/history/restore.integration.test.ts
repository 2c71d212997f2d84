import { afterAll, describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { contentOfClaim } from "@/lib/claims/claim-content";
import { findArticle } from "@/lib/db/articles";
import { disconnect } from "@/lib/db/client";
import { findSource } from "@/lib/db/sources";
import type { Actor } from "@/lib/policies/actor";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { restoreVersion } from "@/lib/workflows/articles/restore-version";
import { updateArticleDetails } from "@/lib/workflows/articles/update-article-details";
import { deleteClaim } from "@/lib/workflows/claims/delete-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { deleteSource } from "@/lib/workflows/sources/delete-source";
import { fieldsOf } from "@/lib/workflows/sources/source-fields";
import { updateSource } from "@/lib/workflows/sources/update-source";
import { exportHistory } from "./export-history";
import { listArticleHistory } from "./list-article-history";
import { listSourceHistory } from "./list-source-history";
import { restoreEvent } from "./restore-event";

withTestDatabase();
afterAll(() => disconnect());

const historyOf = async (actor: Actor, articleId: string, filter: object = {}) =>
  must(await listArticleHistory(actor, { articleId, ...filter }));

async function edit(actor: Actor, claim: Claim, change: object): Promise<Claim> {
  const now = await reloadClaim(claim);
  return must(
    await updateClaim(actor, {
      ...contentOfClaim(now),
      claimId: now.id,
      revision: now.revision,
      ...change,
    }),
  );
}

describe("a claim", () => {
  test("is put back as it was before a change, and again as after it", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    await edit(author, claim, {
      statement: "Other words.",
      claimant: "Somebody",
      verdict: { ratingKey: "false", rationaleDoc: rationale("It did not.") },
      evidence: [],
    });
    await edit(author, claim, { tags: ["later"] });
    const { events, newest } = await historyOf(author, claim.articleId);
    const event = events.find(({ did }) => did.includes("the statement"))?.id ?? "";
    must(await restoreEvent(author, { event, moment: "before", seen: newest }));
    const before = await reloadClaim(claim);
    expect(before).toMatchObject({
      statement: claim.statement,
      claimant: null,
      tags: [],
      verdict: { ratingKey: "true", rationaleText: "Customs say so." },
      evidence: [{ source: { id: claim.evidence[0]?.source.id } }],
    });
    const next = await historyOf(author, claim.articleId);
    expect(next.events[0]?.did).toBe(`restored claim ${claim.number} to before an earlier change`);
    must(await restoreEvent(author, { event, moment: "after", seen: next.newest }));
    expect(await reloadClaim(claim)).toMatchObject({ statement: "Other words.", tags: [], evidence: [] });
  });

  test("that was approved goes back to draft, and a page with an older state gets a conflict", async () => {
    const author = await makePerson();
    const draft = await makeClaim({ author });
    const claim = await edit(author, draft, { statement: "Other words." });
    const step = async (actor: Actor, action: "submit" | "approve") =>
      must(
        await transitionClaim(actor, {
          claimId: claim.id,
          revision: (await reloadClaim(claim)).revision,
          action,
        }),
      );
    await step(author, "submit");
    await step(await makePerson(), "approve");
    const seen = await historyOf(author, claim.articleId);
    const event = seen.events.find(({ restores }) => restores === "claim")?.id ?? "";
    must(await restoreEvent(author, { event, moment: "before", seen: seen.newest }));
    expect(await reloadClaim(claim)).toMatchObject({ state: "draft", statement: draft.statement });
    expect(await restoreEvent(author, { event, moment: "before", seen: seen.newest })).toMatchObject({
      error: { kind: "stale" },
    });
  });

  test("that was deleted comes back", async () => {
    const author = await makePerson();
    const claim = await makeClaim({ author });
    must(await deleteClaim(author, { claimId: claim.id, revision: claim.revision }));
    const ofClaim = await historyOf(author, claim.articleId, { claim: claim.number });
    expect(ofClaim.claims).toMatchObject([{ number: claim.number, deleted: true }]);
    expect(ofClaim.events.map(({ did }) => did.split(" ")[0])).toEqual(["deleted", "marked"]);
    const { events, newest } = await historyOf(author, claim.articleId);
    expect(events[0]).toMatchObject({ restores: "claim" });
    must(await restoreEvent(author, { event: events[0]?.id ?? "", moment: "before", seen: newest }));
    expect(await reloadClaim(claim)).toMatchObject({ deleted: false, statement: claim.statement });
  });

  test("gets a source again that is gone since", async () => {
    const author = await makePerson();
    const claim = await makeClaim({
      author,
      evidence: [{ stance: "refutes", excerpt: "No.", source: { title: "A paper that is not kept" } }],
    });
    await edit(author, claim, { evidence: [] });
    must(await deleteSource(author, { id: claim.evidence[0]?.source.id ?? "" }));
    const { events, newest } = await historyOf(author, claim.articleId);
    must(await restoreEvent(author, { event: events[0]?.id ?? "", moment: "before", seen: newest }));
    expect((await reloadClaim(claim)).evidence).toMatchObject([
      { stance: "refutes", excerpt: "No.", source: { title: "A paper that is not kept" } },
    ]);
  });
});

test("details of an article and fields of a source are put back", async () => {
  const { author, ...article } = await makeArticle();
  const details = {
    ...{ title: "Other", publisher: "Paper", byline: null, sourceUrl: null, publishedOn: null },
    finding: "It is wrong.",
  };
  const before = await findArticle(article.id);
  must(
    await updateArticleDetails(author, {
      ...details,
      language: "en",
      articleId: article.id,
      revision: before?.revision ?? 0,
    }),
  );
  const { events, newest } = await historyOf(author, article.id);
  must(await restoreEvent(author, { event: events[0]?.id ?? "", moment: "before", seen: newest }));
  expect(events[0]?.did).toBe("changed the title, the publisher and the finding of the article");
  expect(await findArticle(article.id)).toMatchObject({
    title: before?.title,
    publisher: null,
    finding: null,
  });

  const claim = await makeClaim({ author, article });
  const source = await findSource(undefined, claim.evidence[0]?.source.id ?? "");
  if (!source) throw new Error("no source");
  must(
    await updateSource(author, {
      ...fieldsOf(source),
      title: "Wrong",
      id: source.id,
      revision: source.revision,
    }),
  );
  const [latest] = must(await listSourceHistory(author, { sourceId: source.id })).events;
  expect(latest?.did).toBe("changed the title of the source");
  const older = must(await listSourceHistory(author, { sourceId: source.id, page: "2" }));
  expect(older).toMatchObject({ events: [], newest: latest?.id });
  must(await restoreEvent(author, { event: latest?.id ?? "", moment: "before", seen: latest?.id ?? "" }));
  expect(await findSource(undefined, source.id)).toMatchObject({ title: source.title });
});

test("the public description of a confidential source is in its history, and can be restored", async () => {
  const author = await makePerson();
  const claim = await makeClaim({
    author,
    evidence: [{ stance: "supports", source: { title: "Somebody" } }],
  });
  const id = claim.evidence[0]?.source.id ?? "";
  const edit = async (part: object) => {
    const source = await findSource(undefined, id);
    if (!source) throw new Error("no source");
    return must(await updateSource(author, { ...fieldsOf(source), ...part, id, revision: source.revision }));
  };
  await edit({ confidential: true, publicDescription: "An official" });
  await edit({ title: "Somebody else" });
  const changed = await edit({ publicDescription: "A clerk" });
  expect(changed.publicDescription).toBe("A clerk");
  const { events, newest } = must(await listSourceHistory(author, { sourceId: id }));
  expect(events[0]?.did).toBe("changed the description for readers of the source");
  must(await restoreEvent(author, { event: events[1]?.id ?? "", moment: "before", seen: newest ?? "" }));
  expect(await findSource(undefined, id)).toMatchObject({
    title: "Somebody",
    publicDescription: "An official",
  });
});

test("an earlier text becomes the text again, as a new version that the claims follow", async () => {
  const { author, ...article } = await makeArticle();
  await makeClaim({ author, article });
  const content = { format: "text" as const, value: "All is new here." };
  const { version } = must(
    await replaceText(author, { articleId: article.id, versionId: article.version.id, content }),
  );
  const restored = must(
    await restoreVersion(author, { articleId: article.id, versionId: version.id, number: 1 }),
  );
  expect(restored).toMatchObject({ version: { number: 3 }, outcomes: { orphaned: 0 } });
  const { events } = await historyOf(author, article.id, { kind: "text" });
  expect(events.map(({ did }) => did)).toEqual([
    "restored the text of version 1: version 2 became 3",
    "replaced the text: version 1 became 2",
    "imported the article",
  ]);
});

test("a timeline is narrowed down to a person, a kind and a claim", async () => {
  const { author, ...article } = await makeArticle();
  const other = await makePerson({ name: "Zoe" });
  const claim = await makeClaim({ author, article });
  await makeClaim({ author: other, article, anchor: { exact: "Then it fell" } });
  expect((await historyOf(author, article.id)).people.map(({ name }) => name)).toContain("Zoe");
  const count = async (filter: object) => (await historyOf(author, article.id, filter)).total;
  expect(await count({})).toBe(3);
  expect(await count({ person: other.id })).toBe(1);
  expect(await count({ kind: "text" })).toBe(1);
  expect(await count({ claim: claim.number })).toBe(1);
  expect(await count({ person: "nonsense", kind: "nonsense", claim: "x", page: "-1" })).toBe(3);
});

test.each([
  ["editor", true],
  ["checker", false],
] as const)("the history is exported by a %s: %s", async (role, allowed) => {
  const { id } = await makeArticle();
  const result = await exportHistory(await makePerson({ role }), { articleId: id, format: "jsonl" });
  expect(result.ok).toBe(allowed);
  if (!result.ok) return;
  let text = "";
  for await (const piece of result.value.pieces) text += piece;
  expect(JSON.parse(text)).toMatchObject({
    action: "article.import",
    hash: expect.stringMatching(/^\w{64}$/),
  });
});
