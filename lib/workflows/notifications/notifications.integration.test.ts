import { beforeEach, describe, expect, test } from "vitest";
import { contentOfClaim } from "@/lib/claims/claim-content";
import type { Actor } from "@/lib/policies/actor";
import { makeArticle, makeClaim, makeGuest, makePerson, must } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listWaitingMails } from "@/lib/testing/waiting-mails";
import { splitClaim } from "@/lib/workflows/claims/split-claim";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { deleteComment } from "@/lib/workflows/comments/delete-comment";
import { editComment } from "@/lib/workflows/comments/edit-comment";
import { setPersonDisabled } from "@/lib/workflows/people/people";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { mailNotification } from "./mail-notification";
import {
  countUnreadNotifications,
  listNotifications,
  openNotification,
  readNotifications,
  setPreference,
} from "./notifications";
import { sendDigests } from "./send-digests";
import { findUnsubscribe, unsubscribe, unsubscribeToken } from "./unsubscribe";

const MAIL_SERVER = { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "desk@example.org" };
const NO_MAIL_SERVER = { SMTP_URL: undefined, MAIL_FROM: undefined };

withTestDatabase();
beforeEach(() => {
  setEnv({ ...MAIL_SERVER, NEXTAUTH_SECRET: "s".repeat(40), OBELUS_DIGEST_AT: "07:00 UTC" });
});

const say = async (actor: Actor, target: Parameters<typeof createComment>[1]["target"], body: string) =>
  must(await createComment(actor, { target, body, idempotencyKey: crypto.randomUUID() }));

const kindsOf = async (actor: Actor) => (await listNotifications(actor, {})).items.map(({ kind }) => kind);

/** An article, a claim on it by its author, and two others. */
async function makeDesk(state: "draft" | "in_review" | "approved" = "draft") {
  const author = await makePerson({ role: "editor", name: "Ann Author" });
  const editor = await makePerson({ role: "editor", name: "Edna Editor" });
  const checker = await makePerson({ role: "checker", name: "Chris Checker" });
  const article = await makeArticle({ author, title: "Trade figures" });
  const claim = await makeClaim({ article, author, state, approver: editor });
  return { author, editor, checker, article, claim };
}

const tomorrow = (hours = 24) => new Date(Date.now() + hours * 60 * 60 * 1000);

