import { z } from "zod";
import { getVersionText } from "@/lib/db/article-versions";
import { type Article, findArticle, touchArticle } from "@/lib/db/articles";
import { appendAuditEvent } from "@/lib/db/audit-events";
import {
  type AuthorLink,
  countAuthorAnswers,
  findClaimOfOutcome,
  findOpenAuthorLink,
  insertAuthorAnswer,
} from "@/lib/db/author-links";
import { listClaimsOfArticle, lockClaim, updateClaim } from "@/lib/db/claims";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import { text } from "@/lib/input-fields";
import { type AuthorQuestion, authorQuestions } from "@/lib/manuscripts/author-questions";
import { err, ok, type Result } from "@/lib/result";
import { notify } from "@/lib/workflows/notifications/notify";
import { invalid, parseInput } from "@/lib/workflows/refusals";
import { limitAttempts } from "@/lib/workflows/sign-in/limit-attempts";
import { hashOfToken } from "./author-links";

/** What the author of a manuscript sees. */
export interface AuthorPage {
  name: string;
  /** ISO 8601 instant until which answers are accepted. */
  until: string;
  /** `language` is BCP 47. */
  article: { title: string; language: string };
  /** The canonical text; the ranges of the questions are in it. */
  text: string;
  questions: AuthorQuestion[];
}

/** Answers of one author to one article: far more than anyone writes. */
const MAX_ANSWERS = 1_000;

const lookupInput = z.object({
  token: z.string().max(200),
  /** The network address of the visitor, if known. */
  address: z.string().max(100),
});

/** What the page behind an author's link shows. @returns not-found for a link that is unknown, expired or withdrawn */
export async function getAuthorPage(
  input: z.input<typeof lookupInput>,
): Promise<Result<AuthorPage, Failure>> {
  const parsed = parseInput(lookupInput, input);
  if (!parsed.ok) return parsed;
  const { token, address } = parsed.value;
  const allowed = await limitAttempts({ key: `author-page:address:${address}`, max: 600 });
  if (!allowed.ok) return allowed;
  const opened = await openLink(token);
  if (!opened.ok) return opened;
  const { link, article } = opened.value;
  const [canonical, claims] = await Promise.all([
    getVersionText(article.currentVersionId),
    listClaimsOfArticle(article.id),
  ]);
  return ok({
    name: link.name,
    until: link.expiresAt,
    article: { title: article.title, language: article.language },
    text: canonical,
    questions: authorQuestions(claims),
  });
}

/** The link with a token, and its manuscript; a refusal that says no more than that it does not work. */
async function openLink(
  token: string,
  tx?: Tx,
): Promise<Result<{ link: AuthorLink; article: Article }, Failure>> {
  const link = await findOpenAuthorLink(hashOfToken(token), new Date(), tx);
  const article = link && (await findArticle(link.articleId, tx));
  return link && article?.purpose === "manuscript"
    ? ok({ link, article })
    : err({
        kind: "not-found",
        message: "This link no longer works. Ask the newsroom for a new one.",
      });
}

const answerInput = z
  .object({
    ...lookupInput.shape,
    outcomeId: z.string().max(100),
    decision: z.enum(["answer", "agree", "disagree"], "Choose whether you agree with the new wording."),
    text: text("Your answer", 10_000),
    /** Made with the page: a form that is sent twice counts once. */
    key: z.string().min(8).max(100),
  })
  .superRefine(({ decision, text: entered }, context) => {
    if (decision !== "agree" && entered === "")
      context.addIssue({
        code: "custom",
        path: ["text"],
        message:
          decision === "answer"
            ? "Write your answer, then send it."
            : "Say in the comment why the text should stay, then send it.",
      });
  });

export type AnswerQuestionInput = z.input<typeof answerInput>;

/** Stores what the author answers. The desk sees it at once, and the person who asked is notified. */
export async function answerQuestion(input: AnswerQuestionInput): Promise<Result<null, Failure>> {
  const parsed = parseInput(answerInput, input);
  if (!parsed.ok) return parsed;
  const { token, address, ...answer } = parsed.value;
  const allowed = await limitAttempts({ key: `author-answer:address:${address}`, max: 200 });
  if (!allowed.ok) return allowed;
  return inTransaction(async (tx) => {
    const opened = await openLink(token, tx);
    if (!opened.ok) return opened;
    const { link, article } = opened.value;
    const claimId = await findClaimOfOutcome(answer.outcomeId, tx);
    const claim = claimId && (await lockClaim(tx, claimId));
    // Another outcome may have replaced it while the author was writing.
    const asked =
      claim &&
      claim.articleId === article.id &&
      !claim.deleted &&
      claim.outcome?.id === answer.outcomeId &&
      authorQuestions([claim])[0];
    if (!asked || !claim.outcome)
      return invalid(
        "The newsroom has dealt with this question in the meantime, so your answer was not sent. Reload the page to see what is open.",
      );
    if ((asked.kind === "query") !== (answer.decision === "answer"))
      return invalid("This question was changed in the meantime. Reload the page, then answer again.");
    if ((await countAuthorAnswers(tx, link.id)) >= MAX_ANSWERS)
      return invalid("This link was used too often. Ask the newsroom for a new one.");
    // Sent again after a reload, perhaps because the first response was lost.
    const last = claim.outcome.answers.at(-1);
    if (last?.by === link.name && last.decision === answer.decision && last.text === answer.text)
      return ok(null);
    if (!(await insertAuthorAnswer(tx, { ...answer, linkId: link.id }))) return ok(null);
    // Open pages of the desk fetch what has a newer revision.
    await updateClaim(tx, claim.id, {});
    await touchArticle(tx, article.id);
    await appendAuditEvent(tx, {
      actorId: null,
      action: "claim.author-answer",
      targetType: "claim",
      targetId: claim.id,
      articleId: article.id,
      to: { author: link.name, decision: answer.decision, answer: answer.text },
    });
    await notify(
      tx,
      { kind: "author-answer", actorId: null, askedById: claim.outcome.givenBy.id },
      {
        eventKey: `author-answer:${link.id}:${answer.key}`,
        articleId: article.id,
        claimId: claim.id,
        commentId: null,
      },
    );
    return ok(null);
  });
}
