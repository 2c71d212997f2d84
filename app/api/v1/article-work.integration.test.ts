import { expect, test } from "vitest";
import { listAuditEvents } from "@/lib/db/audit-events";
import { callApi, makeToken, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makeManuscript, makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { replaceText } from "@/lib/workflows/articles/replace-text";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { flagDueReviews } from "@/lib/workflows/watching/flag-due-reviews";
import { setReviewDate } from "@/lib/workflows/watching/set-review-date";
import * as acceptedWordingsRoute from "./articles/[id]/accepted-wordings/route";
import * as authorLinkRoute from "./articles/[id]/author-links/[link]/route";
import * as authorLinksRoute from "./articles/[id]/author-links/route";
import * as checklistRoute from "./articles/[id]/checklist/route";
import * as restorationRoute from "./articles/[id]/history/[event]/restoration/route";
import * as historyRoute from "./articles/[id]/history/route";
import * as movesRoute from "./articles/[id]/moves/route";
import * as articleRoute from "./articles/[id]/route";
import * as changesRoute from "./articles/[id]/versions/[number]/changes/route";
import * as familyRoute from "./claims/[id]/family/route";
import * as figuresRoute from "./figures/route";
import * as confirmationRoute from "./flags/[id]/confirmation/route";
import * as flagsRoute from "./flags/route";

withTestDatabase();

test("the link of an author is for editors, is shown once, and belongs to its manuscript", async () => {
  const article = await makeManuscript();
  const token = await makeToken(article.author);
  const at = { token, params: { id: article.id } };
  const json = { name: "Ben Osei", days: 7 };
  const checker = { ...at, token: await makeToken(await makePerson({ role: "checker" })) };
  expect(await callApi(authorLinksRoute.POST, { ...checker, json })).toMatchObject(
    problemAnswer(403, "forbidden"),
  );
  expect(await callApi(authorLinksRoute.GET, { ...checker, method: "GET" })).toMatchObject(
    problemAnswer(403, "forbidden"),
  );
  const made = await callApi(authorLinksRoute.POST, { ...at, json });
  expect(made).toMatchObject({ status: 201, body: { link: expect.stringMatching(/\/author\/[\w-]{43}$/) } });
  const listed = await callApi(authorLinksRoute.GET, { ...at, method: "GET" });
  expect(listed.body).toMatchObject({ items: [{ name: "Ben Osei", open: true }], total: 1 });
  expect(JSON.stringify(listed.body)).not.toContain(String(made.body?.link));

  const revoke = (id: string) =>
    callApi(authorLinkRoute.DELETE, {
      method: "DELETE",
      token,
      params: { id, link: String(made.body?.id) },
    });
  expect(await revoke((await makeManuscript()).id)).toMatchObject(problemAnswer(404, "not-found"));
  expect(await revoke(article.id)).toMatchObject({ status: 204 });
  expect(await revoke(article.id)).toMatchObject(problemAnswer(422, "invalid"));

  const plain = { token, params: { id: (await makeArticle()).id } };
  expect(await callApi(authorLinksRoute.POST, { ...plain, json })).toMatchObject(
    problemAnswer(422, "invalid"),
  );
});

test("a wording is accepted as the program read it", async () => {
  const article = await makeManuscript();
  const { author } = article;
  const outcome = { kind: "change" as const, wording: "$204 billion" };
  const claim = await makeClaim({ article, author, verdict: null, outcome });
  const at = { token: await makeToken(author), params: { id: article.id } };
  const accept = (revision: number, versionId = article.version.id) =>
    callApi(acceptedWordingsRoute.POST, {
      ...at,
      json: { claims: [{ claimId: claim.id, revision }], versionId },
    });
  expect(await accept(claim.revision + 1)).toMatchObject(problemAnswer(412, "precondition-failed"));
  expect(await accept(claim.revision)).toMatchObject({
    status: 201,
    body: { article: { version: { number: 2, text: expect.stringContaining("$204 billion") } } },
  });
  expect(await accept(claim.revision)).toMatchObject(problemAnswer(409, "text-changed"));
});

test("the checklist comes in pages of one version, and items of another one are not ticked off", async () => {
  const value = "Trade rose to $240 billion in 2023. It fell by 12.5% in 2024.";
  const article = await makeArticle({ content: { format: "text", value } });
  const at = { token: await makeToken(article.author), params: { id: article.id } };
  const page = async (query: string) =>
    (await callApi(checklistRoute.GET, { ...at, method: "GET", path: `/articles/x/checklist?${query}` }))
      .body as { items: { exact: string; start: number; end: number }[]; nextCursor: string | null };
  const first = await page("kind=figure&state=open&limit=2");
  expect(first.items.map(({ exact }) => exact)).toEqual(["$240 billion", "2023"]);
  const mark = (versionId?: string) =>
    callApi(checklistRoute.POST, {
      ...at,
      json: {
        kind: "figure",
        start: first.items[0]?.start,
        end: first.items[0]?.end,
        as: "checked",
        versionId,
      },
    });
  expect(await mark()).toMatchObject({ status: 200, body: { tick: { by: { id: article.author.id } } } });
  // What was ticked off meanwhile does not move the next page.
  const second = await page(`kind=figure&state=open&limit=2&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ exact: "12.5%" }, { exact: "2024" }], nextCursor: null });

  const versionId = article.version.id;
  const next = { format: "text" as const, value: `Today: ${value}` };
  must(await replaceText(article.author, { articleId: article.id, versionId, content: next }));
  expect(await mark(versionId)).toMatchObject(problemAnswer(409, "text-changed"));
  expect((await page(`kind=figure&limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([
    { exact: "$240 billion" },
  ]);

  const compare = (number: string, query = "") =>
    callApi(changesRoute.GET, {
      ...at,
      method: "GET",
      path: `/x?${query}`,
      params: { ...at.params, number },
    });
  expect(await compare("2")).toMatchObject({
    status: 200,
    body: { from: 1, to: 2, blocks: [{ kind: "changed" }] },
  });
  expect(await compare("1", "from=2")).toMatchObject({ status: 200, body: { from: 1, to: 2 } });
  for (const [number, query] of [["1"], ["3"], ["2", "from=2"], ["2", "from=9"], ["latest"]] as const)
    expect(await compare(number, query)).toMatchObject(problemAnswer(404, "not-found"));
});

test("a flag is listed, and settled once", async () => {
  const author = await makePerson();
  const { articleId, id: claimId } = await makeClaim({ author });
  const due = { articleId, claimId, on: "2099-01-01", reason: "New figures" };
  must(await setReviewDate(author, due));
  await flagDueReviews(new Date("2099-01-02T12:00:00Z"));
  const token = await makeToken(author);
  const path = `/flags?kind=review_due&owner=${author.id}&limit=1`;
  const flags = await callApi(flagsRoute.GET, { method: "GET", token, path });
  const { items } = flags.body as { items: { id: string }[] };
  const [flag] = items;
  expect(flag).toMatchObject({ claim: { id: claimId }, reviewOn: "2099-01-01", reason: "New figures" });
  const at = { token, params: { id: flag?.id ?? "" } };
  expect(await callApi(confirmationRoute.POST, { ...at, json: {} })).toMatchObject(
    problemAnswer(422, "invalid"),
  );
  const json = { note: "Still right." };
  const past = { ...json, nextReviewOn: "2020-01-01" };
  expect(await callApi(confirmationRoute.POST, { ...at, json: past })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: "/nextReviewOn" }] },
  });
  expect(await callApi(confirmationRoute.POST, { ...at, json })).toMatchObject({ status: 204 });
  expect(await callApi(confirmationRoute.POST, { ...at, json })).toMatchObject(
    problemAnswer(412, "precondition-failed"),
  );
});

