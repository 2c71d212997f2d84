import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook as Verifier } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as webhooksRoute from "@/app/api/v1/webhooks/route";
import type { Handler } from "@/lib/api/endpoint";
import { appendAuditEvent, listAuditEvents } from "@/lib/db/audit-events";
import { inTransaction } from "@/lib/db/transaction";
import { listDueWebhooks, takeDelivery } from "@/lib/db/webhooks";
import type { Actor } from "@/lib/policies/actor";
import { err } from "@/lib/result";
import { callApi } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { runSql } from "@/lib/testing/run-sql";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import type { WebhookKind } from "@/lib/webhooks/webhook-kind";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { listDeliveries } from "@/lib/workflows/webhooks/list-deliveries";
import {
  addWebhook,
  changeWebhook,
  changeWebhookState,
  deleteWebhook,
  listWebhooks,
  rotateWebhookSecret,
} from "@/lib/workflows/webhooks/manage-webhooks";
import { redeliver, testWebhook } from "./send-now";
import { sendWebhook } from "./send-webhooks";

withTestDatabase();
beforeAll(() => setEnv({ OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1", NEXTAUTH_SECRET: "s".repeat(40) }));

let site = "";
let server: Server;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
/** What the receiver answers next; after that, 204. */
let answers: number[] = [];
let administrator: Actor;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: `${site}/other` } : {}).end();
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  administrator = await makePerson({ role: "administrator" });
});
afterAll(() => server.close());
beforeEach(async () => {
  received = [];
  answers = [];
  await runSql(`DELETE FROM "Webhook"`);
});

async function hook(kinds: WebhookKind[] = ["claim.created"], path = "/hook") {
  return must(await addWebhook(administrator, { url: `${site}${path}`, kinds }));
}

const logOf = async (webhookId: string) =>
  must(await listDeliveries(administrator, { webhookId })).deliveries;

/** A clock that runs ahead. */
const inMinutes = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);

test("a change is sent once, signed, as the API presents it", async () => {
  const { webhook, secret } = await hook();
  const claim = await makeClaim();
  expect(await listDueWebhooks(new Date())).toEqual([webhook.id]);
  await sendWebhook({ webhookId: webhook.id });
  const [request] = received;
  const body = new Verifier(secret).verify(request?.body ?? "", request?.headers as Record<string, string>);
  expect(body).toMatchObject({
    type: "claim.created",
    data: { id: claim.id, statement: claim.statement, state: "draft", revision: 1 },
  });
  await sendWebhook({ webhookId: webhook.id });
  expect(received).toHaveLength(1);
  expect(await logOf(webhook.id)).toMatchObject([
    {
      state: "delivered",
      eventId: request?.headers["webhook-id"],
      attempts: [{ status: 204, failure: null }],
    },
  ]);
});

test("of publications, the address of the last one is sent", async () => {
  const { webhook } = await hook(["publication.published"]);
  const article = await makeArticle();
  await makeClaim({ article, author: article.author, state: "approved" });
  const editor = await makePerson({ role: "editor" });
  const published = must(
    await publishArticle(editor, {
      articleId: article.id,
      revision: await revisionOf(article.id),
      corrections: [],
    }),
  );
  await sendWebhook({ webhookId: webhook.id });
  expect(received.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      type: "publication.published",
      data: { articleId: article.id, number: 1, slug: "slug" in published ? published.slug : "" },
    },
  ]);
});

test("what was refused is sent again with the same id, later each time", async () => {
  const { webhook } = await hook();
  await makeClaim();
  answers = [500, 302, 204];
  await sendWebhook({ webhookId: webhook.id });
  await sendWebhook({ webhookId: webhook.id });
  expect(received).toHaveLength(1);
  await sendWebhook({ webhookId: webhook.id }, inMinutes(2));
  await sendWebhook({ webhookId: webhook.id }, inMinutes(4));
  // A redirect is not followed, and is a failure.
  expect(received).toHaveLength(2);
  await sendWebhook({ webhookId: webhook.id }, inMinutes(10));
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(await logOf(webhook.id)).toMatchObject([
    { state: "delivered", attempts: [{ status: 204 }, { status: 302 }, { status: 500 }] },
  ]);
});

