import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Handler } from "@/lib/api/endpoint";
import { disconnect } from "@/lib/db/client";
import type { Actor } from "@/lib/policies/actor";
import { API_SCOPES, type ApiScope } from "@/lib/policies/api-scope";
import { callApi } from "@/lib/testing/call-api";
import { loadHandlers } from "@/lib/testing/contract/route-handlers";
import { makeArticle, makePerson, must } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { createSource } from "@/lib/workflows/sources/create-source";

vi.mock("@/lib/fetching/guarded-post", () => ({
  guardedPost: async () => ({ kind: "answered", status: 500, retryAfter: null, answer: "", durationMs: 40 }),
}));

withTestDatabase();

let handlers = new Map<string, Handler>();
let admin = "";
let editor = "";
let checker = "";

const tokenOf = async (owner: Actor, scopes: readonly ApiScope[] = API_SCOPES) =>
  must(await createToken(owner, { name: "A test", scopes: [...scopes] })).token;

beforeAll(async () => {
  setEnv({ NEXTAUTH_SECRET: "s".repeat(40) });
  handlers = await loadHandlers(import.meta.dirname);
  admin = await tokenOf(await makePerson({ role: "administrator" }));
  editor = await tokenOf(await makePerson({ role: "editor" }));
  checker = await tokenOf(await makePerson({ role: "checker" }));
});
afterAll(() => disconnect());

/** Calls an operation: `GET /claims/{id}`. */
function call(token: string, name: string, more: Parameters<typeof callApi>[1] = {}) {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`No route handles ${name}.`);
  return callApi(handler, { method: name.split(" ")[0] ?? "", token, ...more });
}

const ifMatch = (etag: unknown) => ({ headers: { "if-match": String(etag) } });
const errorAt = (pointer: string) => ({ status: 422, body: { errors: [{ pointer }] } });
type Items = { items: Record<string, unknown>[] };
const itemsOf = ({ body }: { body: unknown }) => (body as Items).items;

test("administrators change settings on the revision that they read", async () => {
  const tags = { params: { key: "tags" } };
  const json = { value: { list: ["trade"], free: true } };
  const before = await call(checker, "GET /settings/{key}", tags);
  expect(before).toMatchObject({ status: 200, headers: { etag: '"0"' }, body: { changedBy: null } });
  const put = (token: string, more: object) => call(token, "PUT /settings/{key}", { ...tags, json, ...more });
  expect(await put(admin, {})).toMatchObject({ status: 428 });
  expect(await put(editor, ifMatch('"0"'))).toMatchObject({ status: 403 });
  const narrow = await tokenOf(await makePerson({ role: "administrator" }), ["read", "write"]);
  expect(await put(narrow, ifMatch('"0"'))).toMatchObject({ status: 403 });
  const changed = await put(admin, ifMatch('"0"'));
  expect(changed).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: json });
  expect(await put(admin, ifMatch('"0"'))).toMatchObject({ status: 412, body: { current: json } });
  const comma = { json: { value: { list: ["a,b"], free: true } } };
  expect(await put(admin, { ...ifMatch("*"), ...comma })).toMatchObject(errorAt("/value/list"));
  const other = { json: { value: { pageDays: 1, idleDays: 1 } } };
  expect(await put(admin, { ...ifMatch("*"), ...other })).toMatchObject({ status: 422 });
  const unknown = { params: { key: "constructor" }, ...ifMatch("*") };
  expect(await put(admin, unknown)).toMatchObject({ status: 404 });
  expect(await call(checker, "GET /settings")).toMatchObject({ body: { tags: { revision: 1, ...json } } });
  expect(itemsOf(await call(checker, "GET /settings/history"))).toMatchObject([{ action: "setting.change" }]);
});

