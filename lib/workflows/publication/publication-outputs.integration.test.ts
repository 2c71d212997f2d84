import { beforeEach, describe, expect, test, vi } from "vitest";
import { findCurrentPublication } from "@/lib/db/public-publications";
import {
  type PublicationOutputsFailure,
  type PublicationRenderer,
  setPublicationRenderer,
} from "@/lib/documents/render-publication";
import { reportFile } from "@/lib/documents/report-file";
import { env } from "@/lib/env";
import { runInChildProcess } from "@/lib/isolation/run-in-child-process";
import { EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { err } from "@/lib/result";
import { makeArticle, makeClaim, makePerson, must, reloadClaim, revisionOf } from "@/lib/testing/factories";
import { renderInProcess } from "@/lib/testing/reports/render-in-process";
import { withTestDatabase } from "@/lib/testing/test-database";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { publishArticle } from "./publish-article";
import { publishDue, schedulePublication } from "./schedule-publication";

vi.mock("@/lib/isolation/run-in-child-process", { spy: true });

withTestDatabase();
beforeEach(() => setPublicationRenderer(renderInProcess));

async function publishable() {
  const article = await makeArticle();
  const claim = await makeClaim({ article, author: article.author, state: "approved" });
  return { article, claim, editor: await makePerson() };
}

const failing = (failure: Partial<PublicationOutputsFailure>): PublicationRenderer => {
  const whole = { format: "pdf", kind: "failed", fault: null, cause: new Error("why"), ...failure } as const;
  return async () => err(whole);
};

describe("a file that can't be rendered", () => {
  test.each<[string, Partial<PublicationOutputsFailure>, object]>([
    [
      "because of a claim",
      { fault: { kind: "claim", number: 3 } },
      {
        kind: "invalid",
        message:
          "The PDF of this report can't be made, so nothing was published. The problem is in claim 3 of the report: change its rationale or its evidence, then publish again.",
        fields: { outputs: ["pdf"] },
        cause: new Error("why"),
      },
    ],
    [
      "because of a passage",
      { format: "html", fault: { kind: "passage", text: "Trade rose…" } },
      {
        kind: "invalid",
        message:
          "The HTML file of this report can't be made, so nothing was published. The problem is in the passage that begins with “Trade rose…”: change it, then publish again.",
      },
    ],
    [
      "because of a source",
      { fault: { kind: "source", title: "Customs" } },
      { kind: "invalid", message: expect.stringContaining("in the source “Customs”: change its details") },
    ],
    [
      "for no reason that was found",
      {},
      { kind: "invalid", message: expect.stringContaining("Undo your last changes, then publish again.") },
    ],
    [
      "because its pages fail",
      { format: "pages", fault: { kind: "claim", number: 3 } },
      {
        kind: "invalid",
        message: expect.stringMatching(/^The public page of this report can't be made.*in claim 3/),
        fields: { outputs: ["pages"] },
      },
    ],
    [
      "because its process crashed",
      { format: "claimreview", kind: "crashed" },
      {
        kind: "invalid",
        message: expect.stringMatching(/^The ClaimReview file of this report can't be made/),
      },
    ],
    [
      "because it needs too much memory",
      { kind: "too-large" },
      { kind: "invalid", message: expect.stringContaining("needs too much memory") },
    ],
    [
      "in time",
      { kind: "too-slow" },
      { kind: "unavailable", message: expect.stringContaining("was not ready in time") },
    ],
    [
      "before it had begun",
      { format: null, kind: "crashed" },
      { kind: "invalid", message: expect.stringMatching(/^The file of this report can't be made/) },
    ],
  ])("%s leaves everything as it was", async (_, failure, expected) => {
    const { article, editor } = await publishable();
    const revision = await revisionOf(article.id);
    setPublicationRenderer(failing(failure));
    expect(await publishArticle(editor, { articleId: article.id, revision })).toMatchObject({
      ok: false,
      error: expected,
    });
    expect(await findCurrentPublication(article.slug)).toBeNull();
    // It can be published as soon as it can be rendered.
    setPublicationRenderer(renderInProcess);
    must(await publishArticle(editor, { articleId: article.id, revision }));
  });

  test("is found out when the publication is scheduled, and again when it is due", async () => {
    const { article, editor } = await publishable();
    const input = { articleId: article.id, revision: await revisionOf(article.id) };
    const [now, at] = [new Date("2030-01-01T12:00:00Z"), new Date("2030-01-01T13:00:00Z")];
    const plan = () => schedulePublication(editor, { ...input, at: at.toISOString() }, now);
    setPublicationRenderer(failing({}));
    expect(await plan()).toMatchObject({ ok: false, error: { fields: { outputs: ["pdf"] } } });
    setPublicationRenderer(renderInProcess);
    must(await plan());
    setPublicationRenderer(failing({}));
    expect(await publishDue(at)).toBe(0);
    expect(await findCurrentPublication(article.slug)).toBeNull();
  });
});

test("a claim that is excluded while the files are rendered is not in them in the end", async () => {
  const { article, editor } = await publishable();
  const other = await makeClaim({
    article,
    author: article.author,
    anchor: { exact: "Trade rose fast" },
    state: "approved",
  });
  const rendered: number[] = [];
  setPublicationRenderer(async (request) => {
    rendered.push(request.report.claims.length);
    if (rendered.length === 1)
      must(
        await transitionClaim(editor, {
          claimId: other.id,
          revision: other.revision,
          action: "exclude",
          note: "Trivial.",
        }),
      );
    return renderInProcess(request);
  });
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  expect(rendered).toEqual([2, 1]);
  expect((await findCurrentPublication(article.slug))?.report.claims).toHaveLength(1);
});

test("a claim that is reopened while the files are rendered prevents it", async () => {
  const { article, claim, editor } = await publishable();
  setPublicationRenderer(async (request) => {
    const { id, revision, kind, verdict, evidence } = await reloadClaim(claim);
    must(
      await updateClaim(article.author, {
        claimId: id,
        revision,
        statement: "Trade came to 240 billion dollars.",
        kind,
        verdict: { ratingKey: "false", rationaleDoc: verdict?.rationaleDoc as never },
        evidence: evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
      }),
    );
    return renderInProcess(request);
  });
  expect(
    await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }),
  ).toMatchObject({ ok: false, error: { kind: "invalid", message: expect.stringContaining("Claim 1") } });
  expect(await findCurrentPublication(article.slug)).toBeNull();
});

test("the real files are rendered outside this process, and its first readers get them at once", async () => {
  setPublicationRenderer(undefined);
  const { article, editor } = await publishable();
  must(await publishArticle(editor, { articleId: article.id, revision: await revisionOf(article.id) }));
  const publication = await findCurrentPublication(article.slug);
  if (!publication) throw new Error("it is not published");
  const address = `${env().publicUrl}/articles/${article.slug}`;
  const files = await Promise.all(
    EXPORT_FORMATS.map((format) => reportFile({ publication, format, address })),
  );
  const beginnings = files.map((file) => file.ok && file.value.bytes.subarray(0, 4).toString().trim());
  expect(Object.fromEntries(EXPORT_FORMATS.map((format, index) => [format, beginnings[index]]))).toEqual({
    pdf: "%PDF",
    docx: "PK\u0003\u0004",
    html: "<!DO",
    md: "# Tr",
    txt: "Trad",
    csv: "r",
    xlsx: "PK\u0003\u0004",
    json: "{",
    claimreview: "[",
    annotations: "{",
  });
  expect(vi.mocked(runInChildProcess).mock.calls.map(([name]) => name)).toEqual(["render-outputs"]);
});
