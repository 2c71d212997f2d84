import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createAuthorLink } from "@/app/(desk)/desk/(signed-in)/articles/[id]/author/actions";
import { inviteGuest } from "@/app/(desk)/desk/(signed-in)/articles/[id]/guests/actions";
import { redact } from "@/app/(desk)/desk/(signed-in)/articles/[id]/publications/actions";
import { attachFile as attachInClaim } from "@/app/(desk)/desk/(signed-in)/articles/[id]/source-actions";
import { importArticleAction } from "@/app/(desk)/desk/(signed-in)/articles/new/actions";
import { saveView } from "@/app/(desk)/desk/(signed-in)/board-actions";
import { inviteAction } from "@/app/(desk)/desk/(signed-in)/people/actions";
import { createScaleAction } from "@/app/(desk)/desk/(signed-in)/settings/scales/actions";
import { addWebhookAction } from "@/app/(desk)/desk/(signed-in)/settings/webhooks/actions";
import { attachFile, saveCopy } from "@/app/(desk)/desk/(signed-in)/sources/[id]/actions";
import { importCitations } from "@/app/(desk)/desk/(signed-in)/sources/import/actions";
import { addSource } from "@/app/(desk)/desk/(signed-in)/sources/new/actions";
import { createTokenAction } from "@/app/(desk)/desk/token-actions";
import { keyOfSubmission } from "@/lib/auth/as-actor-once";
import { findSubmission } from "@/lib/auth/find-submission";
import { findAnswer } from "@/lib/db/idempotency-keys";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { ok, type Result } from "@/lib/result";
import {
  makeArticle,
  makeClaim,
  makeManuscript,
  makePerson,
  must,
  revisionOf,
} from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { createSource } from "@/lib/workflows/sources/create-source";

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

/** A site with one page, to save a copy of. */
const site = createServer((_, response) => response.end("Trade rose."));
// Secrets of webhooks are sealed with it.
beforeAll(() => setEnv({ NEXTAUTH_SECRET: "s".repeat(40) }));
beforeAll(async () => {
  await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
  setEnv({ OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1" });
});
afterAll(() => site.close());

const sourceFields = () => ({
  kind: "dataset" as const,
  title: `Customs ${crypto.randomUUID()}`,
  url: `http://127.0.0.1:${(site.address() as AddressInfo).port}/${crypto.randomUUID()}`,
});

const upload = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File(["Trade rose."], "figures.txt"));
  return form;
};

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
    "a webhook",
    "webhook.create",
    "secret",
    async () => (key) =>
      addWebhookAction({ url: "https://example.org/hook", kinds: ["claim.approved"] }, key),
  ],
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
    "a view of the board",
    "view.save",
    null,
    async () => {
      const input = { name: `Late ${crypto.randomUUID()}`, query: "due=overdue", shared: false };
      return (key) => saveView(input, key);
    },
  ],
  [
    "imported citations",
    "source.create",
    null,
    async () => {
      const text = `@article{a, title={Customs ${crypto.randomUUID()}}, year={2020}}`;
      return (key) => importCitations({ text, chosen: [0] }, key);
    },
  ],
  [
    "a file of a source",
    "source.attach",
    null,
    async () => {
      const { source } = must(await createSource(person, sourceFields()));
      return (key) => attachFile(upload({ sourceId: source.id }), key);
    },
  ],
  [
    "a file of a new source, from a claim’s form",
    "source.attach",
    null,
    async () => {
      const source = JSON.stringify(sourceFields());
      return (key) => attachInClaim(upload({ source }), key);
    },
  ],
  [
    "a file of a known source, from a claim’s form",
    "source.attach",
    null,
    async () => {
      const { source } = must(await createSource(person, sourceFields()));
      return (key) => attachInClaim(upload({ sourceId: source.id }), key);
    },
  ],
  [
    "a copy of a page",
    "source.keep",
    null,
    async () => {
      const { source } = must(await createSource(person, sourceFields()));
      return (key) => saveCopy({ sourceId: source.id }, key);
    },
  ],
  [
    "a redaction",
    "article.redact",
    null,
    async () => {
      const article = await makeArticle();
      await makeClaim({ article, author: article.author, state: "approved" });
      const { id: articleId } = article;
      must(await publishArticle(person, { articleId, revision: await revisionOf(articleId) }));
      const target = { kind: "text" as const, text: "Trade came" };
      return (key) => redact({ articleId, target, reason: "privacy", privateNote: "" }, key);
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
