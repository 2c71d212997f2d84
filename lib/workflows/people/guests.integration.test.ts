import { describe, expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { findOpenAccess } from "@/lib/db/guest-accesses";
import { listApprovals } from "@/lib/db/reviews";
import { findUserByEmail } from "@/lib/db/users";
import type { Actor } from "@/lib/policies/actor";
import {
  makeArticle,
  makeClaim,
  makeGuest,
  makePerson,
  must,
  PASSWORD,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createComment } from "@/lib/workflows/comments/create-comment";
import { listThreads } from "@/lib/workflows/comments/list-threads";
import { listArticleHistory } from "@/lib/workflows/history/list-article-history";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { castVote } from "@/lib/workflows/review/cast-vote";
import { getBallot } from "@/lib/workflows/review/get-ballot";
import { raiseApprovals } from "@/lib/workflows/review/raise-approvals";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { admitExternal } from "./admit-external";
import { createToken, findTokenActor } from "./api-tokens";
import { extendGuest } from "./extend-guest";
import { acceptInvitation, findInvitation } from "./invitations";
import { inviteGuest } from "./invite-guest";
import { findEndedAccess, listGuests } from "./list-guests";
import { changePersonRole } from "./people";
import { revokeGuest } from "./revoke-guest";

withTestDatabase();

const DAY = 86_400_000;
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
const newEmail = () => `guest-${crypto.randomUUID()}@example.org`;

async function invite(
  editor: Actor,
  articleId: string,
  overrides: { email?: string; days?: 1 | 3 | 7 | 30 } = {},
) {
  const email = overrides.email ?? newEmail();
  const made = must(
    await inviteGuest(editor, { name: "Nia Expert", days: 7, articleId, ...overrides, email }),
  );
  return { email, ...made };
}

async function listed(editor: Actor, articleId: string) {
  return must(await listGuests(editor, { articleId })).guests;
}

/** A person who was invited and joined, as the desk finds them. */
async function joined(editor: Actor, articleId: string) {
  const { email, link } = await invite(editor, articleId);
  must(await acceptInvitation({ token: tokenOf(link), password: PASSWORD, address: "" }));
  const user = await findUserByEmail(email);
  if (!user) throw new Error("no one joined");
  const guest: Actor = { id: user.id, name: user.name, email, role: user.role, articleId };
  const [entry] = (await listed(editor, articleId)).filter((each) => each.email === email);
  return { guest, id: entry?.id ?? "", kind: "access" as const };
}

describe("the life of an invitation", () => {
  test("a guest joins by the link, under a name of their own, until the time that was chosen", async () => {
    const editor = await makePerson();
    const article = await makeArticle();
    const { email, link, until } = await invite(editor, article.id, { days: 3 });
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(3 * DAY - 60_000);
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(3 * DAY);
    expect(await listed(editor, article.id)).toMatchObject([{ kind: "invitation", state: "invited", email }]);
    const token = tokenOf(link);
    expect(await findInvitation(token)).toMatchObject({
      role: "guest",
      article: { id: article.id },
      expiresAt: until,
    });

    must(await acceptInvitation({ token, name: "Dr. Nia Expert", password: PASSWORD, address: "" }));
    const user = await findUserByEmail(email);
    expect(user).toMatchObject({ name: "Dr. Nia Expert", role: "guest" });
    expect(await findOpenAccess(user?.id ?? "", new Date())).toMatchObject({
      article: { id: article.id },
      expiresAt: until,
    });
    expect(await listed(editor, article.id)).toMatchObject([
      { kind: "access", state: "open", name: "Dr. Nia Expert" },
    ]);
    expect(await acceptInvitation({ token, password: PASSWORD, address: "" })).toMatchObject({ ok: false });
  });

  test("or by a provider that knows their address", async () => {
    const editor = await makePerson();
    const article = await makeArticle();
    const { email } = await invite(editor, article.id);
    const person = {
      method: "google",
      issuer: "https://id.example",
      subject: email,
      email,
      emailVerified: true,
    } as const;
    const admission = await admitExternal(person, new Date());
    expect(admission).toMatchObject({ kind: "admitted" });
    const user = await findUserByEmail(email);
    expect(await findOpenAccess(user?.id ?? "", new Date())).toMatchObject({ article: { id: article.id } });
  });

  test("it is withdrawn", async () => {
    const editor = await makePerson();
    const article = await makeArticle();
    const { link } = await invite(editor, article.id);
    const [entry] = await listed(editor, article.id);
    must(await revokeGuest(editor, { articleId: article.id, id: entry?.id ?? "", kind: "invitation" }));
    expect(await listed(editor, article.id)).toEqual([]);
    expect(await acceptInvitation({ token: tokenOf(link), password: PASSWORD, address: "" })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("withdrawn") },
    });
  });

  test("it is extended, and the access lasts as long", async () => {
    const editor = await makePerson();
    const article = await makeArticle();
    const { email, link, until } = await invite(editor, article.id, { days: 1 });
    const [entry] = await listed(editor, article.id);
    const longer = must(
      await extendGuest(editor, { articleId: article.id, id: entry?.id ?? "", kind: "invitation", days: 30 }),
    );
    expect(Date.parse(longer.until) - Date.parse(until)).toBe(30 * DAY);
    must(await acceptInvitation({ token: tokenOf(link), password: PASSWORD, address: "" }));
    const user = await findUserByEmail(email);
    expect(await findOpenAccess(user?.id ?? "", new Date())).toMatchObject({ expiresAt: longer.until });
  });

  test("what happened is in the history of the article", async () => {
    const editor = await makePerson();
    const article = await makeArticle();
    const { id, kind } = await joined(editor, article.id);
    must(await extendGuest(editor, { articleId: article.id, id, kind, days: 1 }));
    must(await revokeGuest(editor, { articleId: article.id, id, kind }));
    const { events } = must(await listArticleHistory(editor, { articleId: article.id, kind: "review" }));
    expect(events.map(({ did }) => did.replace(/, until .*/, ""))).toEqual([
      "ended the access of the guest reviewer Nia Expert",
      "extended the access of the guest reviewer Nia Expert",
      "joined as a guest reviewer",
      "invited Nia Expert to review the article as a guest",
    ]);
  });
});

