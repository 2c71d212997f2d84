import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { makeArticle, makePerson } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { callCommand } from "../../test/call-command";

withTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "obelus-import-claims-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("imports what is placed, once, and lists the rest", async () => {
  const author = await makePerson();
  const { id, slug } = await makeArticle({ author });
  const path = join(folder, "claims.csv");
  writeFileSync(
    path,
    "quote,statement,rating\nrose fast,It rose.,Pants on Fire\nno such words at all,It fell.,\n",
  );
  const call = (...more: string[]) =>
    callCommand(["import-claims", slug, path, "--as", author.email ?? "", ...more], {
      dataDir: join(folder, "data"),
    });
  const dry = await call("--dry-run");
  expect(dry).toMatchObject({ status: 0, out: "1\n" });
  expect(dry.err).toContain("Claim 2 of the file");
  expect(await call()).toMatchObject({
    status: 1,
    err: expect.stringContaining("no rating “Pants on Fire”"),
  });
  expect(await call("--rating", "Pants on Fire=false")).toMatchObject({ status: 0, out: "1\n" });
  expect(await call("--rating", "Pants on Fire=false")).toMatchObject({ status: 0, out: "0\n" });
  expect((await listClaimsOfArticle(id)).map(({ verdict }) => verdict?.ratingKey)).toEqual(["false"]);
});

test("import-comments imports the comments of a Word file, once", async () => {
  const author = await makePerson();
  const { slug } = await makeArticle({ author });
  const call = (...more: string[]) =>
    callCommand(
      [
        "import-comments",
        slug,
        "lib/ingest/fixtures/libreoffice-comments.docx",
        "--as",
        author.email ?? "",
        ...more,
      ],
      { dataDir: join(folder, "data") },
    );
  expect(await call("--dry-run")).toMatchObject({
    status: 0,
    out: "Bo Lind: Mostly true\nBo Lind: Which year?\n",
  });
  expect(await call()).toMatchObject({ status: 0, out: "2\n" });
  expect(await call()).toMatchObject({ status: 0, out: "0\n" });
});
