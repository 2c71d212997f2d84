import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { findUserByEmail } from "@/lib/db/users";
import { makeClaim } from "@/lib/testing/factories";
import { sampleReport } from "@/lib/testing/sample-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { loadDemo } from "@/prisma/demo/load-demo";

const folder = mkdtempSync(join(tmpdir(), "obelus-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in its own process. */
function obelus(
  args: string[],
  { input = "", variables = {} }: { input?: string; variables?: Record<string, string> } = {},
): Promise<{ status: number | null; out: string; err: string; bytes: Buffer }> {
  // Bundled by scripts/test/bundle-programs.ts: it starts in a third of the time.
  const program = process.env.OBELUS_COMMAND_PROGRAM as string;
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: "--disable-warning=ExperimentalWarning --disable-warning=DeprecationWarning",
      OBELUS_DATA_DIR: join(folder, "data"),
      ...variables,
    },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      const bytes = Buffer.concat(out);
      resolve({ status, bytes, out: bytes.toString(), err: Buffer.concat(err).toString() });
    });
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Nothing answers here: commands that need no database must not connect to one. */
const noDatabase = { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" };

describe("usage", () => {
  test.concurrent.each([
    [["--help"], 0],
    [["import", "--help"], 0],
    [["user", "create", "--help"], 0],
    [["user", "reset-second-factor", "--help"], 0],
    [["user", "reset-second-factor"], 2],
    [[], 2],
    [["nonsense"], 2],
    [["import"], 2],
    [["import", "x.txt", "--format", "docx"], 2],
    [["export", "some-slug"], 2],
    [["export", "some-slug", "--format", "odt"], 2],
    [["user", "create", "a@example.org", "--name", "A", "--role", "king"], 2],
    [["migrate", "--nonsense"], 2],
    [["audit", "verify", "--head", "abc"], 2],
    [["audit", "export"], 2],
    [["audit", "export", "--out", "-", "--since", "yesterday"], 2],
  ])("%j exits with %i", async (args, status) => {
    const ended = await obelus(args, { variables: noDatabase });
    expect(ended.status).toBe(status);
    if (status === 0) expect(ended.out).toMatch(/^Usage: obelus/);
    else expect(ended.out).toBe("");
  });
});

describe("import --dry-run", () => {
  test("prints the article in an HTML file, as JSON and nothing else", async () => {
    const path = file(
      "page.html",
      `<html lang="de"><head><meta property="og:title" content="Titel"><meta name="author" content="A. B."><script>x()</script></head><body><h1>Titel</h1><p>Ein <b>Satz</b>.</p></body></html>`,
    );
    const { status, out } = await obelus(["import", path, "--dry-run", "--json", "--publisher", "Blatt"], {
      variables: noDatabase,
    });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      title: "Titel",
      byline: "A. B.",
      publisher: "Blatt",
      publishedAt: null,
      language: "de",
      text: "Ein Satz.",
      notes: [],
    });
  });

  test("notes what the file has and the text has not", async () => {
    const path = "lib/ingest/fixtures/libreoffice-columns.pdf";
    const ended = await obelus(["import", path, "--dry-run", "--json"], { variables: noDatabase });
    expect(JSON.parse(ended.out).notes).toContainEqual(
      expect.stringContaining("Not in the text: “The Daily Running Head · Edition Seven”"),
    );
  });

  test("reads standard input", async () => {
    const ended = await obelus(["import", "-", "--dry-run", "--json"], {
      input: "One line.\n\nAnother.\n",
      variables: noDatabase,
    });
    expect(JSON.parse(ended.out)).toMatchObject({ title: "One line.", text: "One line.\nAnother." });
  });

  test.concurrent("imports from an address, but not from a private network", async () => {
    const server = createServer((_, response) =>
      response.end(
        `<html><head><title>Harvest</title></head><body><nav>Menu</nav><article><h1>Harvest</h1>${"<p>The harvest doubled in the north, said the ministry, and in the south it fell by a third.</p>".repeat(6)}</article></body></html>`,
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const command = ["import", `http://${host}/harvest`, "--dry-run", "--json"];
      const ended = await obelus(command, { variables: { ...noDatabase, OBELUS_FETCH_ALLOW_HOSTS: host } });
      expect(ended.status).toBe(0);
      const article = JSON.parse(ended.out);
      expect(article.title).toBe("Harvest");
      expect(article.text).toMatch(/^The harvest doubled/);
      expect(article.text).not.toContain("Menu");
      const refused = await obelus(command, { variables: noDatabase });
      expect(refused).toMatchObject({ status: 1, out: "" });
      expect(refused.err).toMatch(/inside a private network/);
    } finally {
      server.close();
    }
  });

  test.concurrent.each([
    ["a missing file", () => join(folder, "none.txt"), /does not exist/],
    ["a folder", () => folder, /is a folder/],
    [
      "a picture",
      () => file("a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])),
      /is not a text file/,
    ],
    ["an empty file", () => file("empty.txt", ""), /has no text/],
    [
      "5 MB",
      () => file("long.txt", "words and ".repeat(500_000)),
      /5,000,000 characters; the limit is 4,000,000/,
    ],
  ])("%s is refused in one sentence", async (_, path, message) => {
    const ended = await obelus(["import", path(), "--dry-run", "--json"], { variables: noDatabase });
    expect(ended.status).toBe(1);
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(message);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
  });
});

test("reanchor answers each line in order, and reports invalid ones", async () => {
  const pair = { old: "Trade rose to $240 billion. Then it fell.", new: "News. Trade rose to $250 billion." };
  const input = [
    JSON.stringify({ ...pair, start: 0, end: 10 }),
    JSON.stringify({ ...pair, start: 14, end: 26 }),
    "nonsense",
    JSON.stringify({ ...pair, start: 28, end: 41 }),
    JSON.stringify({ ...pair, start: 5, end: 500 }),
  ].join("\n");
  const ended = await obelus(["reanchor"], { input, variables: noDatabase });
  expect(ended.status).toBe(1);
  expect(ended.err).toContain("2 lines are invalid");
  expect(
    ended.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { outcome: "moved", start: 6, end: 16, score: 1 },
    { outcome: "changed", start: 20, end: 32 },
    { error: "not JSON" },
    { outcome: "orphaned", start: null, end: null },
    { error: "start and end: 5..500 is not a span within 0..41" },
  ]);
});