describe("the end of an access", () => {
  test.each([
    [
      "its time is over",
      async (_: Actor, articleId: string) => {
        const guest = await makeGuest({ id: articleId }, await makePerson(), {
          until: new Date(Date.now() - 1000),
        });
        return guest;
      },
    ],
    [
      "it is ended",
      async (editor: Actor, articleId: string) => {
        const { guest, id, kind } = await joined(editor, articleId);
        must(await revokeGuest(editor, { articleId, id, kind }));
        return guest;
      },
    ],
  ])("%s: there is none, and the page can say since when", async (_, end) => {
    const editor = await makePerson();
    const article = await makeArticle();
    const guest = await end(editor, article.id);
    expect(await findOpenAccess(guest.id, new Date())).toBeNull();
    const ended = await findEndedAccess(guest.id);
    expect(ended).toMatchObject({ article: expect.stringMatching(/^Trade/) });
    expect(Date.now() - Date.parse(ended?.at ?? "")).toBeLessThan(60_000);
  });

  test("they are let in again: to the same article, or to another with the account that they have", async () => {
    const editor = await makePerson();
    const [first, second] = [await makeArticle(), await makeArticle()];
    const { guest, id, kind } = await joined(editor, first.id);
    must(await revokeGuest(editor, { articleId: first.id, id, kind }));
    must(await extendGuest(editor, { articleId: first.id, id, kind, days: 1 }));
    expect(await findOpenAccess(guest.id, new Date())).toMatchObject({ article: { id: first.id } });

    const refused = await inviteGuest(editor, {
      articleId: second.id,
      email: guest.email,
      name: "Nia",
      days: 7,
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("one article at a time") },
    });
    must(await revokeGuest(editor, { articleId: first.id, id, kind }));
    const made = must(
      await inviteGuest(editor, { articleId: second.id, email: guest.email, name: "Nia", days: 7 }),
    );
    expect(made).toMatchObject({
      kind: "renewed",
      link: expect.stringContaining(`/desk/articles/${second.id}`),
    });
    expect(await findOpenAccess(guest.id, new Date())).toMatchObject({ article: { id: second.id } });
    expect(await extendGuest(editor, { articleId: first.id, id, kind, days: 1 })).toMatchObject({
      ok: false,
    });
  });

  test("they see the end that came last, not an earlier one that was planned for later", async () => {
    const editor = await makePerson();
    const [first, second] = [await makeArticle(), await makeArticle({ title: "Ended last" })];
    const { guest, id, kind } = await joined(editor, first.id);
    must(await revokeGuest(editor, { articleId: first.id, id, kind }));
    const input = { articleId: second.id, email: guest.email, name: "Nia" };
    must(await inviteGuest(editor, { ...input, days: 1 }));
    const [entry] = await listed(editor, second.id);
    must(await revokeGuest(editor, { articleId: second.id, id: entry?.id ?? "", kind }));
    expect(await findEndedAccess(guest.id)).toMatchObject({ article: "Ended last" });
  });
});

