import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { clearEvents, countEvent } from "@/lib/db/rate-limits";
import { listSnapshots } from "@/lib/db/snapshots";
import { runJobs } from "@/lib/jobs/run-jobs";
import type { Actor } from "@/lib/policies/actor";
import {
  makeArticle,
  makeClaim,
  makeGuest,
  makePerson,
  must,
  reloadClaim,
  revisionOf,
} from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { publishArticle } from "@/lib/workflows/publication/publish-article";
import { changeDeskSetting, getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { takeSnapshot } from "@/lib/workflows/sources/copies/take-snapshot";
import { checkPage, checkPageInJob } from "./check-page";
import { loadWatch } from "./list-watching";
import { loadPageChange } from "./load-page-change";
import { queuePageChecks } from "./queue-page-checks";
import { confirmFlag } from "./resolve-flag";

/** The paragraphs of each page, by path. */
const pages = new Map<string, string[]>();
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const paragraphs = pages.get(request.url ?? "");
    if (!paragraphs) response.writeHead(404).end();
    else
      response
        .setHeader("content-type", "text/html")
        .end(
          `<!doctype html><html><head><title>Figures</title></head><body><nav>Menu ${crypto.randomUUID()}</nav><article><h1>Figures</h1>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></body></html>`,
        );
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

withTestDatabase();
beforeAll(() => setEnv({ OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1" }));

/** Enough text that the reading of the page can tell it from the navigation. */
const LONG = Array.from(
  { length: 8 },
  (_, index) =>
    `Paragraph ${index}: the statistical office publishes these figures each month, for all regions, all kinds of goods, and all years.`,
).join("</p><p>");

/** A published claim that cites a page of this text, with an excerpt. */
async function scene({ excerpt = "It was 240 billion.", saved = true } = {}) {
  const path = `/${crypto.randomUUID()}`;
  pages.set(path, [LONG, "It was 240 billion.", "More next month."]);
  const author = await makePerson();
  const article = await makeArticle({ author });
  const claim = await makeClaim({
    article,
    author,
    state: "approved",
    evidence: [
      { stance: "supports", excerpt, source: { title: "Figures", url: `http://127.0.0.1:${port}${path}` } },
    ],
  });
  const sourceId = claim.evidence[0]?.source.id ?? "";
  if (saved) must(await takeSnapshot(author, { sourceId }));
  const publish = async () =>
    must(await publishArticle(author, { articleId: article.id, revision: await revisionOf(article.id) }));
  return { author, article, claim, sourceId, path, publish };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const flagsOf = async ({ author, article, claim }: Scene) =>
  must(await loadWatch(author, { articleId: article.id, claimId: claim.id })).flags;

/** Checks a page without waiting for the site. */
async function check({ author, sourceId }: Scene) {
  await clearEvents(`page-check:127.0.0.1:${port}`);
  return checkPage(author, { sourceId });
}

describe("a page is checked", () => {
  test("the first time, its copy is saved", async () => {
    const s = await scene({ saved: false });
    expect(must(await check(s))).toEqual({ change: "first", flagged: 0 });
    expect(await listSnapshots(s.sourceId)).toHaveLength(1);
  });

  test("what says the same is not saved again, whatever its navigation says", async () => {
    const s = await scene();
    pages.set(s.path, [LONG, "It  was 240&nbsp;billion.", "More next month."]);
    expect(must(await check(s))).toEqual({ change: "same", flagged: 0 });
    expect(await listSnapshots(s.sourceId)).toHaveLength(1);
    expect(await flagsOf(s)).toEqual([]);
  });

  test("a lost excerpt flags the claim, with what changed", async () => {
    const s = await scene();
    pages.set(s.path, [LONG, "It was 204 billion.", "More next month."]);
    expect(must(await check(s))).toEqual({ change: "changed", flagged: 1 });
    const [flag] = await flagsOf(s);
    expect(flag).toMatchObject({
      kind: "excerpt_gone",
      source: { id: s.sourceId },
      owner: { id: s.author.id },
      detail: { lost: ["It was 240 billion."] },
    });
    const change = must(await loadPageChange(s.author, { flagId: flag?.id ?? "" }));
    expect(change.lost).toEqual(["It was 240 billion."]);
    expect(JSON.stringify(change.blocks)).toContain("204");
    expect(JSON.stringify(change.blocks)).not.toContain("statistical office");
    const { items } = await listNotifications(s.author, {});
    expect(items.filter(({ kind }) => kind === "page-changed")).toHaveLength(1);
    must(await confirmFlag(s.author, { flagId: flag?.id ?? "", note: "A misprint, corrected later." }));
    expect(await flagsOf(s)).toEqual([]);
    expect((await reloadClaim(s.claim)).state).toBe("approved");
  });

  test("another change flags it too, and says that the excerpt is still there", async () => {
    const s = await scene();
    pages.set(s.path, [LONG, "It was 240 billion.", "Correction: of last year."]);
    must(await check(s));
    expect(await flagsOf(s)).toMatchObject([{ kind: "page_changed", detail: { lost: [] } }]);
  });

  test("a second change before anyone looked is part of the same flag", async () => {
    const s = await scene();
    pages.set(s.path, [LONG, "It was 240 billion.", "Correction: of last year."]);
    must(await check(s));
    pages.set(s.path, [LONG, "It was 24 million.", "Correction: of last year."]);
    must(await check(s));
    const flags = await flagsOf(s);
    expect(flags).toMatchObject([{ kind: "excerpt_gone", detail: { lost: ["It was 240 billion."] } }]);
    const change = must(await loadPageChange(s.author, { flagId: flags[0]?.id ?? "" }));
    expect(JSON.stringify(change.blocks)).toContain("Correction");
  });

  test("an excerpt that was never on the page is not lost", async () => {
    const s = await scene({ excerpt: "Whales sing in the deep, says no one." });
    pages.set(s.path, [LONG, "It was 241 billion."]);
    must(await check(s));
    expect(await flagsOf(s)).toMatchObject([{ kind: "page_changed" }]);
  });

  test("a copy that a person saves is compared as well", async () => {
    const s = await scene();
    pages.set(s.path, [LONG, "It was 204 billion.", "More next month."]);
    must(await takeSnapshot(s.author, { sourceId: s.sourceId }));
    expect(await flagsOf(s)).toMatchObject([{ kind: "excerpt_gone" }]);
  });

  test("a draft that cites the page is not flagged", async () => {
    const s = await scene();
    const draft = await makeClaim({
      author: s.author,
      evidence: [{ stance: "supports", source: { id: s.sourceId } }],
    });
    pages.set(s.path, [LONG, "It was 204 billion."]);
    expect(must(await check(s)).flagged).toBe(1);
    expect(must(await loadWatch(s.author, { articleId: draft.articleId, claimId: draft.id })).flags).toEqual(
      [],
    );
  });
});

describe("refused", () => {
  test("a page that is gone says so, and its link is noted", async () => {
    const s = await scene();
    pages.delete(s.path);
    expect(await check(s)).toMatchObject({
      ok: false,
      error: { kind: "invalid", message: expect.stringContaining("404") },
    });
    expect(await flagsOf(s)).toEqual([]);
  });

  test("too many visits of one site", async () => {
    const s = await scene();
    // A longer window than usual: the test can take its time.
    for (let visit = 0; visit < 3; visit++) await countEvent(`page-check:127.0.0.1:${port}`, 600);
    expect(await checkPage(s.author, { sourceId: s.sourceId })).toMatchObject({
      ok: false,
      error: { kind: "rate-limited", message: expect.stringContaining(`127.0.0.1:${port}`) },
    });
  });

  test.each<[string, (s: Scene) => Promise<Actor>]>([
    ["guests", async ({ article, author }) => makeGuest(article, author)],
  ])("%s", async (_, who) => {
    const s = await scene();
    expect(await checkPage(await who(s), { sourceId: s.sourceId })).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
  });

  test("a confidential source", async () => {
    const claim = await makeClaim({
      evidence: [
        {
          stance: "supports",
          source: {
            title: "Letter",
            url: `http://127.0.0.1:${port}/secret`,
            confidential: true,
            publicDescription: "A letter",
          },
        },
      ],
    });
    expect(
      await checkPage(await makePerson(), { sourceId: claim.evidence[0]?.source.id ?? "" }),
    ).toMatchObject({ ok: false, error: { message: expect.stringContaining("confidential") } });
  });
});

describe("by itself", () => {
  async function setPageDays(pageDays: number): Promise<void> {
    const administrator = await makePerson({ role: "administrator" });
    const { revision } = must(await getDeskSettings(administrator)).states.watching;
    must(
      await changeDeskSetting(administrator, { key: "watching", revision, value: { pageDays, idleDays: 7 } }),
    );
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  test("nothing, unless the desk asks for it; then the pages of published claims after the days of the setting, by a job", async () => {
    const s = await scene();
    await scene(); // Approved, but not published.
    await s.publish();
    pages.set(s.path, [LONG, "It was 204 billion."]);
    expect(await queuePageChecks(inDays(400))).toBe(0);
    await checkPageInJob({ sourceId: s.sourceId }, inDays(400));
    expect(await flagsOf(s)).toEqual([]);
    await setPageDays(30);
    expect(await queuePageChecks(inDays(29))).toBe(0);
    const jobs = await runJobs(process.env.DATABASE_URL ?? "");
    try {
      expect(await queuePageChecks(inDays(31))).toBe(1);
      await vi.waitFor(async () => expect(await flagsOf(s)).toMatchObject([{ kind: "excerpt_gone" }]), {
        timeout: 20_000,
      });
    } finally {
      await jobs.stop();
    }
    await setPageDays(0);
  });
});
