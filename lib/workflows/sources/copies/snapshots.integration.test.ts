import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { countJobs } from "@/lib/db/job-queue";
import { listSnapshots } from "@/lib/db/snapshots";
import { findSource, recordLinkState } from "@/lib/db/sources";
import { FETCH_LIMITS } from "@/lib/fetching/guarded-fetch";
import { runJobs } from "@/lib/jobs/run-jobs";
import { makeClaim, makePerson, must } from "@/lib/testing/factories";
import { setEnv } from "@/lib/testing/set-env";
import { withTestDatabase } from "@/lib/testing/test-database";
import { checkLink, checkLinks } from "../check-links";
import { getSource } from "../get-source";
import { saveToArchive } from "../save-to-archive";
import { checkEvidenceCopies, checkSourceCopy, readCopyText } from "./source-copies";

let site = "";
let server: Server;
/** What was asked, in order: "GET /page". */
let asked: string[] = [];

beforeAll(async () => {
  let questions = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const json = (body: object) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (request.url === "/gone") response.writeHead(404).end();
    else if (request.url === "/long") response.end(Buffer.alloc(FETCH_LIMITS.bytes + 1, "a"));
    else if (request.url === "/tired") response.writeHead(503).end();
    else if (request.url === "/save") {
      if (request.headers.authorization !== "LOW key:secret") response.writeHead(401).end();
      else json({ job_id: "spn2-1" });
    } else if (request.url === "/save/status/spn2-1")
      json(
        ++questions < 3
          ? { status: "pending" }
          : { status: "success", timestamp: "20261124030000", original_url: `${site}/archived` },
      );
    else
      response.setHeader("content-type", "text/html").end("<title>Figures</title><p>It was 240 billion.</p>");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

withTestDatabase();
beforeAll(() => setEnv({ OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1" }));

/** The source of a claim that was just made. */
async function cite(source: { url: string; confidential?: boolean }) {
  const claim = await makeClaim({
    keepCopies: true,
    evidence: [{ stance: "supports", source: { title: "Figures", ...source } }],
  });
  return claim.evidence[0]?.source.id ?? "";
}

const stateOf = async (id: string) => (await findSource(undefined, id))?.linkState;

describe("with workers", () => {
  let jobs: Awaited<ReturnType<typeof runJobs>>;
  beforeAll(async () => {
    jobs = await runJobs(process.env.DATABASE_URL ?? "");
  });
  afterAll(() => jobs.stop());

  test("a copy of a page that is cited is saved, once", async () => {
    const url = `${site}/page`;
    const id = await cite({ url });
    await vi.waitFor(async () => expect(await listSnapshots(id)).toHaveLength(1), { timeout: 20_000 });
    expect(await stateOf(id)).toBe("answers");
    expect(must(await getSource(await makePerson(), { id })).shown?.text).toContain("It was 240 billion.");
    // Cited once more: the copy is there.
    expect(await cite({ url })).toBe(id);
    expect(await countJobs("keep-copy")).toBe(0);
    expect(await listSnapshots(id)).toHaveLength(1);
  });

  test("the evidence shows the state of the copy: waiting, saved, and whether it contains the excerpt", async () => {
    const actor = await makePerson();
    const claim = await makeClaim({
      keepCopies: true,
      evidence: ["It was 240 billion.", "It was 250 billion.", "Nothing of the kind, as submarines go."].map(
        (excerpt) => ({
          stance: "supports" as const,
          excerpt,
          source: { title: "Figures", url: `${site}/looked-at` },
        }),
      ),
    });
    const look = async () => must(await checkEvidenceCopies(actor, { claimId: claim.id }));
    await vi.waitFor(async () => expect((await look())[0]?.copy.kind).toBe("saved"), { timeout: 20_000 });
    expect((await look()).map(({ excerpt }) => excerpt)).toEqual(["found", "differs", "missing"]);
    const sourceId = claim.evidence[0]?.source.id ?? "";
    expect(must(await readCopyText(actor, { sourceId }))).toMatchObject({
      kind: "saved",
      text: expect.stringContaining("It was 240 billion."),
    });
    const book = await makeClaim({ evidence: [{ stance: "supports", source: { title: "A book" } }] });
    expect(must(await checkEvidenceCopies(actor, { claimId: book.id }))[0]).toMatchObject({
      copy: { kind: "none" },
      excerpt: null,
    });
  });

  test("a page that is gone is noted as gone, and not asked for again", async () => {
    const id = await cite({ url: `${site}/gone` });
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("gone"), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await countJobs("keep-copy")).toBe(0), { timeout: 20_000 });
    expect(must(await checkSourceCopy(await makePerson(), { sourceId: id })).copy).toEqual({
      kind: "failed",
      why: "It answered 404.",
    });
  });

  test("a page that is too large to save counts as answering, and is not fetched again", async () => {
    const id = await cite({ url: `${site}/long` });
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("answers"), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await countJobs("keep-copy")).toBe(0), { timeout: 20_000 });
    expect(must(await checkSourceCopy(await makePerson(), { sourceId: id })).copy).toEqual({
      kind: "failed",
      why: expect.stringContaining("larger than 10 MB"),
    });
  });

  test("a page that does not answer now is tried again later", async () => {
    const id = await cite({ url: `${site}/tired` });
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("unreachable"), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await countJobs("keep-copy")).toBe(1), { timeout: 20_000 });
    expect(await listSnapshots(id)).toHaveLength(0);
    expect(must(await checkSourceCopy(await makePerson(), { sourceId: id })).copy).toEqual({
      kind: "waiting",
      before: "It answered 503.",
    });
  });

  test("a page that was not looked at for a week is looked at", async () => {
    const now = new Date();
    const id = await cite({ url: `${site}/gone?again` });
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("answers"), { timeout: 20_000 });
    const weekAgo = new Date(now.getTime() - 8 * 86_400_000);
    await recordLinkState(id, {
      linkState: "unreachable",
      linkNote: "It answered 500.",
      linkCheckedAt: weekAgo,
    });
    expect(await checkLinks(now)).toBe(1);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("answers"), { timeout: 20_000 });
    expect(await checkLinks(now)).toBe(0);
  });

  test("a page that could not be saved when it was cited is saved when it is back", async () => {
    const claim = await makeClaim({
      keepCopies: false,
      evidence: [{ stance: "supports", source: { title: "Figures", url: `${site}/back` } }],
    });
    const sourceId = claim.evidence[0]?.source.id ?? "";
    expect(await listSnapshots(sourceId)).toHaveLength(0);
    await checkLink({ sourceId });
    await vi.waitFor(async () => expect(await listSnapshots(sourceId)).toHaveLength(1), { timeout: 20_000 });
  });
});

test("a confidential page is never visited, nor one whose citation failed", async () => {
  asked = [];
  await cite({ url: `${site}/secret`, confidential: true });
  expect(await countJobs("keep-copy")).toBe(1); // the one that waits for its next try
  expect(asked).toEqual([]);
});

test("the archive's address is noted when it has saved the page", async () => {
  const id = await cite({ url: `${site}/archived` });
  setEnv({ OBELUS_WAYBACK_URL: site, OBELUS_WAYBACK_KEYS: "key:secret" });
  asked = [];
  await saveToArchive({ sourceId: id }, { everyMs: 1 });
  expect((await findSource(undefined, id))?.archiveUrl).toBe(`${site}/web/20261124030000/${site}/archived`);
  expect(asked).toEqual(["POST /save", ...Array(3).fill("GET /save/status/spn2-1")]);
  // There it is: nothing is asked any more.
  await saveToArchive({ sourceId: id }, { everyMs: 1 });
  expect(asked).toHaveLength(4);
  setEnv({ OBELUS_WAYBACK_URL: undefined, OBELUS_WAYBACK_KEYS: undefined });
});