describe("who cannot be invited", () => {
  test.each([
    [
      "a member of the newsroom",
      async () => (await makePerson({ role: "checker" })).email,
      /member of the newsroom/,
    ],
    [
      "a person who is already invited",
      async (editor: Actor, articleId: string) => (await invite(editor, articleId)).email,
      /already an open invitation/,
    ],
    [
      "a guest of this article",
      async (editor: Actor, articleId: string) => (await joined(editor, articleId)).guest.email,
      /Extend their access/,
    ],
  ])("%s", async (_, emailOf, message) => {
    const editor = await makePerson();
    const article = await makeArticle();
    const email = await emailOf(editor, article.id);
    const { total } = await listAuditEvents({}, 1);
    expect(await inviteGuest(editor, { articleId: article.id, email, name: "Nia", days: 7 })).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { email: [expect.stringMatching(message)] } },
    });
    expect((await listAuditEvents({}, 1)).total).toBe(total);
  });

  test("for another time than those that are offered", async () => {
    const article = await makeArticle();
    const days = 365 as never;
    const input = { articleId: article.id, email: newEmail(), name: "Nia", days };
    expect(await inviteGuest(article.author, input)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  });

  test("a checker cannot invite, and no one becomes a guest by a role change", async () => {
    const [checker, administrator] = [
      await makePerson({ role: "checker" }),
      await makePerson({ role: "administrator" }),
    ];
    const article = await makeArticle();
    const input = { articleId: article.id, email: newEmail(), name: "Nia", days: 7 } as const;
    expect(await inviteGuest(checker, input)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    const role = "guest" as never;
    expect(await changePersonRole(administrator, { userId: checker.id, role })).toMatchObject({
      ok: false,
      error: { kind: "invalid" },
    });
  });

  test("a guest of one article is not found by the address of another", async () => {
    const editor = await makePerson();
    const [own, other] = [await makeArticle(), await makeArticle()];
    const { guest, id, kind } = await joined(editor, own.id);
    expect(await revokeGuest(editor, { articleId: other.id, id, kind })).toMatchObject({ ok: false });
    expect(await findOpenAccess(guest.id, new Date())).not.toBeNull();
  });
});

test("a token of a person who is now a guest gives no access", async () => {
  const administrator = await makePerson({ role: "administrator" });
  const guest = await makeGuest(await makeArticle(), administrator);
  const { articleId: _, ...person } = guest;
  // As if the token had been made while they were of the desk.
  const { token } = must(await createToken({ ...person, role: "editor" }, { name: "T", scopes: ["write"] }));
  expect(await findTokenActor(token)).toBeNull();
});

describe("what a guest's vote counts", () => {
  const vote = async (actor: Actor, claim: { id: string }, ratingKey: string) => {
    const { id: claimId, contentRevision } = await reloadClaim(claim);
    return castVote(actor, { claimId, contentRevision, ratingKey, note: "" });
  };

  async function inReview(requiredApprovals: number) {
    const editor = await makePerson();
    const article = await makeArticle({ author: editor });
    if (requiredApprovals > 1)
      must(
        await raiseApprovals(editor, {
          articleId: article.id,
          revision: await revisionOf(article.id),
          requiredApprovals,
        }),
      );
    const claim = await makeClaim({ article, author: editor, state: "in_review" });
    return { editor, article, claim, guest: await makeGuest(article, editor), second: await makePerson() };
  }

  test("if one approval is enough, it is an opinion that all staff can see", async () => {
    const { editor, article, claim, guest, second } = await inReview(1);
    must(await vote(guest, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "in_review" });
    const ballot = must(await getBallot(editor, { claimId: claim.id }));
    expect(ballot.votes).toMatchObject([{ voter: { id: guest.id, guest: true }, rating: { key: "true" } }]);
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(second, { claimId: claim.id, revision, action: "approve" }));
    expect((await listApprovals([claim.id])).map(({ actor }) => actor.id)).toEqual([second.id]);
    must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  });

  test("where two are asked for, it is one of them", async () => {
    const { claim, guest, second } = await inReview(2);
    must(await vote(guest, claim, "true"));
    must(await vote(second, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "approved" });
    expect((await listApprovals([claim.id])).map(({ actor }) => actor.id).sort()).toEqual(
      [guest.id, second.id].sort(),
    );
  });

  test("but guests alone sign nothing off", async () => {
    const { editor, article, claim, guest, second } = await inReview(2);
    const another = await makeGuest(article, editor);
    must(await vote(guest, claim, "true"));
    must(await vote(another, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "in_review" });
    expect(must(await getBallot(guest, { claimId: claim.id }))).toMatchObject({ needsStaff: true });
    must(await vote(second, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "approved" });
  });

  test("nor does it become more when they join the newsroom", async () => {
    const { editor, article, claim, guest, second } = await inReview(2);
    must(await vote(guest, claim, "true"));
    const administrator = await makePerson({ role: "administrator" });
    must(await changePersonRole(administrator, { userId: guest.id, role: "checker" }));
    must(await vote(await makeGuest(article, editor), claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "in_review" });
    expect(must(await getBallot(guest, { claimId: claim.id }))).toMatchObject({
      needsStaff: true,
      mine: { voter: { guest: true } },
    });
    must(await vote(second, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "approved" });
  });

  test("an opinion is no signature either when who gave it joins the newsroom", async () => {
    const { claim, guest, second } = await inReview(1);
    must(await vote(guest, claim, "true"));
    const { revision } = await reloadClaim(claim);
    must(await transitionClaim(second, { claimId: claim.id, revision, action: "approve" }));
    const administrator = await makePerson({ role: "administrator" });
    must(await changePersonRole(administrator, { userId: guest.id, role: "editor" }));
    expect((await listApprovals([claim.id])).map(({ actor }) => actor.id)).toEqual([second.id]);
  });

  test("an opinion that all have seen is none of several votes that are asked for later", async () => {
    const { editor, article, claim, guest, second } = await inReview(1);
    must(await vote(guest, claim, "true"));
    const revision = await revisionOf(article.id);
    must(await raiseApprovals(editor, { articleId: article.id, revision, requiredApprovals: 2 }));
    expect(await reloadClaim(claim)).toMatchObject({ state: "in_review", voting: { required: 2, voted: 0 } });
    must(await vote(second, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "in_review" });
    must(await vote(guest, claim, "true"));
    expect(await reloadClaim(claim)).toMatchObject({ state: "approved" });
  });

  test("votes stay hidden from a guest until they have voted", async () => {
    const { claim, guest, second } = await inReview(3);
    must(await vote(second, claim, "false"));
    expect(must(await getBallot(guest, { claimId: claim.id }))).toMatchObject({ voted: 1, votes: null });
    must(await vote(guest, claim, "true"));
    expect(must(await getBallot(guest, { claimId: claim.id })).votes).toHaveLength(2);
  });
});

