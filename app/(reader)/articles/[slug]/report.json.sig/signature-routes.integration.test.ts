import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getKeys } from "@/app/(reader)/.well-known/obelus-key.json/route";
import { disconnect } from "@/lib/db/client";
import type { Actor } from "@/lib/policies/actor";
import { reportSignatureSchema, verifyReport } from "@/lib/signatures/report-signature";
import { makeArticle, makeClaim, makePerson, must, revisionOf } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { exportArticleReport } from "@/lib/workflows/reports/export-article-report";
import { GET as getReport } from "../report.json/route";
import { GET as getSignature } from "./route";

withTestDatabase();

let editor: Actor;
let article: Awaited<ReturnType<typeof makeArticle>>;

beforeAll(async () => {
  setEnv({ NEXTAUTH_SECRET: "s".repeat(40) });
  const author = await makePerson();
  editor = await makePerson({ role: "editor" });
  article = await makeArticle({ author });
  for (const exact of ["Trade rose", "$240 billion"])
    await makeClaim({ article, author, state: "approved", approver: editor, anchor: { exact } });
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
});
afterAll(() => disconnect());

const at = (slug: string) => ({ params: Promise.resolve({ slug }) });
const request = (path: string) => new NextRequest(`http://localhost:3000${path}`);
const keys = async () => (await (await getKeys()).json()) as { keys: Record<string, unknown>[] };

test("the public keys are a set of keys, without their secrets, for programs on any site", async () => {
  const answer = await getKeys();
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/jwk-set+json",
    "access-control-allow-origin": "*",
  });
  const [key] = (await keys()).keys;
  expect(key).toMatchObject({ kty: "OKP", crv: "Ed25519", retiredAt: null });
  expect(key).not.toHaveProperty("d");
});

test("the separate signature is that of the report, and no other article's", async () => {
  const answer = await getSignature(request("/"), at(article.slug));
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const signature = reportSignatureSchema.parse(await answer.json());
  const report = await (await getReport(request("/"), at(article.slug))).json();
  expect(report.signature).toEqual(signature);
  expect(verifyReport(report, signature, (await keys()).keys)).toMatchObject({ kind: "valid" });
  expect(verifyReport({ ...report, claims: [] }, signature, (await keys()).keys)).toEqual({
    kind: "changed",
  });
  expect((await getSignature(request("/"), at("nothing-here"))).status).toBe(404);
});

test("a report of selected claims is signed by itself", async () => {
  const exported = await exportArticleReport(editor, {
    articleId: article.id,
    of: "published",
    format: "json",
    claims: "2",
  });
  const report = JSON.parse(Buffer.from(must(exported).bytes).toString("utf8"));
  expect(report).toMatchObject({ claims: [{ number: 2 }], selection: { of: 2 } });
  const signature = reportSignatureSchema.parse(report.signature);
  expect(verifyReport(report, signature, (await keys()).keys)).toMatchObject({ kind: "valid" });
});