describe("on the desk", () => {
  test("a comment notifies everyone concerned once, and no one of their own comment", async () => {
    const { author, editor, checker, claim } = await makeDesk();
    const first = await say(editor, { on: "claim", claimId: claim.id }, `Source? @[${checker.id}]`);
    await say(checker, { on: "thread", threadId: first.thread.id }, `@[${author.id}] knows.`);
    expect(await kindsOf(author)).toEqual(["mention", "claim-comment"]);
    expect(await kindsOf(editor)).toEqual(["reply"]);
    expect(await kindsOf(checker)).toEqual(["mention"]);
    expect((await listNotifications(author, {})).items[1]).toMatchObject({
      actor: { name: "Edna Editor" },
      article: { title: "Trade figures" },
      claim: { number: 1 },
      comment: { id: first.commentId, excerpt: "Source? @Chris Checker" },
      readAt: null,
    });
  });

  test("an edit notifies newly mentioned people, and no one twice", async () => {
    const { author, editor, checker, article } = await makeDesk();
    const { commentId } = await say(author, { on: "article", articleId: article.id }, `@[${editor.id}]?`);
    for (const revision of [1, 2])
      must(
        await editComment(author, {
          commentId,
          revision,
          body: `@[${editor.id}] @[${checker.id}] ${revision}`,
        }),
      );
    expect(await kindsOf(editor)).toEqual(["mention"]);
    expect(await kindsOf(checker)).toEqual(["mention"]);
  });

  test("a rolled-back change notifies no one", async () => {
    const { editor, checker, article } = await makeDesk();
    const refused = await createComment(editor, {
      target: { on: "passage", articleId: article.id, versionId: article.version.id, start: 5, end: 5 },
      body: `@[${checker.id}]`,
      idempotencyKey: crypto.randomUUID(),
    });
    expect(refused.ok).toBe(false);
    expect(await kindsOf(checker)).toEqual([]);
  });

  test("whose claim it is hears of every step of others", async () => {
    const { author, editor, article, claim } = await makeDesk("in_review");
    const step = async (actor: Actor, of: typeof claim, action: "return" | "approve" | "submit" | "reopen") =>
      must(await transitionClaim(actor, { claimId: of.id, revision: of.revision, action, note: "Look." }));
    let now = await step(editor, claim, "return");
    now = await step(author, now, "submit");
    now = await step(editor, now, "approve");
    now = await step(editor, now, "reopen");
    now = await step(author, now, "submit");
    now = must(
      await updateClaim(editor, {
        ...contentOfClaim(now),
        statement: "Other words.",
        claimId: now.id,
        revision: now.revision,
      }),
    );
    must(
      await splitClaim(editor, {
        claimId: now.id,
        revision: now.revision,
        versionId: article.version.id,
        at: now.anchor.start + 5,
        idempotencyKey: crypto.randomUUID(),
      }),
    );
    expect(await kindsOf(author)).toEqual([
      "claim-split",
      // By the same person within minutes: the last is the one that counts.
      "claim-reopened",
      "claim-approved",
      "claim-returned",
    ]);
    expect(await kindsOf(editor)).toEqual([]);
  });

  test("one reads and settles one's own only", async () => {
    const { author, editor, checker, article } = await makeDesk();
    for (const word of ["One", "Two"])
      await say(author, { on: "article", articleId: article.id }, `@[${editor.id}] ${word}`);
    const [second, first] = (await listNotifications(editor, {})).items;
    if (!first || !second) throw new Error("not notified");
    expect(await openNotification(checker, first.id)).toMatchObject({ error: { kind: "not-found" } });
    must(await readNotifications(checker, { ids: [first.id] }));
    expect(await countUnreadNotifications(editor)).toBe(2);
    expect(must(await openNotification(editor, first.id))).toBe(
      `/desk/articles/${article.id}?comment=${first.comment?.id}`,
    );
    expect(await countUnreadNotifications(editor)).toBe(1);
    must(await readNotifications(editor, {}));
    expect(await countUnreadNotifications(editor)).toBe(0);
  });

  test("nobody is notified of what they turned off", async () => {
    const { author, editor, article } = await makeDesk();
    must(await setPreference(editor, { mail: true, countsReview: true, deliveries: { mention: "off" } }));
    await say(author, { on: "article", articleId: article.id }, `@[${editor.id}]`);
    expect(await kindsOf(editor)).toEqual([]);
  });

  test("disabled and unknown people are not notified", async () => {
    const { author, editor, article } = await makeDesk();
    must(
      await setPersonDisabled(await makePerson({ role: "administrator" }), {
        userId: editor.id,
        disabled: true,
      }),
    );
    await say(author, { on: "article", articleId: article.id }, `@[${editor.id}] @[${crypto.randomUUID()}]`);
    expect(await kindsOf(editor)).toEqual([]);
  });
});

describe("by mail at once", () => {
  test("a mention is mailed once, with a link and a way to turn it off", async () => {
    const { author, editor, article } = await makeDesk();
    await say(author, { on: "article", articleId: article.id }, `@[${editor.id}] look`);
    const [notification] = (await listNotifications(editor, {})).items;
    const job = { notificationId: notification?.id ?? "" };
    await Promise.all([mailNotification(job), mailNotification(job)]);
    await mailNotification(job);
    const mails = await listWaitingMails(editor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ subject: "Ann Author mentioned you in a comment: Trade figures" });
    expect(mails[0]?.text).toContain(`/desk/notifications/${notification?.id}`);
    expect(mails[0]?.unsubscribe).toContain(`/api/unsubscribe/${unsubscribeToken(editor.id)}`);
  });

  test.each([
    ["was read", async (editor: Actor) => must(await readNotifications(editor, {}))],
    ["is not wanted any more", async (editor: Actor) => must(await unsubscribe(unsubscribeToken(editor.id)))],
    [
      "was deleted",
      async (_: Actor, author: Actor, commentId: string) =>
        must(await deleteComment(author, { commentId, revision: 1 })),
    ],
  ])("what %s meanwhile is not mailed", async (_, change) => {
    const { author, editor, article } = await makeDesk();
    const { commentId } = await say(author, { on: "article", articleId: article.id }, `@[${editor.id}] look`);
    const [notification] = (await listNotifications(editor, {})).items;
    await change(editor, author, commentId);
    await mailNotification({ notificationId: notification?.id ?? "" });
    expect(await listWaitingMails(editor.email)).toEqual([]);
  });
});

