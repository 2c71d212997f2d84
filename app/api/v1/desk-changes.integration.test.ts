import { expect, test } from "vitest";
import { callApi, makeToken, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { createSource } from "@/lib/workflows/sources/create-source";
import * as restoreVersionRoute from "./articles/[id]/versions/[number]/restore/route";
import * as versionRoute from "./articles/[id]/versions/[number]/route";
import * as versionsRoute from "./articles/[id]/versions/route";
import * as mergeClaimantsRoute from "./claimants/[id]/merge/route";
import * as mergeRoute from "./claims/[id]/merge/route";
import * as restoreClaimRoute from "./claims/[id]/restore/route";
import * as splitRoute from "./claims/[id]/split/route";
import * as invitationsRoute from "./invitations/route";
import * as personRoute from "./people/[id]/route";
import * as sessionsRoute from "./people/[id]/sessions/route";
import * as peopleRoute from "./people/route";
import * as policyRoute from "./sign-in-policy/route";
import * as attachmentRoute from "./sources/[id]/attachments/[attachment]/route";
import * as attachmentsRoute from "./sources/[id]/attachments/route";
import * as mergeSourcesRoute from "./sources/[id]/merge/route";
import * as sourceRoute from "./sources/[id]/route";

withTestDatabase();

const seen = (revision: number) => ({ "if-match": `"${revision}"` });

test("a claim is split and merged on the revision that the program saw", async () => {
  const author = await makePerson();
  const claim = await makeClaim({ author });
  const at = { token: await makeToken(author), params: { id: claim.id } };
  const cut = { at: claim.anchor.start + 4 };
  const late = await callApi(splitRoute.POST, { ...at, headers: seen(claim.revision + 1), json: cut });
  expect(late).toMatchObject(problemAnswer(412, "precondition-failed"));
  expect(late.body).toMatchObject({ current: { id: claim.id, revision: claim.revision } });
  const parts = await callApi(splitRoute.POST, { ...at, headers: seen(claim.revision), json: cut });
  expect(parts).toMatchObject({
    status: 201,
    body: { first: { id: claim.id, anchor: { exact: "$240" } }, second: { anchor: { exact: "billion" } } },
  });
  const { first, second } = parts.body as Record<"first" | "second", { id: string; revision: number }>;
  const merge = (revision: number) =>
    callApi(mergeRoute.POST, {
      ...at,
      headers: seen(first.revision),
      json: { claimId: second.id, revision },
    });
  expect(await merge(second.revision + 1)).toMatchObject(problemAnswer(412, "precondition-failed"));
  expect(await merge(second.revision)).toMatchObject({
    status: 200,
    body: { anchor: { exact: "$240 billion" } },
  });
  const back = await callApi(restoreClaimRoute.POST, { token: at.token, params: { id: second.id } });
  expect(back).toMatchObject({ status: 200, body: { id: second.id, anchor: { exact: "billion" } } });
});

test("texts come in pages, and one that was never there is not found", async () => {
  const article = await makeArticle();
  const at = { token: await makeToken(article.author), params: { id: article.id } };
  for (const value of ["One text.", "Another text."])
    await callApi(versionsRoute.POST, {
      ...at,
      headers: { "if-match": "*" },
      json: { content: { format: "text", value } },
    });
  const page = (query: string) =>
    callApi(versionsRoute.GET, { ...at, method: "GET", path: `/articles/x/versions?${query}` });
  expect((await page("limit=2")).body).toMatchObject({
    items: [
      { number: 3, current: true },
      { number: 2, current: false },
    ],
    nextCursor: "2",
    total: 3,
  });
  expect((await page("limit=2&cursor=2")).body).toMatchObject({ items: [{ number: 1 }], nextCursor: null });
  for (const number of ["0", "4", "9999999999", "latest"]) {
    const one = { ...at, params: { ...at.params, number } };
    const read = await callApi(versionRoute.GET, { ...one, method: "GET" });
    const restored = await callApi(restoreVersionRoute.POST, {
      ...one,
      headers: { "if-match": "*" },
      json: {},
    });
    expect([number, read.status, restored.status]).toEqual([number, 404, 404]);
  }
});

test("a file is only there at its own source, and a source is deleted as it was seen", async () => {
  const author = await makePerson();
  const token = await makeToken(author);
  const add = async () =>
    must(await createSource(author, { title: `Prices ${crypto.randomUUID()}`, kind: "report" })).source;
  const [own, other] = [await add(), await add()];
  const form = new FormData();
  form.set("file", new File(["year,prices\n2023,96\n"], "prices.csv"));
  const added = await callApi(attachmentsRoute.POST, { token, params: { id: own.id }, body: form });
  expect(added).toMatchObject({ status: 201, body: { name: "prices.csv", mediaType: "text/csv" } });
  const damaged = { name: "prices.csv", file: "eWVhcixw*cmljZXMK" };
  const refused = await callApi(attachmentsRoute.POST, { token, params: { id: own.id }, json: damaged });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/file" }] } });
  const attachment = String(added.body?.id);
  const removeFrom = (id: string) =>
    callApi(attachmentRoute.DELETE, { token, method: "DELETE", params: { id, attachment } });
  expect((await removeFrom(other.id)).status).toBe(404);
  expect((await removeFrom(own.id)).status).toBe(204);
  const remove = (revision: number) =>
    callApi(sourceRoute.DELETE, {
      token,
      method: "DELETE",
      params: { id: own.id },
      headers: seen(revision),
    });
  expect(await remove(own.revision + 1)).toMatchObject(problemAnswer(412, "precondition-failed"));
  expect((await remove(own.revision)).status).toBe(204);
});

test.each(["editor", "administrator"] as const)("people are for administrators: %s", async (role) => {
  const owner = await makePerson({ role });
  const { token } = must(await createToken(owner, { name: "People", scopes: ["admin"] }));
  const isAllowed = role === "administrator";
  const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;
  const change = (id: string, json: object) =>
    statusOf(
      callApi(personRoute.PATCH, {
        token,
        method: "PATCH",
        params: { id },
        json,
        headers: { "if-match": "*" },
      }),
    );
  const invited = { name: "Cleo Marsh", email: `c-${crypto.randomUUID()}@example.org`, role: "checker" };
  const { id } = await makePerson({ role: "checker" });
  expect([
    await statusOf(callApi(peopleRoute.GET, { token, method: "GET" })),
    await statusOf(callApi(invitationsRoute.POST, { token, json: invited })),
    await change(id, { disabled: true }),
    await change(id, { role: "editor" }),
    await statusOf(callApi(sessionsRoute.DELETE, { token, method: "DELETE", params: { id } })),
    await statusOf(callApi(policyRoute.GET, { token, method: "GET" })),
  ]).toEqual(isAllowed ? [200, 201, 200, 200, 204, 200] : [403, 403, 403, 403, 403, 403]);
  // Their own account, and two changes at once.
  expect(await change(owner.id, { role: "checker" })).toBe(403);
  expect(await change(id, { role: "editor", disabled: false })).toBe(422);
});

test("a person and the rules of signing in are changed as they were seen", async () => {
  const owner = await makePerson({ role: "administrator" });
  const { token } = must(await createToken(owner, { name: "People", scopes: ["admin"] }));
  const { id } = await makePerson({ role: "checker" });
  const records = [
    {
      route: personRoute,
      at: { token, params: { id } },
      changes: [{ role: "editor" }, { disabled: true }],
      after: { role: "editor", disabled: true },
    },
    {
      route: policyRoute,
      at: { token },
      changes: [{ secondFactorRequired: true }, { secondFactorRequired: false, passwordsOff: false }],
      after: { secondFactorRequired: false, passwordsOff: false, providers: [] },
    },
  ];
  for (const { route, at, changes, after } of records) {
    const change = (json: object, headers: Record<string, string>) =>
      callApi(route.PATCH, { ...at, method: "PATCH", json, headers });
    const read = () => callApi(route.GET, { ...at, method: "GET" });
    const seenFirst = { "if-match": String((await read()).headers.etag) };
    const [one = {}, other = {}] = changes;
    expect(await change(one, {})).toMatchObject(problemAnswer(428, "precondition-required"));
    const changed = await change(one, seenFirst);
    expect(changed).toMatchObject({ status: 200, body: one });
    expect((await read()).headers.etag).toBe(changed.headers.etag);
    const late = await change(other, seenFirst);
    expect(late).toMatchObject(problemAnswer(412, "precondition-failed"));
    expect(late.body?.current).toMatchObject(one);
    expect(await change(other, { "if-match": String(changed.headers.etag) })).toMatchObject({
      status: 200,
      body: after,
    });
  }
  const off = await callApi(policyRoute.PATCH, {
    ...{ token, method: "PATCH", json: { passwordsOff: true }, headers: { "if-match": "*" } },
  });
  expect(off).toMatchObject({ status: 422, body: { errors: [{ pointer: "/passwordsOff" }] } });
});

test("sources and claimants are merged as they were seen", async () => {
  const author = await makePerson();
  const token = await makeToken(author);
  const add = async () =>
    must(await createSource(author, { title: `Taxes ${crypto.randomUUID()}`, kind: "report" })).source;
  const [kept, double] = [await add(), await add()];
  const merge = (headers: Record<string, string>) =>
    callApi(mergeSourcesRoute.POST, {
      ...{ token, params: { id: kept.id }, json: { sourceId: double.id }, headers },
    });
  expect(await merge({})).toMatchObject({ status: 428 });
  expect(await merge(seen(kept.revision + 1))).toMatchObject({
    status: 412,
    body: { current: { id: kept.id, revision: kept.revision } },
  });
  expect(await merge(seen(kept.revision))).toMatchObject({ status: 200, body: { id: kept.id } });

  const named = async (name: string) =>
    (await makeClaim({ author, claimant: { name: `${name} ${crypto.randomUUID()}` } })).claimant?.id ?? "";
  const [one, two] = [await named("Ann"), await named("Anne")];
  const mergeThem = (headers: Record<string, string>) =>
    callApi(mergeClaimantsRoute.POST, { token, params: { id: one }, json: { claimantId: two }, headers });
  expect(await mergeThem({})).toMatchObject({ status: 428 });
  expect(await mergeThem(seen(9))).toMatchObject({ status: 412, body: { current: { id: one } } });
  expect(await mergeThem({ "if-match": "*" })).toMatchObject({ status: 200, body: { id: one } });
});

test("a program that writes cannot manage people", async () => {
  const token = await makeToken(await makePerson({ role: "administrator" }));
  const answer = await callApi(peopleRoute.GET, { token, method: "GET" });
  expect(answer).toMatchObject(problemAnswer(403, "insufficient-scope"));
});
