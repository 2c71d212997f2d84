import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/policies/actor";
import { makeClaim, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { callCommand } from "../../test/call-command";

const folder = mkdtempSync(join(tmpdir(), "obelus-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const database = { dataDir: join(folder, "data") };
/** Nothing answers here: a command that needs no database must not connect to one. */
const noDatabase = { ...database, variables: { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" } };

describe("import --dry-run", () => {
  test("prints the article in an HTML file, as JSON and nothing else", async () => {
    const path = file(
      "page.html",
      `<html lang="de"><head><meta property="og:title" content="Titel"><meta name="author" content="A. B."><script>x()</script></head><body><h1>Titel</h1><p>Ein <b>Satz</b>.</p></body></html>`,
    );
    const { status, out } = await callCommand(
      ["import", path, "--dry-run", "--json", "--publisher", "Blatt"],
      noDatabase,
    );
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
    const ended = await callCommand(["import", path, "--dry-run", "--json"], noDatabase);
    expect(JSON.parse(ended.out).notes).toContainEqual(
      expect.stringContaining(
        "Left out as running heads and page numbers: “The Daily Running Head · Edition Seven”",
      ),
    );
  });

  test("imports from an address, but not from a private network", async () => {
    const server = createServer((_, response) =>
      response.end(
        `<html><head><title>Harvest</title></head><body><nav>Menu</nav><article><h1>Harvest</h1>${"<p>The harvest doubled in the north, said the ministry, and in the south it fell by a third.</p>".repeat(6)}</article></body></html>`,
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const command = ["import", `http://${host}/harvest`, "--dry-run", "--json"];
      const ended = await callCommand(command, {
        ...noDatabase,
        variables: { ...noDatabase.variables, OBELUS_FETCH_ALLOW_HOSTS: host },
      });
      expect(ended.status).toBe(0);
      const article = JSON.parse(ended.out);
      expect(article.title).toBe("Harvest");
      expect(article.text).toMatch(/^The harvest doubled/);
      expect(article.text).not.toContain("Menu");
      const refused = await callCommand(command, noDatabase);
      expect(refused).toMatchObject({ status: 1, out: "" });
      expect(refused.err).toMatch(/inside a private network/);
    } finally {
      server.close();
    }
  });

  test.each([
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
    const ended = await callCommand(["import", path(), "--dry-run", "--json"], noDatabase);
    expect(ended.status).toBe(1);
    expect(ended.out).toBe("");
    expect(ended.err).toMatch(message);
    expect(ended.err.trim().split("\n")).toHaveLength(1);
  });
});

describe("import on a database", () => {
  withTestDatabase();
  let importer: Actor;
  beforeAll(async () => {
    importer = await makePerson();
  });

  test("import stores the article as the chosen user", async () => {
    const path = file("article.txt", "Trade rose to $240 billion.\nThen it fell.\n");
    const unnamed = await callCommand(["import", path], database);
    expect(unnamed.err).toContain("--as");
    const as = ["--as", importer.email, "--title", "Trade"];
    const stored = await callCommand(["import", path, ...as, "--json"], database);
    expect(JSON.parse(stored.out)).toMatchObject({
      slug: "trade",
      version: { number: 1, text: "Trade rose to $240 billion.\nThen it fell." },
    });
    expect((await callCommand(["import", path, ...as], database)).out).toBe("trade-2\n");
  });

  test("import --new-version --dry-run shows what happens to the claims, and stores nothing", async () => {
    const as = ["--as", importer.email];
    const long = Array.from({ length: 30 }, (_, index) => `Sentence ${index} says what the port reported.`);
    const original = file("port.txt", [...long, "The port took 240 ships.", "Then it closed."].join("\n"));
    const stored = JSON.parse((await callCommand(["import", original, ...as, "--json"], database)).out);
    for (const exact of ["240 ships", "Then it closed"])
      await makeClaim({ article: stored, author: importer, anchor: { exact }, statement: `On ${exact}.` });
    const edited = file("port-2.txt", ["News.", ...long, "The port took 250 ships."].join("\n"));
    const command = ["import", edited, "--new-version", "--dry-run", ...as];
    const ended = await callCommand([...command, "--json"], database);
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
    expect((await callCommand(command, database)).out).toContain(
      "2 claims: 1 lost, 1 with changed text, 0 moved, 0 unchanged.",
    );
    const again = await callCommand(["import", edited, "--new-version", ...as, "--json"], database);
    expect(JSON.parse(again.out).version).toMatchObject({ number: 2 });
    const unknown = file("unknown.txt", "Something else happened in another town.");
    expect(
      await callCommand(["import", unknown, "--new-version", "--dry-run", ...as], database),
    ).toMatchObject({
      status: 1,
      err: expect.stringContaining("The desk does not have this article yet."),
    });
  });
});
