import type { Claim } from "@/lib/claims/claim";
import type { ClaimContentInput, CreateClaimInput } from "@/lib/claims/claim-input";
import { findArticle, findArticleBySlug } from "@/lib/db/articles";
import { inTransaction } from "@/lib/db/transaction";
import { findUser, findUserByEmail, insertUser, listAdministrators } from "@/lib/db/users";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { createArticle } from "@/lib/workflows/articles/create-article";
import { slugFor } from "@/lib/workflows/articles/slug-for";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { createClaim } from "@/lib/workflows/claims/create-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { storeMessage } from "@/lib/workflows/messages/receive-message";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { changeDeskSetting, readDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listTextsOfPage, savePage } from "@/lib/workflows/site-pages/edit-page";
import { readDemo } from "./read-demo";
import { pageTexts, readerMessages } from "./readers";
import { spanish } from "./spanish";
import { started } from "./started";

/** The two people of the demo. They have no passwords, so that nobody can sign in as them. */
const people = {
  checker: { email: "ida.brandt@demo.invalid", name: "Ida Brandt", role: "checker" },
  editor: { email: "samuel.okoro@demo.invalid", name: "Samuel Okoro", role: "editor" },
} as const;

/** Milliseconds from loading the demo until the unfinished article is due. */
const DUE_IN_MS = 2 * 86_400_000;

/**
 * Loads a finished fact-check, and an article that is still being checked, through the workflows that people use: one person imports
 * and marks the articles, another signs off and publishes. An interrupted load continues where it stopped; a finished one is left
 * unchanged.
 * @param options.withSpanish whether a finished fact-check in Spanish is loaded as well. Tests and benchmarks count what is published without it
 */
export async function loadDemo({ withSpanish = false } = {}): Promise<void> {
  const demo = readDemo();
  const existing = await findArticleBySlug(slugFor(demo.article.title));
  // Finished, whatever people did with it since.
  if (existing && existing.status !== "draft") return;
  const checker = await ensurePerson(people.checker);
  const editor = await ensurePerson(people.editor);
  // Another person's article with this name is not the demo: leave it alone.
  if (existing && existing.createdBy.id !== checker.id) return;
  const articleId = existing?.id ?? must(await createArticle(checker, demo.article)).id;
  const claims = demo.claims.map(({ start, end, content }) => ({ content, anchor: { start, end } }));
  await markClaims({ articleId, claims, key: "demo-claim" }, checker, editor);
  await loadStarted(checker, editor);
  await nameTheDesk();
  await writePages(editor);
  // Before the other one, which is newer then, and first on the front page.
  if (withSpanish) await loadSpanish(checker, editor);
  const article = await findArticle(articleId);
  if (!article) return;
  must(await publishArticle(editor, { articleId, revision: article.revision }));
  await sendMessages(article.slug);
}

/** Readers of the demo see who publishes it. A name that is set already stays. */
async function nameTheDesk(): Promise<void> {
  const [first] = await listAdministrators();
  const { organisation } = await readDeskSettings();
  const administrator = first && (await findUser(first.id));
  if (!administrator || organisation.name) return;
  const value = { name: "Obelus Demo Desk", url: null };
  await changeDeskSetting(administrator, { key: "organisation", revision: 0, value });
}

/** Two of the pages about the newsroom have a text of their own. What is written already stays. */
async function writePages(editor: Actor): Promise<void> {
  for (const page of ["about", "methodology"] as const) {
    const written = must(await listTextsOfPage(editor, { page }));
    if (written.length === 0)
      must(await savePage(editor, { page, language: "en", revision: 0, sections: pageTexts[page] }));
  }
}

/** What two readers wrote about the finished fact-check. Sent again, they are the same messages. */
async function sendMessages(slug: string): Promise<void> {
  for (const [index, { claim, ...message }] of readerMessages.entries())
    must(await storeMessage({ message, about: { slug, claim }, key: `demo-message-${index + 1}`, trap: "" }));
}

/** Claims of a finished article, and how their keys against repeats begin. */
interface FinishedClaims {
  articleId: string;
  claims: readonly { content: ClaimContentInput; anchor: CreateClaimInput["anchor"] }[];
  key: string;
}