test("editors write the pages about the newsroom", async () => {
  const text = { params: { name: "about", language: "en-gb" } };
  const put = (token: string, etag: string) =>
    call(token, "PUT /pages/{name}/texts/{language}", {
      ...text,
      ...ifMatch(etag),
      json: { sections: { mission: "We check." } },
    });
  expect(await put(checker, "*")).toMatchObject({ status: 403 });
  const written = { language: "en-GB", revision: 1, sections: { mission: "We check." } };
  expect(await put(editor, '"0"')).toMatchObject({ status: 200, body: written });
  expect(await put(editor, '"0"')).toMatchObject({ status: 412, body: { current: written } });
  expect(itemsOf(await call(checker, "GET /pages"))[0]).toMatchObject({
    name: "about",
    texts: [{ language: "en-GB" }],
  });
  const nowhere = { params: { name: "about", language: "not a language" } };
  expect(await call(editor, "GET /pages/{name}/texts/{language}", nowhere)).toMatchObject({ status: 404 });
});

test("a scale is saved once for each version, and the default is not replaced unseen", async () => {
  // The desk makes its default scale when its scales are listed first.
  await call(checker, "GET /scales");
  const json = { name: "Short", template: "averitec" };
  expect(await call(editor, "POST /scales", { json })).toMatchObject({ status: 403 });
  const made = await call(admin, "POST /scales", { json });
  expect(made).toMatchObject({ status: 201, body: { version: 1, default: false } });
  const [first, ...others] = (made.body as { ratings: object[] }).ratings;
  const id = String(made.body?.id);
  const save = () =>
    call(admin, "POST /scales/{id}/versions", {
      params: { id },
      json: { ratings: [{ ...first, label: "Not so" }, ...others] },
    });
  const next = await save();
  expect(next).toMatchObject({ status: 201, body: { version: 2 } });
  expect(await save()).toMatchObject({ status: 412 });
  const choose = (insteadOf?: string) =>
    call(admin, "PUT /scales/default", {
      json: { scale: next.body?.id, ...(insteadOf && { insteadOf }) },
    });
  expect(await choose(id)).toMatchObject({ status: 412 });
  expect(await choose()).toMatchObject({ status: 200, body: { default: true } });
});

test("an article gets more approvals, never fewer", async () => {
  const { id } = await makeArticle();
  const article = { params: { id } };
  const { headers } = await call(checker, "GET /articles/{id}/standards", article);
  const patch = (token: string, json: object, etag = String(headers.etag)) =>
    call(token, "PATCH /articles/{id}/standards", { ...article, ...ifMatch(etag), json });
  expect(await patch(checker, { requiredApprovals: 2 })).toMatchObject({ status: 403 });
  expect(await patch(editor, { requiredApprovals: 2 })).toMatchObject({ body: { requiredApprovals: 2 } });
  expect(await patch(editor, { requiredApprovals: 3 })).toMatchObject({ status: 412 });
  expect(await patch(editor, { requiredApprovals: 1 }, "*")).toMatchObject({ status: 422 });
  expect(await patch(editor, { scale: crypto.randomUUID() }, "*")).toMatchObject({ status: 404 });
});

test("a guest's link is in the answer that invites them, and nowhere else", async () => {
  const article = { params: { id: (await makeArticle()).id } };
  const json = { name: "Nia Okoro", email: `${crypto.randomUUID()}@example.org` };
  const invite = (token: string, headers = {}) =>
    call(token, "POST /articles/{id}/guests", { ...article, json, headers });
  expect(await invite(checker)).toMatchObject({ status: 403 });
  const key = { "idempotency-key": crypto.randomUUID() };
  const invited = await invite(editor, key);
  expect(invited).toMatchObject({ status: 201, body: { kind: "invited", mailed: false } });
  expect((await invite(editor, key)).body).toEqual(invited.body);
  expect(await invite(editor)).toMatchObject(errorAt("/email"));
  const listed = await call(editor, "GET /articles/{id}/guests", article);
  expect(itemsOf(listed)).toEqual([expect.not.objectContaining({ link: expect.anything() })]);
  const guest = { params: { ...article.params, guest: String(invited.body?.id) } };
  const extended = await call(editor, "POST /articles/{id}/guests/{guest}/extend", {
    ...guest,
    json: { days: 3 },
  });
  const days =
    (Date.parse(String(extended.body?.until)) - Date.parse(String(invited.body?.until))) / 86_400_000;
  expect([extended.body?.state, days]).toEqual(["invited", 3]);
  const revoke = "DELETE /articles/{id}/guests/{guest}";
  const elsewhere = { params: { ...guest.params, id: (await makeArticle()).id } };
  expect(await call(editor, revoke, elsewhere)).toMatchObject({ status: 404 });
  expect(await call(editor, revoke, guest)).toMatchObject({ status: 204 });
  expect(await call(editor, "GET /articles/{id}/guests", article)).toMatchObject({ body: { total: 0 } });
});