test("a receiver that can't be reached delays all its events together, and nobody else's", async () => {
  const { webhook: down } = await hook();
  const { webhook: up } = await hook();
  for (let count = 0; count < 3; count += 1) await makeClaim();
  answers = [503];
  await sendWebhook({ webhookId: down.id });
  expect(received).toHaveLength(1);
  expect(await listDueWebhooks(new Date())).toEqual([up.id]);
  await sendWebhook({ webhookId: up.id });
  expect(received).toHaveLength(4);
  await sendWebhook({ webhookId: down.id }, inMinutes(2));
  expect(received).toHaveLength(7);
});

test("after about a day without success it is disabled, and resumed by a person", async () => {
  const { webhook } = await hook();
  await makeClaim();
  await runSql(
    `UPDATE "Webhook" SET "failures" = 7, "failingSince" = now() - interval '1 day' WHERE id = '${webhook.id}'`,
  );
  answers = [503];
  await sendWebhook({ webhookId: webhook.id });
  const [disabled] = must(await listWebhooks(administrator));
  expect(disabled).toMatchObject({ state: "disabled", waiting: 1 });
  const { events } = await listAuditEvents({ target: { type: "webhook", id: webhook.id } }, 1);
  expect(events).toMatchObject([{ action: "webhook.disable", actor: null }]);
  const notified = await runSql(`SELECT "kind" FROM "Notification" WHERE "personId" = '${administrator.id}'`);
  expect(JSON.stringify(notified)).toContain("webhook-disabled");
  // What happens meanwhile is not recorded.
  await makeClaim();
  await sendWebhook({ webhookId: webhook.id }, inMinutes(60));
  expect(received).toHaveLength(1);
  must(await changeWebhookState(administrator, { webhookId: webhook.id, state: "active" }));
  await sendWebhook({ webhookId: webhook.id });
  expect(received).toHaveLength(2);
});

test("after a change of its address, what waits is sent to the new one at once", async () => {
  const { webhook } = await hook();
  await makeClaim();
  answers = [503];
  await sendWebhook({ webhookId: webhook.id });
  expect(await listDueWebhooks(new Date())).toEqual([]);
  const from = { url: webhook.url, kinds: [...webhook.kinds] };
  const to = { webhookId: webhook.id, url: `${site}/other?key=1`, kinds: ["claim.approved" as const] };
  expect(await changeWebhook(administrator, { ...to, from: { ...from, url: site } })).toMatchObject({
    error: { kind: "stale", current: from },
  });
  must(await changeWebhook(administrator, { ...to, from }));
  // Sent again because its answer was lost.
  expect(must(await changeWebhook(administrator, { ...to, from }))).toMatchObject({
    url: to.url,
    kinds: to.kinds,
    failingSince: null,
  });
  const { events } = await listAuditEvents({ target: { type: "webhook", id: webhook.id } }, 5);
  const { host } = new URL(site);
  expect(events.filter(({ action }) => action === "webhook.change")).toMatchObject([
    { from: { host, kinds: from.kinds }, to: { host, kinds: to.kinds, moved: true } },
  ]);
  expect(JSON.stringify(events)).not.toContain("key=1");
  await sendWebhook({ webhookId: webhook.id });
  expect(received).toHaveLength(2);
});

test("nothing is sent of a change that is rolled back, and all of one that is committed before a crash", async () => {
  const { webhook } = await hook();
  const article = await makeArticle();
  const entry = { action: "claim.create", targetType: "claim", articleId: article.id } as const;
  await inTransaction(async (tx) => {
    await appendAuditEvent(tx, { ...entry, actorId: administrator.id, targetId: article.id });
    return err({ kind: "invalid", message: "Rolled back" });
  });
  expect(await listDueWebhooks(new Date())).toEqual([]);
  await makeClaim({ article, author: article.author });
  // The instance that took it crashed while it was sending.
  const taken = await takeDelivery(webhook.id, new Date(), inMinutes(1)());
  expect(taken).not.toBeNull();
  await sendWebhook({ webhookId: webhook.id });
  expect(received).toHaveLength(0);
  await sendWebhook({ webhookId: webhook.id }, inMinutes(2));
  expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([taken?.event.id]);
});

