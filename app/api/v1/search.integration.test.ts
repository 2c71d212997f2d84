import { beforeAll, expect, test } from "vitest";
import { callApi, makeToken, problemAnswer } from "@/lib/testing/call-api";
import { makeArticle, makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { GET as search } from "./search/claims/route";
import { POST as suggest } from "./suggestions/route";

withTestDatabase();

let token = "";
let articleId = "";
beforeAll(async () => {
  const author = await makePerson();
  token = await makeToken(author, "read");
  const article = await makeArticle({ author, title: "Harvest" });
  articleId = article.id;
  for (const statement of ["Wheat exports doubled.", "Wheat prices fell.", "Rye exports fell."])
    await makeClaim({ article, author, statement });
});

/** The statements on each page of a search. */
async function pagesOf(query: Record<string, string>): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const parameters = new URLSearchParams({ ...query, ...(cursor && { cursor }) });
    const answer = await callApi(search, { method: "GET", path: `/search/claims?${parameters}`, token });
    expect(answer.status).toBe(200);
    const body = answer.body as { items: { statement: string }[]; nextCursor: string | null };
    pages.push(body.items.map(({ statement }) => statement));
    cursor = body.nextCursor;
  }
  return pages;
}

test.each<[string, Record<string, string>, string[][]]>([
  ["words in any order", { q: "doubled wheat" }, [["Wheat exports doubled."]]],
  ["the last changed first", { q: "WHEAT" }, [["Wheat prices fell.", "Wheat exports doubled."]]],
  ["page by page", { q: "wheat", limit: "1" }, [["Wheat prices fell."], ["Wheat exports doubled."]]],
  ["nothing for a wildcard", { q: "%" }, [[]]],
])("a search finds %s", async (_, query, pages) => {
  expect(await pagesOf(query)).toEqual(pages);
});

test("a found claim says where it is and how it is rated", async () => {
  const answer = await callApi(search, { method: "GET", path: "/search/claims?q=rye", token });
  expect(answer.body?.items).toEqual([
    expect.objectContaining({
      articleId,
      articleTitle: "Harvest",
      number: 3,
      state: "draft",
      rating: "true",
    }),
  ]);
});

test.each([
  ["a search without words", () => callApi(search, { method: "GET", path: "/search/claims?q=+", token })],
  ["a text that is too long", () => callApi(suggest, { token, json: { text: "x".repeat(200_001) } })],
])("%s is refused", async (_, call) => {
  expect(await call()).toMatchObject(problemAnswer(422, "invalid"));
});

test("suggestions for an unknown article are refused", async () => {
  const answer = await callApi(suggest, { token, json: { articleId: crypto.randomUUID() } });
  expect(answer).toMatchObject(problemAnswer(404, "not-found"));
});

test("an article's suggestions leave out what is marked", async () => {
  const answer = await callApi(suggest, { token, json: { articleId } });
  // Its second sentence is a claim, and "Then it fell." is too short.
  expect(answer).toMatchObject({ status: 200, body: { complete: true, items: [] } });
});

test("a text's suggestions name their signs and stand where the text says", async () => {
  const text = `It is a day like this. ${"Nobody knows what will be. ".repeat(1000)}Exports rose to 12 tonnes in May.`;
  const answer = await callApi(suggest, { token, json: { text } });
  const start = text.indexOf("Exports");
  expect(answer.body?.items).toEqual([
    {
      start,
      end: text.length,
      exact: "Exports rose to 12 tonnes in May.",
      signs: ["number", "comparison", "name"],
    },
  ]);
});
