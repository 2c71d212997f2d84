import { expect, test } from "vitest";
import { callApi, makeToken, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { createToken } from "@/lib/workflows/people/api-tokens";
import { createSource } from "@/lib/workflows/sources/create-source";
import * as restoreVersionRoute from "./articles/[id]/versions/[number]/restore/route";
import * as versionRoute from "./articles/[id]/versions/[number]/route";
import * as versionsRoute from "./articles/[id]/versions/route";
import * as mergeRoute from "./claims/[id]/merge/route";
import * as restoreClaimRoute from "./claims/[id]/restore/route";
import * as splitRoute from "./claims/[id]/split/route";
import * as invitationsRoute from "./invitations/route";
import * as personRoute from "./people/[id]/route";
import * as peopleRoute from "./people/route";
import * as attachmentRoute from "./sources/[id]/attachments/[attachment]/route";
import * as attachmentsRoute from "./sources/[id]/attachments/route";
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
    statusOf(callApi(personRoute.PATCH, { token, method: "PATCH", params: { id }, json }));
  const invited = { name: "Cleo Marsh", email: `c-${crypto.randomUUID()}@example.org`, role: "checker" };
  const { id } = await makePerson({ role: "checker" });
  expect([
    await statusOf(callApi(peopleRoute.GET, { token, method: "GET" })),
    await statusOf(callApi(invitationsRoute.POST, { token, json: invited })),
    await change(id, { disabled: true }),
    await change(id, { role: "editor" }),
  ]).toEqual(isAllowed ? [200, 201, 200, 200] : [403, 403, 403, 403]);
  // Their own account, and two changes at once.
  expect(await change(owner.id, { role: "checker" })).toBe(403);
  expect(await change(id, { role: "editor", disabled: false })).toBe(422);
});

test("a program that writes cannot manage people", async () => {
  const token = await makeToken(await makePerson({ role: "administrator" }));
  const answer = await callApi(peopleRoute.GET, { token, method: "GET" });
  expect(answer).toMatchObject(problemAnswer(403, "insufficient-scope"));
});
