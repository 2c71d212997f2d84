import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAuthorLink } from "@/app/(desk)/desk/(signed-in)/articles/[id]/author/actions";
import { inviteGuest } from "@/app/(desk)/desk/(signed-in)/articles/[id]/guests/actions";
import { importArticleAction } from "@/app/(desk)/desk/(signed-in)/articles/new/actions";
import { inviteAction } from "@/app/(desk)/desk/(signed-in)/people/actions";
import { createScaleAction } from "@/app/(desk)/desk/(signed-in)/settings/scales/actions";
import { addSource } from "@/app/(desk)/desk/(signed-in)/sources/new/actions";
import { createTokenAction } from "@/app/(desk)/desk/token-actions";
import { keyOfSubmission } from "@/lib/auth/as-actor-once";
import { findSubmission } from "@/lib/auth/find-submission";
import { findAnswer } from "@/lib/db/idempotency-keys";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { ok, type Result } from "@/lib/result";
import { makeArticle, makeManuscript, makePerson } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { withTestDatabase } from "@/lib/testing/test-database";

withTestDatabase();

const signedIn = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/auth/find-actor", () => ({ actorForAction: async () => ok(signedIn.actor) }));

let person: Actor;
beforeEach(async () => {
  person = await makePerson({ role: "administrator" });
  signedIn.actor = person;
});
afterEach(() => {
  signedIn.actor = null;
});

type Send = (key: string) => Promise<Result<object, Failure>>;

/** Each form that creates something: what it creates, as the audit log names it, and what is shown only once. */
const forms: [name: string, action: string, secret: string | null, prepare: () => Promise<Send>][] = [
  [
    "a new article",
    "article.import",
    null,
    async () => (key) =>
      importArticleAction({ title: "Trade", content: { format: "text", value: "It rose." } }, key),
  ],
  [
    "a new source",
    "source.create",
    null,
    async () => {
      const input = { address: "", title: `Customs ${crypto.randomUUID()}`, allowSameTitle: true };
      return (key) => addSource(input, key);
    },
  ],
  ["a token", "api-token.create", "token", async () => (key) => createTokenAction({ name: "Feed" }, key)],
  [
    "an invitation",
    "invitation.create",
    "link",
    async () => {
      const input = { email: `${crypto.randomUUID()}@example.org`, name: "Nia", role: "checker" as const };
      return (key) => inviteAction(input, key);
    },
  ],
  [
    "a guest",
    "guest.invite",
    "link",
    async () => {
      const { id: articleId } = await makeArticle({ author: person });
      const input = { articleId, email: `${crypto.randomUUID()}@example.org`, name: "Nia", days: 7 as const };
      return (key) => inviteGuest(input, key);
    },
  ],
  [
    "a link for the author",
    "author-link.create",
    "link",
    async () => {
      const { id: articleId } = await makeManuscript({ author: person });
      return (key) => createAuthorLink({ articleId, name: "Ann", days: 7 }, key);
    },
  ],
  [
    "a scale",
    "scale.create",
    null,
    async () => {
      const input = {
        template: scaleTemplates[0]?.key ?? "",
        name: `Scale ${crypto.randomUUID().slice(0, 8)}`,
      };
      return (key) => createScaleAction(input, key);
    },
  ],
];

const count = async (action: string): Promise<number> => {
  const rows = await runSql(
    `SELECT 1 FROM "AuditEvent" WHERE "actorId" = $1::uuid AND "action" = $2`,
    person.id,
    action,
  );
  return rows.length;
};

describe.each(forms)("%s", (_, action, secret, prepare) => {
  test("sent again after a lost answer, or twice at once, is created once", async () => {
    const send = await prepare();
    const before = await count(action);
    const key = crypto.randomUUID();
    const [first, second] = await Promise.all([send(key), send(key)]);
    const third = await send(key);
    expect([first, second, third].map((each) => each.ok)).toEqual([true, true, true]);
    expect(await count(action)).toBe(before + 1);
    const values = [first, second, third].map((each) =>
      each.ok ? (each.value as Record<string, unknown>) : {},
    );
    if (secret === null) expect(values).toEqual([values[0], values[0], values[0]]);
    // A secret is shown once, and stored nowhere.
    else {
      const shown = values.map((value) => value[secret]).filter((value) => value !== null);
      expect(shown).toHaveLength(1);
      const stored = await findAnswer(person.id, keyOfSubmission(key));
      expect(stored?.body).not.toContain(String(shown[0]));
    }
  });

  test("what became of it can be asked, by the person who sent it", async () => {
    const send = await prepare();
    const key = crypto.randomUUID();
    expect(await findSubmission(person, { key })).toEqual(ok({ state: "none" }));
    await send(key);
    expect(await findSubmission(person, { key })).toMatchObject(
      ok({ state: "done", value: expect.anything() }),
    );
    expect(await findSubmission(await makePerson(), { key })).toEqual(ok({ state: "none" }));
  });
});

test("a refusal frees the key: the corrected form is created", async () => {
  const key = crypto.randomUUID();
  expect(await createTokenAction({ name: "" }, key)).toMatchObject({ ok: false, error: { kind: "invalid" } });
  expect(await findSubmission(person, { key })).toEqual(ok({ state: "none" }));
  expect(await createTokenAction({ name: "Feed" }, key)).toMatchObject({ ok: true });
});

test.each([undefined, null, 7, "", "a b", "x".repeat(300)])(
  "without a key that is one (%s), each call counts",
  async (key) => {
    const send = () => createTokenAction({ name: "Feed" }, key as string);
    expect([(await send()).ok, (await send()).ok]).toEqual([true, true]);
    expect(await count("api-token.create")).toBe(2);
  },
);
