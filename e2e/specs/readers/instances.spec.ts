import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rationale } from "@/lib/testing/builders";
import { must, reloadClaim } from "@/lib/testing/factories";
import { updateClaim } from "@/lib/workflows/claims/update-claim";
import { transitionClaim } from "@/lib/workflows/review/transition-claim";
import { makeDoor } from "@/scripts/faults/door";
import { makeFaultServer } from "@/scripts/faults/kills/fault-server";
import { apiOf } from "../../fixtures/api";
import { expect, makeArticle, makeClaim, makePerson, test, typeInto } from "../../fixtures/desk";

/** How often each page is asked for after a change is seen. */
const TIMES = 12;

test("what one server changes, another shows, and never the old page again", async ({ as, request }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "obelus-second-"));
  const door = await makeDoor(process.env.DATABASE_URL ?? "");
  await door.open();
  const other = await makeFaultServer({
    databaseUrl: door.url,
    distDir: process.env.OBELUS_DIST_DIR ?? "",
    dataDir,
  });
  const administrator = await as("administrator");
  const editor = await makePerson();
  const publishing = await apiOf(request, editor);
  const redacting = await apiOf(request, administrator.person);

  /** Publishes, corrects, redacts and unpublishes an article on the first server. */
  const changeEverything = async (mode: string) => {
    const article = await makeArticle();
    const { author, slug } = article;
    const [statement, secret, corrected, reason] = ["Statement", "Secret", "Count", "Reason"].map(
      (word) => `${word} ${crypto.randomUUID().slice(0, 8)}`,
    ) as [string, string, string, string];
    const claim = await makeClaim({
      article,
      author,
      statement,
      verdict: { ratingKey: "true", rationaleDoc: rationale(`Customs say so. ${secret}.`) },
      state: "approved",
    });
    const page = `/articles/${slug}`;
    const paths = [
      "/",
      page,
      `${page}/report`,
      `${page}/claims/1`,
      `/embed${page}`,
      `/embed${page}/claims/1`,
    ];

    /** Makes a change and compares all pages of both servers: the first has the new ones at once, the second soon, and then for good. */
    const follow = async (
      change: string,
      make: () => Promise<void>,
      isNew: (html: string, path: string) => boolean,
    ) => {
      const stale = async (address: string) => {
        const answers = await Promise.all(
          paths.map(async (path) => ({ path, html: await (await fetch(`${address}${path}`)).text() })),
        );
        return answers.filter(({ path, html }) => !isNew(html, path)).map(({ path }) => path);
      };
      // Both have what is shown now in memory.
      for (const address of [other.address, process.env.E2E_BASE_URL ?? ""])
        for (const path of [...paths, ...paths]) await fetch(`${address}${path}`);
      await make();
      expect(await stale(process.env.E2E_BASE_URL ?? ""), `${mode}: ${change}, on its own server`).toEqual(
        [],
      );
      const began = performance.now();
      await expect
        .poll(() => stale(other.address), { message: `${mode}: ${change}`, intervals: [20] })
        .toEqual([]);
      test.info().annotations.push({
        type: `${mode}: ${change}`,
        description: `${Math.round(performance.now() - began)} ms`,
      });
      for (let time = 0; time < TIMES; time++)
        expect(await stale(other.address), `${mode}: ${change}, asked again`).toEqual([]);
    };
    const publish = async (corrections: object[]) => {
      const answer = await publishing("POST", `/articles/${article.id}/publish`, {
        data: { corrections },
        key: crypto.randomUUID(),
        ifMatch: (await publishing("GET", `/articles/${article.id}`)).headers.etag,
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    };

    await follow(
      "publish",
      () => publish([]),
      (html, path) => html.includes(path === "/" ? slug : statement),
    );
    const { id, revision, kind, evidence } = await reloadClaim(claim);
    const edited = must(
      await updateClaim(author, {
        claimId: id,
        revision,
        statement,
        kind,
        verdict: { ratingKey: "false", rationaleDoc: rationale(`${corrected}. ${secret}.`) },
        evidence: evidence.map(({ id: _, source, ...each }) => ({ ...each, source: { id: source.id } })),
      }),
    );
    const submitted = must(
      await transitionClaim(author, { claimId: id, revision: edited.revision, action: "submit" }),
    );
    must(await transitionClaim(editor, { claimId: id, revision: submitted.revision, action: "approve" }));
    await follow(
      "correct",
      () => publish([{ claimId: id, note: "Customs counted again." }]),
      (html, path) => path === "/" || html.includes(corrected),
    );
    await follow(
      "redact",
      async () => {
        const answer = await redacting("POST", `/articles/${article.id}/redactions`, {
          data: { target: { kind: "text", text: secret }, reason: "On request of a court." },
          key: crypto.randomUUID(),
        });
        expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      },
      (html, path) => path === "/" || (html.includes(corrected) && !html.includes(secret)),
    );
    await administrator.page.goto(`/desk/articles/${article.id}/publish`);
    await administrator.page.getByRole("button", { name: "Unpublish…" }).click();
    await typeInto(administrator.page.getByLabel("Public reason"), reason);
    await follow(
      "unpublish",
      async () => {
        await administrator.page.getByRole("button", { name: "Unpublish article" }).click();
        await expect(administrator.page.getByText("Article unpublished.")).toBeVisible();
      },
      (html, path) => (path === "/" ? !html.includes(slug) : html.includes(reason)),
    );
  };

  try {
    await other.start();
    await test.step("by notifications", () => changeEverything("LISTEN"));
    door.deafen();
    await test.step("while notifications do not arrive", () => changeEverything("polling"));
  } finally {
    await other.kill();
    await door.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