test("claims of one article are no family, and there is nothing to move twice", async () => {
  const author = await makePerson();
  const article = await makeArticle({ author });
  const [claim, other] = [
    await makeClaim({ author, article }),
    await makeClaim({ author, article, anchor: { exact: "Trade rose" } }),
  ];
  const token = await makeToken(author);
  const json = { claimId: other.id };
  expect(await callApi(familyRoute.POST, { token, params: { id: claim.id }, json })).toMatchObject(
    problemAnswer(422, "invalid"),
  );
  const move = { token, params: { id: article.id }, json: { move: "submit" } };
  expect(await callApi(movesRoute.POST, move)).toMatchObject({ status: 200, body: { done: 2, left: [] } });
  expect(await callApi(movesRoute.POST, move)).toMatchObject(problemAnswer(412, "precondition-failed"));
});

test("figures of other people are for editors", async () => {
  const editor = await makePerson();
  const checker = await makePerson({ role: "checker" });
  const figures = async (reader: typeof editor, of: { id: string }) =>
    callApi(figuresRoute.GET, {
      method: "GET",
      token: await makeToken(reader),
      path: `/figures?from=2020-01-06&to=2020-01-12&person=${of.id}`,
    });
  expect(await figures(checker, editor)).toMatchObject(problemAnswer(403, "forbidden"));
  expect(await figures(editor, { id: crypto.randomUUID() })).toMatchObject(problemAnswer(404, "not-found"));
  expect(await figures(editor, checker)).toMatchObject({
    status: 200,
    body: { person: { id: checker.id }, reviews: 0, weeks: [{ week: "2020-01-06" }] },
  });
});