test("a delivery is sent again by hand, and a test to a paused webhook", async () => {
  const { webhook } = await hook();
  await makeClaim();
  answers = [404];
  await sendWebhook({ webhookId: webhook.id });
  const [delivery] = await logOf(webhook.id);
  must(await changeWebhookState(administrator, { webhookId: webhook.id, state: "paused" }));
  expect(must(await redeliver(administrator, { deliveryId: delivery?.id ?? "" }))).toMatchObject({
    status: 204,
  });
  answers = [500];
  expect(must(await testWebhook(administrator, { webhookId: webhook.id }))).toMatchObject({
    status: 500,
    failure: "The receiver answered with status 500.",
  });
  expect(await logOf(webhook.id)).toMatchObject([
    { kind: "webhook.test", state: "failed" },
    { kind: "claim.created", state: "delivered", attempts: [{ status: 204 }, { status: 404 }] },
  ]);
});

test("the former secret signs for a day", async () => {
  const { webhook, secret: former } = await hook();
  const { secret } = must(await rotateWebhookSecret(administrator, { webhookId: webhook.id }));
  must(await testWebhook(administrator, { webhookId: webhook.id }));
  await runSql(`UPDATE "Webhook" SET "formerSecretUntil" = now() - interval '1 second'`);
  must(await testWebhook(administrator, { webhookId: webhook.id }));
  const accepts = (known: string, at: number) => {
    const { headers, body } = received[at] ?? { headers: {}, body: "" };
    try {
      new Verifier(known).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  };
  expect([former, secret].map((known) => [accepts(known, 0), accepts(known, 1)])).toEqual([
    [true, false],
    [true, true],
  ]);
  const [stored] = await runSql(`SELECT "secret", "formerSecret" FROM "Webhook"`);
  expect(JSON.stringify(stored)).not.toContain("whsec_");
});

test.each([
  ["inside a private network", "http://10.0.0.5/hook", /private network/],
  ["of a metadata service", "http://169.254.169.254/", /private network/],
  ["that is not encrypted", "http://example.org/hook", /https/],
  ["with a password", "https://a:b@example.org/", /password/],
  ["of a file", "file:///etc/passwd", /http/],
])("an address %s is refused", async (_, url, message) => {
  const added = await addWebhook(administrator, { url, kinds: ["claim.created"] });
  expect(added).toMatchObject({ ok: false, error: { fields: { url: [expect.stringMatching(message)] } } });
});

test("a name that leads into the private network is found when it is sent", async () => {
  const { webhook } = await hook();
  await runSql(`UPDATE "Webhook" SET "url" = 'https://localhost:8443/hook'`);
  expect(must(await testWebhook(administrator, { webhookId: webhook.id }))).toMatchObject({
    status: null,
    failure: expect.stringContaining("private network"),
  });
});

test("only administrators see and change webhooks", async () => {
  const { webhook } = await hook();
  const editor = await makePerson({ role: "editor" });
  for (const refused of [
    await listWebhooks(editor),
    await addWebhook(editor, { url: `${site}/`, kinds: ["claim.created"] }),
    await deleteWebhook(editor, { webhookId: webhook.id }),
    await listDeliveries(editor, { webhookId: webhook.id }),
    await testWebhook(editor, { webhookId: webhook.id }),
  ])
    expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
});

test("through the API, a repeat gets the same secret, which is stored sealed", async () => {
  const { token } = must(await createToken(administrator, { name: "CMS", scopes: ["webhooks"] }));
  const add = () =>
    callApi(webhooksRoute.POST as Handler, {
      path: "/webhooks",
      token,
      headers: { "idempotency-key": "one" },
      json: { url: `${site}/api`, kinds: ["claim.approved"] },
    });
  const [first, second] = [await add(), await add()];
  expect(first).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_.{44}$/) } });
  expect(second.body).toEqual(first.body);
  expect(must(await listWebhooks(administrator))).toHaveLength(1);
  expect(JSON.stringify(await runSql(`SELECT * FROM "IdempotencyKey"`))).not.toContain("whsec_");
});