test("an unreachable database is reported", async () => {
  const ended = await obelus(["migrate"], { variables: noDatabase });
  expect(ended.status).toBe(1);
  expect(ended.err).toMatch(/^✗ DATABASE_URL: nothing answers at 127\.0\.0\.1:9\./);
});

describe("on a database", () => {
  withTestDatabase();
  beforeAll(() => loadDemo());
  afterAll(() => disconnect());

  const slug = "putin-concludes-a-trip-to-china-by-emphasizing-its-strategic";

  test("migrate finds nothing to do", async () => {
    expect(await obelus(["migrate"])).toMatchObject({ status: 0, out: "The database is up to date.\n" });
  });

  test("user create prints a one-time password, once", async () => {
    const args = ["user", "create", "Noor@Example.org", "--name", "Noor", "--role", "editor"];
    const made = await obelus(args);
    expect(made).toMatchObject({ status: 0 });
    expect(made.out).toMatch(/^[a-z0-9-]{20,}\n$/);
    expect(await obelus(args)).toMatchObject({ status: 1, out: "" });
  });

  test("user reset-second-factor fails if the user has none", async () => {
    const ended = await obelus(["user", "reset-second-factor", "noor@example.org"]);
    expect(ended).toMatchObject({ status: 1, out: "" });
    expect(ended.err).toContain("Noor has no second factor.");
  });

  test("import stores the article as the chosen user", async () => {
    const path = file("article.txt", "Trade rose to $240 billion.\nThen it fell.\n");
    const unnamed = await obelus(["import", path]);
    expect(unnamed.err).toContain("--as");
    const as = ["--as", "noor@example.org", "--title", "Trade"];
    const stored = await obelus(["import", path, ...as, "--json"]);
    expect(JSON.parse(stored.out)).toMatchObject({
      slug: "trade",
      version: { number: 1, text: "Trade rose to $240 billion.\nThen it fell." },
    });
    expect((await obelus(["import", path, ...as])).out).toBe("trade-2\n");
  });

  test("import --new-version --dry-run shows what happens to the claims, and stores nothing", async () => {
    const as = ["--as", "noor@example.org"];
    const long = Array.from({ length: 30 }, (_, index) => `Sentence ${index} says what the port reported.`);
    const original = file("port.txt", [...long, "The port took 240 ships.", "Then it closed."].join("\n"));
    const stored = JSON.parse((await obelus(["import", original, ...as, "--json"])).out);
    const noor = await findUserByEmail("noor@example.org");
    if (!noor) throw new Error("no user");
    for (const exact of ["240 ships", "Then it closed"])
      await makeClaim({ article: stored, author: noor, anchor: { exact }, statement: `On ${exact}.` });
    const edited = file("port-2.txt", ["News.", ...long, "The port took 250 ships."].join("\n"));
    const command = ["import", edited, "--new-version", "--dry-run", ...as];
    const ended = await obelus([...command, "--json"]);
    expect(JSON.parse(ended.out).newVersion).toEqual({
      slug: stored.slug,
      outcomes: { exact: 0, moved: 0, changed: 1, orphaned: 1 },
      claims: {
        exact: [],
        moved: [],
        changed: [{ number: 1, statement: "On 240 ships.", before: "240 ships", after: "250 ships" }],
        orphaned: [{ number: 2, statement: "On Then it closed.", before: "Then it closed", after: null }],
      },
    });
    expect((await obelus(command)).out).toContain(
      "2 claims: 1 lost, 1 with changed text, 0 moved, 0 unchanged.",
    );
    const again = await obelus(["import", edited, "--new-version", ...as, "--json"]);
    expect(JSON.parse(again.out).version).toMatchObject({ number: 2 });
    const unknown = file("unknown.txt", "Something else happened in another town.");
    expect(await obelus(["import", unknown, "--new-version", "--dry-run", ...as])).toMatchObject({
      status: 1,
      err: expect.stringContaining("The desk does not have this article yet."),
    });
  });

  test.each(["html", "pdf", "claimreview"])("export writes the report as %s", async (format) => {
    const path = join(folder, `report.${format}`);
    expect(await obelus(["export", slug, "--format", format, "--out", path])).toMatchObject({
      status: 0,
      out: "",
    });
    const bytes = readFileSync(path);
    const printed = await obelus(["export", slug, "--format", format]);
    expect(printed.bytes.equals(bytes)).toBe(true);
    if (format === "pdf") expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    if (format === "html") expect(bytes.toString()).toContain("Harbin Institute of Technology");
    if (format === "claimreview")
      expect(JSON.parse(bytes.toString())).toHaveLength(sampleReport().claims.length);
  });

  test.each([
    [
      "an unpublished article",
      ["export", "trade", "--format", "html"],
      /No published article is named trade/,
    ],
    [
      "a missing folder",
      ["export", slug, "--format", "html", "--out", "/nowhere/at/all"],
      /The folder .* does not exist/,
    ],
  ])("export fails for %s", async (_, args, message) => {
    const ended = await obelus(args);
    expect(ended.status).toBe(1);
    expect(ended.err).toMatch(message);
  });

  test("audit prints the head of the log, and verifies the log against it", async () => {
    const head = (await obelus(["audit", "head"])).out.trim();
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    const intact = await obelus(["audit", "verify", "--head", head]);
    expect(intact).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^The log is intact: \d+ events\./),
    });
    const unknown = await obelus(["audit", "verify", "--head", "0".repeat(64)]);
    expect(unknown).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("The log is not intact."),
    });
  });

  test("audit exports the log of one article, and the complete log", async () => {
    const path = join(folder, "log.jsonl");
    expect(await obelus(["audit", "export", "--article", slug, "--out", path])).toMatchObject({ status: 0 });
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ action: "article.import", actor: "Ida Brandt" });
    const csv = await obelus(["audit", "export", "--format", "csv", "--since", "2000-01-01", "--out", "-"]);
    expect(csv.out.split("\n").length).toBeGreaterThan(lines.length);
  });
});
