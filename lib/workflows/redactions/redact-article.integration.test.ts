import { describe, expect, test } from "vitest";
import * as route from "@/app/api/v1/articles/[id]/redactions/route";
import { listAuditEvents } from "@/lib/db/audit-events";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { clientOf } from "@/lib/db/transaction";
import type { RedactInput } from "@/lib/redactions/redaction-input";
import { callApi, makeToken } from "@/lib/testing/call-api";
import { makeArticle, makePerson, must } from "@/lib/testing/factories";
import { publishWithSource, REASON, redactSource, redactText } from "@/lib/testing/redacted-article";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listRedactions } from "./list-redactions";

withTestDatabase();

describe("a redaction", () => {
  test("never changes what is stored, and is never changed itself", async () => {
    const { article, editor, key } = await publishWithSource();
    await redactSource(editor, article.id);
    const rows = await clientOf().$queryRaw<{ report: object }[]>`
      SELECT "report" FROM "Publication" WHERE "articleId" = ${article.id}::uuid`;
    expect(JSON.stringify(rows)).toContain(key);
    const change = (sql: string) => clientOf().$executeRawUnsafe(sql);
    await expect(change(`UPDATE "Redaction" SET "reason" = 'x'`)).rejects.toThrow("never change");
    await expect(change(`DELETE FROM "Redaction"`)).rejects.toThrow("never change");
    await expect(change(`TRUNCATE "Redaction"`)).rejects.toThrow("never change");
  });

  test("is in the audit log and in the API without what it hides", async () => {
    const { article, editor, key } = await publishWithSource();
    await redactSource(editor, article.id);
    const { events } = await listAuditEvents({ articleId: article.id, kind: "publication" }, 10);
    expect(events[0]).toMatchObject({
      action: "article.redact",
      actor: { id: editor.id },
      to: { redaction: 1, kind: "source", reason: REASON, publications: [1] },
    });
    expect(JSON.stringify(events[0])).not.toContain(key);
    const token = await makeToken(editor);
    const listed = await callApi(route.GET, { method: "GET", token, params: { id: article.id } });
    expect(listed).toMatchObject({
      status: 200,
      body: { items: [{ number: 1, kind: "source", reason: REASON }] },
    });
    expect(JSON.stringify(listed.body)).not.toContain(key);
    expect(must(await listRedactions(editor, { articleId: article.id }))[0]?.target).toMatchObject({
      kind: "source",
      at: [{ publication: 1, source: 1 }],
    });
  });

  test("by the API takes effect once for one key", async () => {
    const { article, editor } = await publishWithSource();
    const token = await makeToken(editor);
    const call = () =>
      callApi(route.POST, {
        token,
        params: { id: article.id },
        path: `/articles/${article.id}/redactions`,
        headers: { "idempotency-key": `redact-${article.id}` },
        json: { target: { kind: "text", text: "record" }, reason: "privacy" },
      });
    const [first, second] = [await call(), await call()];
    expect(first).toMatchObject({ status: 201, body: { number: 1, spots: 1, publications: [1] } });
    expect(second.body).toEqual(first.body);
    const refused = await callApi(route.POST, {
      token,
      params: { id: article.id },
      json: { target: { kind: "text", text: "" }, reason: "privacy" },
    });
    expect(refused).toMatchObject({ status: 422, headers: { "content-type": "application/problem+json" } });
  });

  test.each<[string, Partial<RedactInput>, kind: string, message: RegExp]>([
    [
      "of what no publication shows",
      { target: { kind: "text", text: "Nowhere" } },
      "invalid",
      /No publication/,
    ],
    ["whose reason repeats it", { reason: "A record of trade" }, "invalid", /repeats what it hides/],
    ["without a reason", { reason: " " }, "invalid", /Enter a public reason/],
    ["of no words", { target: { kind: "text", text: "…" } }, "invalid", /no letter or digit/],
    [
      "of a source that is not there",
      { target: { kind: "source", at: [{ publication: 1, source: 9 }] } },
      "invalid",
      /No publication names/,
    ],
    [
      "seen before another",
      { seen: { publication: 1, redactions: 3 } },
      "stale",
      /Preview the redaction again/,
    ],
    [
      "seen before a publication",
      { seen: { publication: 2, redactions: 0 } },
      "stale",
      /Preview the redaction again/,
    ],
  ])("%s is refused", async (_, input, kind, message) => {
    const { article, editor } = await publishWithSource();
    const result = await redactText(editor, article.id, "record", input);
    expect(result).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
  });

  test("of an article that was never published is refused", async () => {
    const article = await makeArticle();
    expect(await redactText(await makePerson(), article.id, "Trade")).toMatchObject({
      error: { kind: "invalid", message: expect.stringContaining("never published") },
    });
  });

  test("is for those who can publish", async () => {
    const { article } = await publishWithSource();
    expect(await redactText(await makePerson({ role: "checker" }), article.id, "record")).toMatchObject({
      error: { kind: "forbidden" },
    });
  });

  test("raises the revision by which everything made from a publication is stored", async () => {
    const { article, editor } = await publishWithSource();
    const current = async () => await findCurrentPublication(article.slug);
    expect(await current()).toMatchObject({ revision: 0 });
    must(await redactText(editor, article.id, "record"));
    expect(await current()).toMatchObject({ revision: 1, number: 1 });
  });

  test("several at once get numbers of their own", async () => {
    const { article, editor } = await publishWithSource();
    const made = await Promise.all(
      ["record", "Trade", "fast"].map((text) => redactText(editor, article.id, text)),
    );
    expect(made.map((each) => must(each).number).sort()).toEqual([1, 2, 3]);
  });
});
