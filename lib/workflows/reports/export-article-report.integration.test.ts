import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/articles/[id]/exports/[format]/route";
import { setPublicationRenderer } from "@/lib/documents/render-publication";
import type { Actor } from "@/lib/policies/actor";
import { callApi, makeToken } from "@/lib/testing/call-api";
import {
  makeArticle,
  makeClaim,
  makeGuest,
  makeManuscript,
  makePerson,
  must,
  revisionOf,
} from "@/lib/testing/factories";
import { readExport } from "@/lib/testing/reports/read-export";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { type ArticleReportInput, exportArticleReport } from "./export-article-report";

withTestDatabase();
beforeEach(() => setPublicationRenderer(renderInProcess));

/** An article with an approved claim (1), one in review with a secret source (2), and one without a verdict (3). */
async function makeChecked() {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  const claim = (exact: string, more: object) =>
    makeClaim({ article, author: editor, anchor: { exact }, ...more });
  await claim("Trade rose fast", { state: "approved" });
  await claim("$240 billion", {
    state: "in_review",
    evidence: [
      {
        stance: "supports",
        excerpt: "secret-excerpt",
        source: { title: "secret-title", confidential: true, publicDescription: "An official" },
      },
    ],
  });
  await claim("Then it fell", { verdict: null });
  return { editor, article };
}

let made: ReturnType<typeof makeChecked> | undefined;
/** The same for all tests that only read it. */
const checked = () => {
  made ??= makeChecked();
  return made;
};

type Input = Partial<ArticleReportInput>;

async function read(actor: Actor, articleId: string, input: Input = {}) {
  const file = must(await exportArticleReport(actor, { articleId, of: "draft", format: "json", ...input }));
  return { file, report: JSON.parse(String(file.bytes)) };
}

test("a draft has each claim with a verdict, and says which are not approved or missing", async () => {
  const { editor, article } = await checked();
  const { file, report } = await read(editor, article.id);
  expect(report).toMatchObject({ status: "draft", unfinished: { unapproved: [2], missing: [3] } });
  expect(report.claims.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
  expect(report.signers.map(({ role }: { role: string }) => role)).not.toContain("published");
  expect(JSON.stringify(report)).not.toContain("secret");
  expect(file).toMatchObject({ name: `${article.slug}-draft-report.json`, etag: null });
});

test("files of a draft say that it is one, and do not name the secret source", async () => {
  const { editor, article } = await checked();
  for (const format of ["pdf", "docx", "csv"] as const) {
    const { bytes } = must(await exportArticleReport(editor, { articleId: article.id, of: "draft", format }));
    const text = await readExport(format, bytes);
    expect([format, text.includes("Draft, not published"), text.includes("secret")]).toEqual([
      format,
      true,
      false,
    ]);
  }
});

test("claims can be chosen, of the draft and of what is published", async () => {
  const editor = await makePerson();
  const article = await makeArticle({ author: editor });
  await makeClaim({ article, author: editor, anchor: { exact: "Trade rose fast" }, state: "approved" });
  await makeClaim({ article, author: editor, anchor: { exact: "$240 billion" }, state: "approved" });
  must(
    await publishArticle(await makePerson(), {
      articleId: article.id,
      revision: await revisionOf(article.id),
    }),
  );
  for (const of of ["draft", "published"] as const) {
    const { file, report } = await read(editor, article.id, { of, claims: "2" });
    expect(report.claims.map(({ number }: { number: number }) => number)).toEqual([2]);
    expect(report.selection).toEqual({ of: 2 });
    expect(file.name).toContain("selection");
  }
  const { report } = await read(editor, article.id, { of: "published", claims: "" });
  expect([report.claims.length, report.selection, report.status]).toEqual([2, undefined, undefined]);
});

describe("is refused", () => {
  test.each<[string, Input, object]>([
    [
      "of a claim that it does not have",
      { claims: "1,99" },
      { kind: "invalid", message: /has no claim 99\./ },
    ],
    [
      "of what is not a list of numbers",
      { claims: "1;2" },
      { kind: "invalid", message: /separated by commas/ },
    ],
    ["as ClaimReview, while it is a draft", { format: "claimreview" }, { kind: "invalid", message: /draft/ }],
    ["of what is not published", { of: "published" }, { kind: "invalid", message: /not published/ }],
  ])("a report %s", async (_, input, expected) => {
    const { editor, article } = await checked();
    const result = await exportArticleReport(editor, {
      articleId: article.id,
      of: "draft",
      format: "json",
      ...input,
    });
    if (result.ok) throw new Error("it was made");
    const { kind, message } = expected as { kind: string; message: RegExp };
    expect(result.error.kind).toBe(kind);
    expect(result.error.message).toMatch(message);
  });

  test("to guests, of another article; they get their own", async () => {
    const { editor, article } = await checked();
    const other = await makeArticle();
    const guest = await makeGuest(article, editor);
    expect((await read(guest, article.id)).report.status).toBe("draft");
    expect(
      await exportArticleReport(guest, { articleId: other.id, of: "draft", format: "json" }),
    ).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });

  test("of a manuscript", async () => {
    const editor = await makePerson();
    const article = await makeManuscript({ author: editor });
    expect(
      await exportArticleReport(editor, { articleId: article.id, of: "draft", format: "json" }),
    ).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining("manuscript") },
    });
  });
});

test("the dossier has what the newsroom knows, and is refused to guests", async () => {
  const { editor, article } = await checked();
  const input = { articleId: article.id, of: "dossier", format: "html" } as const;
  const { name, type, bytes } = must(await exportArticleReport(editor, input));
  expect([name, type]).toEqual([`${article.slug}-dossier.html`, "text/html; charset=utf-8"]);
  const text = await readExport("html", bytes);
  for (const part of [
    "Confidential, internal",
    "Claim 3 has no verdict.",
    "Claim 2 is not approved",
    "An official",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("secret");
  expect(await exportArticleReport(editor, { ...input, format: "csv" })).toMatchObject({
    ok: false,
    error: { kind: "invalid" },
  });
  const guest = await makeGuest(article, editor);
  expect(await exportArticleReport(guest, input)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
});

test("the API exports drafts only with a token, and nothing stores them", async () => {
  const { editor, article } = await checked();
  const call = (query: string, token?: string) =>
    callApi(GET, {
      method: "GET",
      path: `/articles/${article.id}/exports/json${query}`,
      params: { id: article.id, format: "json" },
      ...(token && { token }),
    });
  expect((await call("?of=draft")).status).toBe(401);
  const token = await makeToken(editor, "read");
  const drafted = await call("?of=draft&claims=2&paper=letter", token);
  expect(drafted.status).toBe(200);
  expect(drafted.headers["cache-control"]).toContain("no-store");
  expect(drafted.headers.etag).toBeUndefined();
  expect(drafted.body).toMatchObject({ status: "draft", selection: { of: 2 } });
  expect((await call("", token)).body).toMatchObject({ type: expect.stringContaining("not-published") });
  expect((await call("?of=nonsense", token)).status).toBe(422);
});
