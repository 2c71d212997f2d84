import { listPublicCorrections } from "@/lib/db/public-corrections";
import {
  findCurrentPublication,
  findNumberedPublication,
  findUnpublication,
  listPublications,
  listUnpublications,
} from "@/lib/db/public-publications";
import { findSource } from "@/lib/db/sources";
import { exportReport } from "@/lib/document-bundle/export-report";
import type { Actor } from "@/lib/policies/actor";
import type { RedactInput } from "@/lib/redactions/redaction-input";
import { EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { rationale } from "@/lib/testing/builders";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { getArticlePublications } from "@/lib/workflows/redactions/list-redactions";
import { redactArticle } from "@/lib/workflows/redactions/redact-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { updateSource } from "@/lib/workflows/sources/update-source";

/** A public reason. */
export const REASON = "source protection";
/** Names of a source that no other text shares. */
export const named = () => {
  const key = crypto.randomUUID().slice(0, 8);
  return {
    title: `Memo canary${key}`,
    url: `https://canary${key}.example/memo`,
    authors: [`Canary${key} Doe`],
    publisher: `Ministry canary${key}`,
    key,
  };
};

/** A published article whose claim cites a named source. */
export async function publishWithSource() {
  const { key, ...source } = named();
  const article = await makeArticle();
  const claim = await makeClaim({
    article,
    author: article.author,
    state: "approved",
    evidence: [{ stance: "supports", source, excerpt: `Words from canary${key}`, note: null }],
  });
  const editor = await makePerson();
  await publish(editor, article);
  const { evidence } = await reloadClaim(claim);
  const sourceId = evidence[0]?.source.id ?? "";
  return { article, claim, editor, key, sourceId };
}

type Corrections = NonNullable<Parameters<typeof publishArticle>[1]["corrections"]>;

/** Publishes an article as it is now. */
export async function publish(editor: Actor, article: { id: string }, corrections: Corrections = []) {
  const revision = await revisionOf(article.id);
  return must(await publishArticle(editor, { articleId: article.id, revision, corrections }));
}

/** Makes a source confidential, and changes it. */
export async function makeConfidential(editor: Actor, id: string, changes: { title?: string } = {}) {
  const before = await findSource(undefined, id);
  if (!before) throw new Error("no such source");
  const { revision, title, url, authors, publisher, kind } = before;
  must(
    await updateSource(editor, {
      id,
      revision,
      title,
      url,
      authors,
      publisher,
      kind,
      ...changes,
      confidential: true,
    }),
  );
}

/** Has the claim's verdict changed and approved again, so that the article can be published again. */
export async function reverse(claim: { id: string }, author: Actor, editor: Actor) {
  const { id, revision, statement, kind, evidence } = await reloadClaim(claim);
  const edited = must(
    await updateClaim(author, {
      claimId: id,
      revision,
      statement,
      kind,
      verdict: { ratingKey: "false", rationaleDoc: rationale("A new count.") },
      evidence: evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
    }),
  );
  const submitted = must(
    await transitionClaim(author, { claimId: id, revision: edited.revision, action: "submit" }),
  );
  must(await transitionClaim(editor, { claimId: id, revision: submitted.revision, action: "approve" }));
}

/** Everything that readers and exports can get of an article. */
export async function everythingPublic(slug: string): Promise<string> {
  const current = await findCurrentPublication(slug);
  const numbered = await Promise.all([1, 2, 3, 4].map((number) => findNumberedPublication(slug, number)));
  const exports = current
    ? await Promise.all(
        EXPORT_FORMATS.filter((format) => format !== "pdf").map(async (format) =>
          (await exportReport(current.report, format, `https://desk.example/articles/${slug}`)).toString(),
        ),
      )
    : [];
  return JSON.stringify([
    current,
    numbered,
    exports,
    await listPublications({ limit: 100 }),
    await listPublicCorrections({ limit: 100 }),
    await findUnpublication(slug),
    await listUnpublications(100),
  ]);
}

/** All places at which publications of an article name its sources. */
async function allSources(editor: Actor, articleId: string) {
  const { sources } = must(await getArticlePublications(editor, { articleId }));
  return sources.flatMap(({ at }) => at);
}

/** Redacts every source that publications of an article name. */
export async function redactSource(editor: Actor, articleId: string) {
  const target = {
    kind: "source" as const,
    at: await allSources(editor, articleId),
    words: ["title" as const, "authors" as const, "publisher" as const],
  };
  return must(await redactArticle(editor, { articleId, target, reason: REASON }));
}

/** Redacts words of an article. */
export const redactText = (editor: Actor, articleId: string, text: string, more: Partial<RedactInput> = {}) =>
  redactArticle(editor, { articleId, target: { kind: "text", text }, reason: REASON, ...more });