async function markClaims(
  { articleId, claims, key }: FinishedClaims,
  checker: Actor,
  editor: Actor,
): Promise<void> {
  const article = await findArticle(articleId);
  if (!article) throw new Error("the demo's article does not exist");
  for (const [index, { anchor, content }] of claims.entries()) {
    let claim: Claim = must(
      await createClaim(
        checker,
        {
          ...content,
          articleId,
          versionId: article.currentVersionId,
          idempotencyKey: `${key}-${index + 1}`,
          anchor,
        },
        // An installation must not visit the pages that the demo cites unless someone asks for it.
        { keepCopies: false },
      ),
    );
    const step = async (actor: Actor, action: "submit" | "approve") => {
      claim = must(await transitionClaim(actor, { claimId: claim.id, revision: claim.revision, action }));
    };
    if (claim.state === "draft") await step(checker, "submit");
    if (claim.state === "in_review") await step(editor, "approve");
  }
}

async function loadSpanish(checker: Actor, editor: Actor): Promise<void> {
  const existing = await findArticleBySlug(slugFor(spanish.article.title));
  if (existing && (existing.status !== "draft" || existing.createdBy.id !== checker.id)) return;
  const articleId = existing?.id ?? must(await createArticle(checker, spanish.article)).id;
  const claims = spanish.claims.map(({ exact, content }) => ({ content, anchor: { exact } }));
  await markClaims({ articleId, claims, key: "demo-spanish" }, checker, editor);
  const article = await findArticle(articleId);
  if (article) must(await publishArticle(editor, { articleId, revision: article.revision }));
}

/** Each step is left out if an interrupted load has taken it already. */
async function loadStarted(checker: Actor, editor: Actor): Promise<void> {
  const existing = await findArticleBySlug(slugFor(started.article.title));
  if (existing && existing.createdBy.id !== checker.id) return;
  const articleId = existing?.id ?? must(await createArticle(checker, started.article)).id;
  const article = await findArticle(articleId);
  if (!article) throw new Error("the demo's article does not exist");
  if (!article.lead) {
    const dueAt = new Date(Date.now() + DUE_IN_MS).toISOString();
    const plan = {
      articleId,
      revision: article.revision,
      leadId: editor.id,
      dueAt,
      priority: "high",
    } as const;
    must(await assignArticle(editor, plan));
  }
  /** Source ids by title, for sources that are in the library already. */
  const library = new Map<string, string>();
  for (const [index, { exact, content, state, comment }] of started.claims.entries()) {
    const evidence = (content.evidence ?? []).map((each) => {
      const id = "title" in each.source ? library.get(each.source.title) : undefined;
      return id ? { ...each, source: { id } } : each;
    });
    const idempotencyKey = `demo-started-${index + 1}`;
    const anchored = { articleId, versionId: article.currentVersionId, idempotencyKey, anchor: { exact } };
    let claim: Claim = must(
      await createClaim(checker, { ...content, evidence, ...anchored }, { keepCopies: false }),
    );
    for (const { source } of claim.evidence) library.set(source.title, source.id);
    const target = { on: "claim", claimId: claim.id } as const;
    if (comment) must(await createComment(editor, { target, body: comment, idempotencyKey }));
    const step = async (actor: Actor, action: "submit" | "approve") => {
      claim = must(await transitionClaim(actor, { claimId: claim.id, revision: claim.revision, action }));
    };
    if (state === "draft" && !claim.assignee) {
      const claims = [{ claimId: claim.id, seenAssigneeId: null }];
      must(await assignClaims(editor, { articleId, claims, assigneeId: checker.id }));
    }
    if (state !== "draft" && claim.state === "draft") await step(checker, "submit");
    if (state === "approved" && claim.state === "in_review") await step(editor, "approve");
  }
}

async function ensurePerson(person: Pick<Actor, "email" | "name" | "role">): Promise<Actor> {
  const found = await inTransaction(async (tx) =>
    ok(
      (await findUserByEmail(person.email, tx)) ??
        (await insertUser(tx, { ...person, passwordHash: null, mustChangePassword: false })),
    ),
  );
  const { id, email, name, role } = must(found);
  return { id, email, name, role };
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo could not be loaded: ${result.error.message}`);
}
