import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listPublicKeys } from "@/lib/signatures/signing-key";
import { makePerson } from "@/lib/testing/factories";
import { sampleReport } from "@/lib/testing/reports/sample-report";
import { withTestDatabase } from "@/lib/testing/test-database";
import { loadDemo } from "@/prisma/demo/load-demo";
import { callCommand } from "../test/call-command";
import { startCommand } from "../test/start-command";

const folder = mkdtempSync(join(tmpdir(), "obelus-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

const database = { dataDir: join(folder, "data") };
/** Nothing answers here: a command that needs no database must not connect to one. */
const noDatabase = { ...database, variables: { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" } };

test.each([
  [["--help"], 0, /^Usage: obelus/],
  [["nonsense"], 2, /^error: unknown command 'nonsense'/],
] as const)("the program exits with its status: %j, %i", async ([...args], status, printed) => {
  const ended = await startCommand(args, noDatabase);
  expect(ended.status).toBe(status);
  expect(status === 0 ? ended.out : ended.err).toMatch(printed);
});

test("import reads standard input", async () => {
  const ended = await startCommand(["import", "-", "--dry-run", "--json"], {
    input: "One line.\n\nAnother.\n",
    ...noDatabase,
  });
  expect(JSON.parse(ended.out)).toMatchObject({ title: "One line.", text: "One line.\nAnother." });
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
  const ended = await startCommand(["reanchor"], { ...noDatabase, input });
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
  const ended = await startCommand(["migrate"], noDatabase);
  expect(ended.status).toBe(1);
  expect(ended.err).toMatch(/^✗ DATABASE_URL: nothing answers at 127\.0\.0\.1:9\./);
});

describe("on a database", () => {
  withTestDatabase();
  beforeAll(async () => {
    await loadDemo();
    // Reports and webhooks are made in the name of the first.
    await makePerson({ role: "administrator" });
  });

  const slug = "putin-concludes-a-trip-to-china-by-emphasizing-its-strategic";

  test("migrate finds nothing to do", async () => {
    expect(await startCommand(["migrate"], database)).toMatchObject({
      status: 0,
      out: "The database is up to date.\n",
    });
  });

  test("user create prints a one-time password, once", async () => {
    const args = ["user", "create", "Noor@Example.org", "--name", "Noor", "--role", "editor"];
    const made = await startCommand(args, database);
    expect(made).toMatchObject({ status: 0 });
    expect(made.out).toMatch(/^[a-z0-9-]{20,}\n$/);
    expect(await callCommand(args, database)).toMatchObject({ status: 1, out: "" });
  });

  test("user reset-second-factor fails if the user has none", async () => {
    const ended = await callCommand(["user", "reset-second-factor", "noor@example.org"], database);
    expect(ended).toMatchObject({ status: 1, out: "" });
    expect(ended.err).toContain("Noor has no second factor.");
  });

  test.each(["html", "pdf", "csv", "claimreview"])("export writes the report as %s", async (format) => {
    const path = join(folder, `report.${format}`);
    expect(await callCommand(["export", slug, "--format", format, "--out", path], database)).toMatchObject({
      status: 0,
      out: "",
    });
    const bytes = readFileSync(path);
    // What a program prints into a pipe can be cut off when it ends.
    const print = format === "pdf" ? startCommand : callCommand;
    const printed = await print(["export", slug, "--format", format], database);
    expect(printed.bytes.equals(bytes)).toBe(true);
    if (format === "pdf") expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    if (format === "html") expect(bytes.toString()).toContain("Harbin Institute of Technology");
    if (format === "claimreview")
      // What is not checkable has none.
      expect(JSON.parse(bytes.toString())).toHaveLength(
        sampleReport().claims.filter(({ ratingKey }) => ratingKey !== "not-checkable").length,
      );
  });

  test("export writes a draft, of some claims", async () => {
    const args = ["export", slug, "--format", "json"];
    const draft = JSON.parse((await callCommand([...args, "--draft"], database)).out);
    expect([draft.status, draft.claims.length > 2]).toEqual(["draft", true]);
    const [first, second] = draft.claims.map(({ number }: { number: number }) => number);
    const some = await callCommand([...args, "--claims", `${second}, ${first}`], database);
    expect(JSON.parse(some.out)).toMatchObject({
      claims: [{ number: first }, { number: second }],
      selection: { of: expect.any(Number) },
    });
    expect(JSON.parse(some.out)).not.toHaveProperty("status");
  });

  test.each([
    [
      "a claim that it does not have",
      ["export", slug, "--format", "json", "--claims", "999"],
      /has no claim 999/,
    ],
    [
      "a draft as ClaimReview",
      ["export", slug, "--draft", "--format", "claimreview"],
      /draft can't be exported as claimreview/,
    ],
    [
      "an unpublished article",
      ["export", "minutes-of-the-town-council-3-november", "--format", "html"],
      /No published article is named minutes-of-the-town-council-3-november/,
    ],
    [
      "a missing folder",
      ["export", slug, "--format", "html", "--out", "/nowhere/at/all"],
      /The folder .* does not exist/,
    ],
  ])("export fails for %s", async (_, args, message) => {
    const ended = await callCommand(args, database);
    expect(ended.status).toBe(1);
    expect(ended.err).toMatch(message);
  });

  const period = ["--from", "2020-01-01", "--to", "2030-12-31"];
  test.each<[string, string[], RegExp]>([
    ["report md", ["report", ...period, "--format", "md"], /Harbin/],
    ["evidence-pack csv", ["evidence-pack", ...period, "--format", "csv"], /Harbin/],
    ["dossier html", ["dossier", slug, "--format", "html"], /Harbin/],
  ])("%s is written", async (_, args, content) => {
    const ended = await callCommand(args, database);
    expect(ended).toMatchObject({ status: 0, err: "" });
    expect(ended.out).toMatch(content);
  });

  test("mcp answers on standard input and output", async () => {
    const message = (id: number, method: string, params: object) =>
      JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const client = { name: "test", version: "1" };
    const input = [
      message(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: client }),
      message(2, "tools/call", { name: "search_checks", arguments: { query: "Harbin" } }),
    ].join("\n");
    const ended = await startCommand(["mcp"], { ...database, input: `${input}\n` });
    expect(ended).toMatchObject({ status: 0, err: "" });
    const answers = ended.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { id: 1, result: { serverInfo: { name: "obelus" } } },
      { id: 2, result: { content: [{ type: "text" }] } },
    ]);
  });

  test("webhooks are added, listed, tested, changed, paused, resumed and deleted", async () => {
    const settings = { ...database, variables: { OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1:9" } };
    const call = (...args: string[]) => callCommand(["webhooks", ...args, "--json"], settings);
    const added = await call("add", "http://127.0.0.1:9/hook", "--kinds", "claim.approved,claim.returned");
    const { id, secret } = JSON.parse(added.out);
    expect(secret).toMatch(/^whsec_/);
    expect(JSON.parse((await call("list")).out)).toMatchObject([
      { id, state: "active", url: "http://127.0.0.1:9/hook", kinds: ["claim.approved", "claim.returned"] },
    ]);
    const tested = await call("test", id);
    expect(tested).toMatchObject({ status: 1, err: expect.stringContaining("The connection failed") });
    expect(JSON.parse(tested.out)).toMatchObject({ status: null });
    expect(JSON.parse((await call("change", id, "--kinds", "claim.deleted")).out)).toMatchObject({
      url: "http://127.0.0.1:9/hook",
      kinds: ["claim.deleted"],
    });
    expect(await call("change", id)).toMatchObject({ status: 1, err: expect.stringContaining("--url") });
    expect(JSON.parse((await call("pause", id)).out)).toMatchObject({ state: "paused" });
    expect(JSON.parse((await call("resume", id)).out)).toMatchObject({ state: "active" });
    expect(JSON.parse((await call("delete", id)).out)).toEqual({ id, deleted: true });
    expect(await call("pause", id)).toMatchObject({ status: 1, err: expect.stringContaining("No webhook") });
    expect(await call("add", "https://x.example/", "--kinds", "none")).toMatchObject({ status: 2 });
  });

  test("verify accepts a report as it was published, and refuses a changed one", async () => {
    const [path, changed, keys] = ["signed.json", "changed.json", "keys.json"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await callCommand(["export", slug, "--format", "json", "--out", path], database);
    writeFileSync(keys, JSON.stringify({ keys: await listPublicKeys(new Date()) }));
    writeFileSync(changed, readFileSync(path, "utf8").replace("Harbin", "Berlin"));
    expect(await callCommand(["verify", path, "--key", keys], database)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^The file is as it was published\./),
    });
    expect(await callCommand(["verify", changed, "--key", keys], database)).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("The file was changed after it was signed."),
    });
    writeFileSync(keys, JSON.stringify({ keys: [] }));
    expect(await callCommand(["verify", path, "--key", keys], database)).toMatchObject({ status: 1 });
  });

  test("audit prints the head of the log, and verifies the log against it", async () => {
    const head = (await callCommand(["audit", "head"], database)).out.trim();
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    const intact = await callCommand(["audit", "verify", "--head", head], database);
    expect(intact).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^The log is intact: \d+ events\./),
    });
    const unknown = await callCommand(["audit", "verify", "--head", "0".repeat(64)], database);
    expect(unknown).toMatchObject({
      status: 1,
      out: "",
      err: expect.stringContaining("The log is not intact."),
    });
  });

  test("audit exports the log of one article, and the complete log", async () => {
    const path = join(folder, "log.jsonl");
    expect(await callCommand(["audit", "export", "--article", slug, "--out", path], database)).toMatchObject({
      status: 0,
    });
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ action: "article.import", actor: "Ida Brandt" });
    const csv = await callCommand(
      ["audit", "export", "--format", "csv", "--since", "2000-01-01", "--out", "-"],
      database,
    );
    expect(csv.out.split("\n").length).toBeGreaterThan(lines.length);
  });
});