describe("by the daily mail", () => {
  /** A person with an unread reply. */
  async function makeReply() {
    const desk = await makeDesk();
    const { thread } = await say(desk.editor, { on: "article", articleId: desk.article.id }, "Well.");
    await say(desk.checker, { on: "thread", threadId: thread.id }, "Indeed.");
    return desk;
  }

  test("it comes once a day, however many send it, and tells each thing once", async () => {
    const { editor } = await makeReply();
    await Promise.all([sendDigests(tomorrow()), sendDigests(tomorrow()), sendDigests(tomorrow())]);
    await sendDigests(tomorrow(24.1));
    await sendDigests(tomorrow(48));
    const mails = await listWaitingMails(editor.email);
    expect(mails.map(({ subject }) => subject)).toEqual(["Your day at the desk: 1 notification"]);
    expect(mails[0]?.text).toContain("Chris Checker replied in a thread you wrote in. “Indeed.”");
  });

  test("what came after its time waits for the next day", async () => {
    const { editor } = await makeReply();
    const before = new Date(Date.now() - 24 * 60 * 60 * 1000);
    await sendDigests(before);
    expect(await listWaitingMails(editor.email)).toEqual([]);
    await sendDigests(tomorrow());
    expect(await listWaitingMails(editor.email)).toHaveLength(1);
  });

  test.each([
    ["has read it", async (editor: Actor) => void must(await readNotifications(editor, {}))],
    ["turned mail off", async (editor: Actor) => void must(await unsubscribe(unsubscribeToken(editor.id)))],
    [
      "wants it in the desk only",
      async (editor: Actor) =>
        void must(
          await setPreference(editor, { mail: true, countsReview: true, deliveries: { reply: "desk" } }),
        ),
    ],
  ])("it is not sent to a person who %s", async (_, change) => {
    const { editor } = await makeReply();
    await change(editor);
    await sendDigests(tomorrow());
    expect(await listWaitingMails(editor.email)).toEqual([]);
  });

  test("it does not come to a guest whose access ended after its time and before it was sent", async () => {
    const { author, editor, article } = await makeDesk();
    const noon = new Date(`${tomorrow(48).toISOString().slice(0, 10)}T12:00:00Z`);
    const guestUntil = async (hour: number) => {
      const guest = await makeGuest(article, author, { until: new Date(noon.getTime() + hour * 3_600_000) });
      const { thread } = await say(guest, { on: "article", articleId: article.id }, "Well.");
      await say(editor, { on: "thread", threadId: thread.id }, "Indeed.");
      return guest;
    };
    const [gone, there] = [await guestUntil(-1), await guestUntil(1)];
    await sendDigests(noon);
    expect(await listWaitingMails(there.email)).toHaveLength(1);
    expect(await listWaitingMails(gone.email)).toEqual([]);
  });

  test("it counts the claims that one may sign off, for those who may", async () => {
    const { author, editor, checker } = await makeDesk("in_review");
    await sendDigests(tomorrow());
    const subjectsOf = async (actor: Actor) =>
      (await listWaitingMails(actor.email)).map(({ subject }) => subject);
    expect((await subjectsOf(editor))[0]).toMatch(/^Your day at the desk: \d+ claims? to review$/);
    expect(await subjectsOf(checker)).toEqual([]);
    expect(await subjectsOf(author)).toEqual([]);
  });

  test("without a mail server none is made", async () => {
    const { editor } = await makeReply();
    setEnv(NO_MAIL_SERVER);
    expect(await sendDigests(tomorrow())).toBe(0);
    setEnv(MAIL_SERVER);
    await sendDigests(tomorrow());
    expect(await listWaitingMails(editor.email)).toHaveLength(1);
  });
});

describe("the link that turns mail off", () => {
  test("does so for its person", async () => {
    const person = await makePerson();
    const token = unsubscribeToken(person.id);
    expect(must(await findUnsubscribe(token))).toEqual({ email: person.email, mail: true });
    must(await unsubscribe(token));
    must(await unsubscribe(token));
    expect(must(await findUnsubscribe(token))).toEqual({ email: person.email, mail: false });
    expect((await listNotifications(person, {})).preference.mail).toBe(false);
  });

  test.each([
    ["of another person", (id: string) => unsubscribeToken(crypto.randomUUID()).replace(/^[^.]*/, id)],
    ["without a signature", (id: string) => id],
    ["of nothing", () => ""],
  ])("%s is refused", async (_, forge) => {
    const person = await makePerson();
    expect(await unsubscribe(forge(person.id))).toMatchObject({ error: { kind: "invalid" } });
    expect((await listNotifications(person, {})).preference.mail).toBe(true);
  });
});