test("a webhook is changed as it was seen, paused and tested, and its new secret can't be read again", async () => {
  const json = { url: "https://example.org/obelus", kinds: ["claim.approved"] };
  const added = await call(admin, "POST /webhooks", { json });
  const webhook = { params: { id: String(added.body?.id) } };
  for (const name of ["GET /webhooks/{id}", "GET /webhooks/{id}/deliveries", "POST /webhooks/{id}/secret"])
    expect([name, (await call(editor, name, webhook)).status]).toEqual([name, 403]);
  const change = (json: object, etag: unknown) =>
    call(admin, "PATCH /webhooks/{id}", { ...webhook, ...ifMatch(etag), json });
  const kinds = ["claim.created", "claim.approved"];
  const changed = await change({ kinds }, added.headers.etag);
  expect(changed).toMatchObject({ status: 200, body: { url: json.url, kinds } });
  const url = "https://cms.example.org/hook?key=1";
  expect(await change({ url }, added.headers.etag)).toMatchObject({
    status: 412,
    body: { current: { kinds } },
  });
  expect(await change({ url: "http://10.0.0.5/" }, changed.headers.etag)).toMatchObject(errorAt("/url"));
  expect(await change({ kinds: [] }, changed.headers.etag)).toMatchObject(errorAt("/kinds"));
  expect(await change({ url, state: "paused" }, changed.headers.etag)).toMatchObject({ status: 422 });
  const moved = await change({ url }, changed.headers.etag);
  expect(moved).toMatchObject({ status: 200, body: { url, kinds } });
  const paused = await change({ state: "paused" }, moved.headers.etag);
  expect(paused).toMatchObject({ status: 200, body: { state: "paused", formerSecretUntil: null } });
  const rotated = await call(admin, "POST /webhooks/{id}/secret", webhook);
  expect(rotated).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/) } });
  const read = await call(admin, "GET /webhooks/{id}", webhook);
  expect(read).toMatchObject({ body: { formerSecretUntil: expect.any(String) } });
  expect(JSON.stringify(read.body)).not.toContain("whsec_");
  const failed = { status: 200, body: { status: 500, failure: "The receiver answered with status 500." } };
  expect(await call(admin, "POST /webhooks/{id}/test", webhook)).toMatchObject(failed);
  const [delivery] = itemsOf(await call(admin, "GET /webhooks/{id}/deliveries", webhook));
  const again = { params: { id: String(delivery?.id) } };
  expect(await call(admin, "POST /webhook-deliveries/{id}/attempts", again)).toMatchObject(failed);
  const after = await call(admin, "GET /webhooks/{id}/deliveries", webhook);
  expect(itemsOf(after)).toMatchObject([{ kind: "webhook.test", attempts: [{}, {}] }]);
  await call(admin, "DELETE /webhooks/{id}", webhook);
  expect(await call(admin, "GET /webhooks/{id}", webhook)).toMatchObject({ status: 404 });
});