test("what the history restores is in the article of the address, and as the program saw it", async () => {
  const article = await makeArticle({ title: "A good harvest" });
  const at = { token: await makeToken(article.author), params: { id: article.id } };
  const rename = (title: string) =>
    callApi(articleRoute.PATCH, { ...at, method: "PATCH", headers: { "if-match": "*" }, json: { title } });
  await rename("A bad harvest");
  const history = await callApi(historyRoute.GET, { ...at, method: "GET", path: "/x?limit=1" });
  const [event] = (history.body as { items: { id: string }[] }).items;
  const seen = event?.id ?? "";
  const restore = (id: string, named = seen) =>
    callApi(restorationRoute.POST, {
      token: at.token,
      params: { id, event: named },
      json: { moment: "before", seen },
    });
  expect(await restore((await makeArticle()).id)).toMatchObject(problemAnswer(404, "not-found"));
  for (const missing of ["999999999", "latest", "99999999999999999999"])
    expect(await restore(article.id, missing)).toMatchObject(problemAnswer(404, "not-found"));
  await rename("The harvest");
  expect(await restore(article.id)).toMatchObject(problemAnswer(412, "precondition-failed"));
  const read = await callApi(articleRoute.GET, { ...at, method: "GET" });
  expect(read.body).toMatchObject({ title: "The harvest" });
});

test("an administrator's token for writing restores no setting of the desk", async () => {
  const administrator = await makePerson({ role: "administrator" });
  const states = must(await getDeskSettings(administrator)).states;
  const value = { pageDays: 0, idleDays: 5 };
  const { revision } = states.watching;
  must(await changeDeskSetting(administrator, { key: "watching", revision, value }));
  const { events } = await listAuditEvents({ target: { type: "setting", id: "watching" } }, 1);
  const event = events[0]?.id ?? "";
  const article = await makeArticle();
  const restored = await callApi(restorationRoute.POST, {
    token: await makeToken(administrator),
    params: { id: article.id, event },
    json: { moment: "before", seen: event },
  });
  expect(restored).toMatchObject(problemAnswer(404, "not-found"));
  expect(must(await getDeskSettings(administrator)).settings.watching).toEqual(value);
});
