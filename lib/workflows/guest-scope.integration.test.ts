import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { insertNotifications } from "@/lib/db/notifications";
import { inTransaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/policies/actor";
import { ok } from "@/lib/result";
import { everyCall, type Surroundings } from "@/lib/testing/every-call";
import {
  makeArticle,
  makeClaim,
  makeGuest,
  makePerson,
  must,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { getDeskArticle } from "@/lib/workflows/articles/get-desk-article";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { loadChanges } from "@/lib/workflows/live/load-changes";
import { type ChangeMessage, canSubscribe, watchChanges } from "@/lib/workflows/live/watch-changes";
import { countUnreadNotifications, listNotifications } from "@/lib/workflows/notifications/notifications";
import { inviteGuest } from "@/lib/workflows/people/invite-guest";
import { listGuests } from "@/lib/workflows/people/list-guests";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { addAttachment } from "@/lib/workflows/sources/attachments";

withTestDatabase();

/** What a confidential source must not show outside the newsroom. */
const SECRET = {
  title: "secret-title",
  url: "https://secret.example.org/",
  publisher: "secret-publisher",
  confidential: true,
  publicDescription: "Somebody who was in the room",
};

/** An article in review with everything an article can have. @param guest is notified of something about it */
async function surroundings(guest?: Actor): Promise<Surroundings> {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const make = (exact: string) =>
    makeClaim({
      article,
      author: editor,
      anchor: { exact },
      state: "in_review",
      evidence: [
        {
          stance: "supports",
          source: { title: "Customs", url: `https://example.org/${crypto.randomUUID()}` },
        },
        { stance: "context", excerpt: "secret-excerpt", source: SECRET },
      ],
    });
  const claim = await make("$240 billion");
  const otherClaim = await make("Trade rose fast");
  const sourceId = claim.evidence[0]?.source.id ?? "";
  const bytes = new TextEncoder().encode("a,b\n1,2\n");
  const { id: attachmentId } = must(await addAttachment(editor, { sourceId, name: "t.csv", bytes }));
  const { thread, commentId } = must(
    await createComment(editor, {
      target: { on: "claim", claimId: claim.id },
      body: "Look at this.",
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  const email = `${crypto.randomUUID()}@example.org`;
  must(await inviteGuest(editor, { articleId: article.id, email, name: "Invited", days: 7 }));
  const { guests } = must(await listGuests(editor, { articleId: article.id }));
  const { events } = await listAuditEvents({ target: { type: "claim", id: claim.id } }, 50);
  const [notification] = guest
    ? await notifyBluntly(guest, { articleId: article.id, claimId: claim.id, actorId: editor.id })
    : [];
  return {
    articleId: article.id,
    versionId: article.version.id,
    scaleId: must(await listScalesOfDesk(editor))[0]?.id ?? "",
    revision: await revisionOf(article.id),
    claim: await reloadClaim(claim),
    otherClaim: await reloadClaim(otherClaim),
    sourceId,
    attachmentId,
    threadId: thread.id,
    commentId,
    eventId: events.at(-1)?.id ?? "",
    personId: editor.id,
    invitationId: guests.find(({ kind }) => kind === "invitation")?.id ?? "",
    notificationId: notification?.id ?? crypto.randomUUID(),
  };
}

/** A notification from when the person was a guest of another article. */
async function notifyBluntly(person: Actor, about: { articleId: string; claimId: string; actorId: string }) {
  return must(
    await inTransaction(async (tx) =>
      ok(
        await insertNotifications(tx, [
          { personId: person.id, kind: "mention", eventKey: crypto.randomUUID(), commentId: null, ...about },
        ]),
      ),
    ),
  );
}

/** Whether a call was refused, or gave nothing. */
function isRefused(outcome: unknown): boolean {
  if (outcome === 0) return true;
  const { ok: succeeded, error } = outcome as { ok: boolean; error?: { kind: string } };
  return succeeded === false && ["forbidden", "not-found"].includes(error?.kind ?? "");
}

const calls = Object.entries(everyCall).flatMap(([name, call]) =>
  typeof call === "string" ? [] : [[name, call] as const],
);

/** What a guest may do, in their own article only. */
const IN_THEIRS = [
  "castVote",
  "createComment",
  "exportArticleReport",
  "getBallot",
  "getComment",
  "getDeskArticle",
  "getReportChoices",
  "getReturnNote",
  "getScaleOfArticle",
  "getThread",
  "listPresence",
  "listThreads",
  "loadChanges",
  "checkEvidenceCopies",
  "canSubscribe",
  "recordPresence",
  "openNotification",
  "pageThreads",
  "transitionClaim",
];

describe("of another article a guest gets nothing, and changes nothing", () => {
  let guest: Actor;
  let at: Surroundings;
  beforeAll(async () => {
    const own = await makeArticle();
    guest = await makeGuest(own, own.author);
    at = await surroundings(guest);
  });
  test.each(calls)("%s", async (_, call) => {
    const { total } = await listAuditEvents({}, 1);
    const outcome = await call(guest, at);
    expect(isRefused(outcome), JSON.stringify(outcome)).toBe(true);
    expect((await listAuditEvents({}, 1)).total).toBe(total);
  });
});

describe("of their own article", () => {
  let guest: Actor;
  let at: Surroundings;
  beforeAll(async () => {
    const before = await surroundings();
    const editor = await makePerson();
    guest = await makeGuest({ id: before.articleId }, editor);
    const about = { articleId: before.articleId, claimId: before.claim.id, actorId: editor.id };
    const [notification] = await notifyBluntly(guest, about);
    at = { ...before, notificationId: notification?.id ?? "" };
  });
  test.each(calls.filter(([name]) => !IN_THEIRS.includes(name)))("not this: %s", async (_, call) => {
    const outcome = await call(guest, at);
    expect(isRefused(outcome), JSON.stringify(outcome)).toBe(true);
  });
  // A claim is voted on before it is returned, and nothing here minds what was done before.
  test.each(IN_THEIRS)("a guest gets, without what is secret: %s", async (name) => {
    const call = everyCall[name];
    const outcome = typeof call === "function" ? await call(guest, at) : null;
    expect(outcome).toMatchObject({ ok: true });
    expect(JSON.stringify(outcome)).not.toMatch(/secret-|secret\.example/);
  });
});

test("a guest whose access is over has no article, and gets nothing of any", async () => {
  const at = await surroundings();
  const { articleId: _, ...gone } = await makeGuest({ id: at.articleId }, await makePerson());
  for (const [name, call] of calls) expect(isRefused(await call(gone, at)), name).toBe(true);
});

test("what a stale vote or step is answered with keeps the secret too", async () => {
  const at = await surroundings();
  const guest = await makeGuest({ id: at.articleId }, await makePerson());
  const stale = await transitionClaim(guest, {
    claimId: at.claim.id,
    revision: at.claim.revision - 1,
    action: "return",
    note: "Look again.",
  });
  expect(stale).toMatchObject({ ok: false, error: { kind: "stale" } });
  expect(JSON.stringify(stale)).not.toMatch(/secret-/);
});

test("what they wrote and did as a guest of an earlier article is gone with it, also for who repeats it", async () => {
  const at = await surroundings();
  const editor = await makePerson();
  const before = await makeGuest({ id: at.articleId }, editor);
  const said = { body: "What I think.", idempotencyKey: crypto.randomUUID() };
  must(await createComment(before, { target: { on: "thread", threadId: at.threadId }, ...said }));
  const step = {
    claimId: at.claim.id,
    revision: at.claim.revision,
    action: "return",
    note: "Look again.",
    operationId: crypto.randomUUID(),
  } as const;
  must(await transitionClaim(before, step));

  const now = await makeArticle();
  const guest = { ...before, articleId: now.id };
  expect(isRefused(await transitionClaim(guest, step))).toBe(true);
  const target = { on: "article", articleId: now.id } as const;
  for (const body of [said.body, "Other words."])
    expect(isRefused(await createComment(guest, { target, ...said, body }))).toBe(true);
  const { threads } = must(await listThreads(editor, { articleId: at.articleId }));
  expect(JSON.stringify(threads)).not.toMatch(/Other words/);
});

test("notifications of an earlier article are gone with it", async () => {
  const own = await makeArticle();
  const guest = await makeGuest(own, own.author);
  await surroundings(guest);
  expect(await countUnreadNotifications(guest)).toBe(0);
  expect(await listNotifications(guest, {})).toMatchObject({ items: [], total: 0, unread: 0 });
  await notifyBluntly(guest, {
    articleId: own.id,
    claimId: (await makeClaim({ article: own, author: own.author })).id,
    actorId: own.author.id,
  });
  expect(await countUnreadNotifications(guest)).toBe(1);
});

test("a guest sees only people involved with the article", async () => {
  const at = await surroundings();
  const stranger = await makePerson({ name: "Somebody Else" });
  const guest = await makeGuest({ id: at.articleId }, await makePerson());
  const changes = must(
    await loadChanges(guest, { articleId: at.articleId, claimIds: [], actorIds: [stranger.id, at.personId] }),
  );
  expect(Object.keys(changes.people)).toEqual([at.personId]);
});

test("a guest hears of their article, and may not ask to hear of all", async () => {
  const own = await makeArticle();
  const guest = await makeGuest(own, own.author);
  expect(isRefused(await canSubscribe(guest, null))).toBe(true);
  const messages: ChangeMessage[] = [];
  const stop = await watchChanges(guest, { articleId: own.id, since: null }, (each) => messages.push(each));
  await makeClaim();
  const claim = await makeClaim({ article: own, author: own.author });
  const changedIds = () => messages.flatMap((each) => (each.kind === "change" ? [each.event.targetId] : []));
  await vi.waitFor(() => expect(changedIds()).toContain(claim.id), { timeout: 20_000 });
  expect(new Set(messages.flatMap((each) => (each.kind === "change" ? [each.event.articleId] : [])))).toEqual(
    new Set([own.id]),
  );
  stop();
});

test("the claims of a guest's article come with sources described, to the staff they come named", async () => {
  const at = await surroundings();
  const editor = await makePerson();
  const guest = await makeGuest({ id: at.articleId }, editor);
  const read = async (actor: Actor) =>
    JSON.stringify(must(await getDeskArticle(actor, { articleId: at.articleId })).claims);
  expect(await read(editor)).toMatch(/secret-title/);
  expect(await read(guest)).toMatch(/Somebody who was in the room/);
});

describe("guests are considered everywhere", () => {
  const folder = import.meta.dirname;
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.includes(".test."),
  );
  test("at every workflow that takes an actor", () => {
    const known = sources.flatMap((name) =>
      [
        ...readFileSync(`${folder}/${name}`, "utf8").matchAll(
          /export async function\*? (\w+)(?:<[^(]*>)?\(\s*(?:tx: Tx,\s*)?actor: Actor/g,
        ),
      ].map(([, found]) => found),
    );
    expect([...known].sort()).toEqual(Object.keys(everyCall).sort());
  });

  const app = `${folder}/../../app/(desk)/desk`;
  const filesOf = (ending: string) =>
    readdirSync(app, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(`${app}/${name}`, "utf8")] as const);

  test("at every page that is open to them", () => {
    const open = filesOf("page.tsx").filter(([, text]) => /requireActor\([^;]*\bROLES\b/.test(text));
    expect(open.map(([name]) => name).sort()).toEqual([
      "(signed-in)/account/page.tsx",
      "(signed-in)/account/shortcuts/page.tsx",
      "(signed-in)/articles/[id]/page.tsx",
      "(signed-in)/articles/[id]/report/page.tsx",
      "(signed-in)/guide/page.tsx",
      "(signed-in)/notifications/page.tsx",
      "(signed-in)/page.tsx",
    ]);
  });

  test("at every page of the signed-in desk: each requires an actor", () => {
    const unasked = filesOf("page.tsx").filter(
      ([name, text]) => name.startsWith("(signed-in)/") && !/await requireActor\(/.test(text),
    );
    expect(unasked).toEqual([]);
  });

  /** Every route passes the actor to a workflow. */
  test("at every route: each passes the actor to a workflow", () => {
    const unasked = filesOf("route.ts").filter(
      ([, text]) => !/(asActor|actorForAction|requireActor|fileResponse)\(/.test(text),
    );
    expect(unasked).toEqual([]);
  });
});