describe("comments", () => {
  const say = (actor: Actor, claimId: string, body: string) =>
    createComment(actor, { target: { on: "claim", claimId }, body, idempotencyKey: crypto.randomUUID() });

  test("a guest may mention who has to do with the article; the desk may mention its guests too", async () => {
    const editor = await makePerson();
    const stranger = await makePerson();
    const article = await makeArticle({ author: editor });
    const guest = await makeGuest(article, editor);
    const others = await makeGuest(await makeArticle(), editor);
    const ids = async (actor: Actor) =>
      must(await listThreads(actor, { articleId: article.id })).people.map(({ id }) => id);
    expect((await ids(guest)).sort()).toEqual([editor.id, guest.id].sort());
    const mentionable = await ids(stranger);
    expect(mentionable).toEqual(expect.arrayContaining([editor.id, stranger.id, guest.id]));
    expect(mentionable).not.toContain(others.id);
  });

  test("the desk distinguishes people with the same name by their addresses, which a guest does not see", async () => {
    const [editor, other] = [
      await makePerson({ name: "Zoë Groot" }),
      await makePerson({ name: "Zoë Groot" }),
    ];
    const article = await makeArticle({ author: editor });
    const guest = await makeGuest(article, editor, { name: "Zoë Groot" });
    const addresses = async (actor: Actor) =>
      must(await listThreads(actor, { articleId: article.id })).people.flatMap(
        ({ address }) => address ?? [],
      );
    expect((await addresses(other)).sort()).toEqual([editor.email, other.email, guest.email].sort());
    expect(await addresses(guest)).toEqual([]);
  });

  test("a guest is notified of a mention in their article, and never of one in another", async () => {
    const editor = await makePerson();
    const claim = await makeClaim({ author: editor });
    const guest = await makeGuest({ id: claim.articleId }, editor);
    const stranger = await makeGuest(await makeArticle(), editor);
    must(await say(editor, claim.id, `Look, @[${guest.id}] and @[${stranger.id}].`));
    expect(await listNotifications(guest, {})).toMatchObject({ total: 1, items: [{ kind: "mention" }] });
    expect(await listNotifications({ ...stranger, articleId: claim.articleId }, {})).toMatchObject({
      total: 0,
    });
  });

  test("a guest's words come with the word that they are one", async () => {
    const claim = await makeClaim();
    const guest = await makeGuest({ id: claim.articleId }, await makePerson());
    const { thread } = must(await say(guest, claim.id, "I measured it."));
    expect(thread.comments).toMatchObject([{ author: { id: guest.id, guest: true } }]);
  });
});
