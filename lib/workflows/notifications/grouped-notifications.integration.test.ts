import { beforeEach, describe, expect, test } from "vitest";
import type { Claim } from "@/lib/claims/claim";
import { inTransaction } from "@/lib/db/transaction";
import { hrefOf } from "@/lib/notifications/notification";
import { sentenceOf } from "@/lib/notifications/sentence-of";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listWaitingMails } from "@/lib/testing/waiting-mails";
import { assignArticle } from "@/lib/workflows/articles/assign-article";
import { assignClaims } from "@/lib/workflows/claims/assign-claims";
import { batchClaims } from "@/lib/workflows/claims/batch-claims";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { mailNotification } from "./mail-notification";
import { listNotifications, readNotifications } from "./notifications";
import { notify } from "./notify";
import { sendDigests } from "./send-digests";

withTestDatabase();
beforeEach(() => {
  setEnv({
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "desk@example.org",
    NEXTAUTH_SECRET: "s".repeat(40),
    OBELUS_DIGEST_AT: "07:00 UTC",
  });
});

/** An article with claims by a checker, and a lead. */
async function makeDesk(count: number, state: "draft" | "in_review" = "draft") {
  const checker = await makePerson({ role: "checker", name: "Ada" });
  const lead = await makePerson({ role: "editor", name: "Lena Lead" });
  const editor = await makePerson({ role: "editor", name: "Edna Editor" });
  const article = await makeArticle({ author: editor, title: "Trade figures" });
  must(
    await assignArticle(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      leadId: lead.id,
    }),
  );
  const claims: Claim[] = [];
  for (let made = 0; made < count; made++)
    claims.push(await makeClaim({ article, author: checker, state, approver: editor }));
  const batch = async (actor: Actor, step: "submit" | "approve" | "return", some = claims, note = "") =>
    must(
      await batchClaims(actor, {
        articleId: article.id,
        claims: await Promise.all(
          some.map(async ({ id }) => {
            const { revision, assignee } = await reloadClaim({ id });
            return { claimId: id, revision, seenAssigneeId: assignee?.id ?? null };
          }),
        ),
        action: { kind: "step", step, note },
      }),
    );
  return { checker, lead, editor, article, claims, batch };
}

const itemsOf = async (actor: Actor) =>
  (await listNotifications(actor, {})).items.filter(({ kind }) => kind !== "lead-assigned");
const sentencesOf = async (actor: Actor) => (await itemsOf(actor)).map((item) => sentenceOf(item));