test("people change their own account and revoke their own tokens only", async () => {
  const [ann, bo] = [await makePerson(), await makePerson()];
  const token = await tokenOf(ann);
  await call(token, "PATCH /account/dates", { json: { language: "de" } });
  const dates = await call(token, "PATCH /account/dates", { json: { timeZone: "Europe/Berlin" } });
  expect(dates).toMatchObject({ body: { id: ann.id, dates: { language: "de", timeZone: "Europe/Berlin" } } });
  expect(await call(token, "PATCH /account/dates", { json: { timeZone: "Mars" } })).toMatchObject(
    errorAt("/timeZone"),
  );
  const deliver = (deliveries: object) =>
    call(token, "PATCH /account/notifications", { json: { deliveries } });
  await deliver({ reply: "off" });
  const notified = await deliver({ mention: "desk" });
  expect(notified).toMatchObject({
    body: { notifications: { mail: true, deliveries: { reply: "off", mention: "desk" } } },
  });
  const { record } = must(await createToken(bo, { name: "Other", scopes: ["read"] }));
  const revoke = (id: unknown) => call(token, "DELETE /account/tokens/{id}", { params: { id: String(id) } });
  expect(await revoke(record.id)).toMatchObject({ status: 404 });
  const [own] = itemsOf(await call(token, "GET /account/tokens"));
  expect(await revoke(own?.id)).toMatchObject({ status: 204 });
  expect(await call(token, "GET /account")).toMatchObject({ status: 401 });
});

test("a view is changed by its owner, and seen by others if it is shared", async () => {
  const json = { name: "Overdue", query: "due=overdue&nothing=1" };
  const saved = await call(editor, "POST /views", { json });
  expect(saved).toMatchObject({ status: 201, body: { query: "due=overdue", shared: false } });
  const view = { params: { id: String(saved.body?.id) } };
  expect(await call(checker, "GET /views/{id}", view)).toMatchObject({ status: 404 });
  const patch = (token: string, etag: unknown, change: object) =>
    call(token, "PATCH /views/{id}", { ...view, ...ifMatch(etag), json: change });
  const shared = await patch(editor, saved.headers.etag, { shared: true });
  expect(shared).toMatchObject({ status: 200, body: { name: "Overdue", shared: true } });
  expect(await patch(editor, saved.headers.etag, { name: "Late" })).toMatchObject({ status: 412 });
  expect(await call(checker, "GET /views/{id}", view)).toMatchObject({ status: 200 });
  expect(await patch(checker, "*", { name: "Mine" })).toMatchObject({ status: 403 });
  expect(await call(checker, "DELETE /views/{id}", view)).toMatchObject({ status: 403 });
  expect(await call(editor, "DELETE /views/{id}", view)).toMatchObject({ status: 204 });
});

test("citations are imported once, and confidential sources are not exported", async () => {
  const text = "@book{a, title={Harvests of 1911}}\n@book{b, author={No title}}";
  const read = (preview: boolean) =>
    call(checker, "POST /sources/citations", {
      path: `/sources/citations?preview=${preview}`,
      json: { text },
    });
  const entries = [{ problems: [] }, { problems: [expect.any(String)] }];
  const none = { preview: true, format: "bibtex", entries, imported: 0 };
  expect(await read(true)).toMatchObject({ status: 200, body: none });
  expect(await read(false)).toMatchObject({ body: { imported: 1, known: 0 } });
  expect(await read(false)).toMatchObject({
    body: { imported: 0, known: 1, entries: [{ known: { title: "Harvests of 1911" } }, { known: null }] },
  });
  const person = await makePerson();
  const hidden = { title: "Harvests, by a witness", kind: "interview", confidential: true } as const;
  const { source } = must(
    await createSource(person, { ...hidden, publicDescription: "A farmer" }, { offerSameTitle: false }),
  );
  const path = "/sources/citations?q=harvests";
  const file = await call(checker, "GET /sources/citations", { path });
  expect(file.body).toMatchObject([{ title: "Harvests of 1911" }]);
  expect(file.body).toHaveLength(1);
  const one = { params: { id: source.id } };
  expect(await call(checker, "GET /sources/{id}/citation", one)).toMatchObject({ status: 422 });
});

test("what was done to people is only for administrators", async () => {
  const path = "/activity?kind=people";
  expect(await call(editor, "GET /activity", { path })).toMatchObject({ status: 403 });
  expect(await call(admin, "GET /activity", { path })).toMatchObject({ status: 200 });
  const { author } = await makeArticle();
  const done = await call(checker, "GET /activity", { path: `/activity?person=${author.id}&limit=1` });
  expect(itemsOf(done)).toMatchObject([{ actor: { id: author.id }, url: expect.stringContaining("/desk/") }]);
});