describe("one notification for one event", () => {
  test("all of 20 claims submitted: one for the lead, none for others, which opens the list of these claims", async () => {
    const { checker, lead, editor, article, batch } = await makeDesk(20);
    await batch(checker, "submit");
    expect(await sentencesOf(lead)).toEqual(["Ada submitted 20 claims"]);
    expect(await sentencesOf(editor)).toEqual([]);
    expect(await sentencesOf(checker)).toEqual([]);
    const [item] = await itemsOf(lead);
    expect(item?.claims.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(item && hrefOf(item)).toBe(
      `/desk/articles/${article.id}?claims=${Array.from({ length: 20 }, (_, at) => at + 1).join(",")}`,
    );
  });

  test("approvals one by one: one for the author, and another once that was read", async () => {
    const { checker, editor, claims, batch } = await makeDesk(5, "in_review");
    for (const claim of claims.slice(0, 3)) await batch(editor, "approve", [claim]);
    expect(await sentencesOf(checker)).toEqual(["Edna Editor approved 3 of your claims"]);
    must(await readNotifications(checker, {}));
    await batch(editor, "approve", claims.slice(3));
    expect(await sentencesOf(checker)).toEqual([
      "Edna Editor approved 2 of your claims",
      "Edna Editor approved 3 of your claims",
    ]);
  });

  test("steps at the same moment share it, and what another person does has one of its own", async () => {
    const { checker, lead, editor, claims } = await makeDesk(6, "in_review");
    const approve = async (actor: Actor, claim: Claim) => {
      const { id: claimId, revision } = await reloadClaim(claim);
      must(await transitionClaim(actor, { claimId, revision, action: "approve" }));
    };
    await Promise.all(claims.slice(0, 4).map((claim) => approve(editor, claim)));
    for (const claim of claims.slice(4)) await approve(lead, claim);
    expect((await sentencesOf(checker)).toSorted()).toEqual([
      "Edna Editor approved 4 of your claims",
      "Lena Lead approved 2 of your claims",
    ]);
  });

  test("claims that are returned, each with its note; a claim returned twice is in it once, with the last note", async () => {
    const { checker, editor, claims, batch } = await makeDesk(2, "in_review");
    await batch(editor, "return", claims, "Name the source.");
    await batch(checker, "submit", claims.slice(0, 1));
    await batch(editor, "return", claims.slice(0, 1), "And its date.");
    const [item] = await itemsOf(checker);
    expect(item?.claims.map(({ number, note }) => [number, note])).toEqual([
      [1, "And its date."],
      [2, "Name the source."],
    ]);
  });

  test("claims assigned in two goes", async () => {
    const { checker, editor, article, claims } = await makeDesk(5);
    for (const some of [claims.slice(0, 1), claims.slice(1)])
      must(
        await assignClaims(editor, {
          articleId: article.id,
          claims: some.map(({ id }) => ({ claimId: id, seenAssigneeId: null })),
          assigneeId: checker.id,
        }),
      );
    expect(await sentencesOf(checker)).toEqual(["Edna Editor assigned 5 claims to you"]);
  });
});

describe("by mail", () => {
  test("one mail names all claims, with what should change; what follows gets another", async () => {
    const { checker, editor, claims, batch } = await makeDesk(4, "in_review");
    await batch(editor, "return", claims.slice(0, 3), "Name the source.");
    const [first] = await itemsOf(checker);
    await mailNotification({ notificationId: first?.id ?? "" });
    await batch(editor, "return", claims.slice(3), "Too vague.");
    const [second] = await itemsOf(checker);
    await mailNotification({ notificationId: second?.id ?? "" });
    const mails = await listWaitingMails(checker.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      "Edna Editor returned 3 of your claims: Trade figures",
      "Edna Editor returned your claim 4: Trade figures",
    ]);
    expect(mails[0]?.text).toContain("Claim 2: Trade came to $240 billion.");
    expect(mails[1]?.text).toContain("“Too vague.”");
  });

  test("the daily mail has one line for 20 approvals", async () => {
    const { checker, editor, batch } = await makeDesk(20, "in_review");
    await batch(editor, "approve");
    await sendDigests(new Date(Date.now() + 24 * 60 * 60 * 1000));
    const [mail] = await listWaitingMails(checker.email);
    expect(mail?.subject).toMatch(/^Your day at the desk: 1 notification/);
    expect(mail?.text).toContain("Edna Editor approved 20 of your claims.");
    expect(mail?.text).toContain("10 more claims");
  });
});

test("a notification of an earlier release names its one claim, or none", async () => {
  const { checker, editor, article, claims, batch } = await makeDesk(2, "in_review");
  const trigger = { kind: "assignment", of: "claims", actorId: editor.id, assigneeId: checker.id } as const;
  for (const claimId of [claims[0]?.id ?? null, null])
    await inTransaction(async (tx) => {
      const eventKey = `claims:${crypto.randomUUID()}`;
      return ok(await notify(tx, trigger, { eventKey, articleId: article.id, claimId, commentId: null }));
    });
  expect(await sentencesOf(checker)).toEqual([
    "Edna Editor assigned several claims to you",
    "Edna Editor assigned claim 1 to you",
  ]);
  await batch(editor, "approve");
  expect(await sentencesOf(checker)).toHaveLength(3);
});
