import { expect, test } from "vitest";
import { listAttachments } from "@/lib/db/attachments";
import { makePerson, must } from "@/lib/testing/factories";
import { withTestDatabase } from "@/lib/testing/test-database";
import { attachToSource } from "./attachments";
import { createSource } from "./create-source";

withTestDatabase();

const table = new TextEncoder().encode("year,trade\n2023,240\n");
const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]);
/** A source that the desk does not have: tests share a database. */
const newRelease = () => ({
  url: `https://example.org/${crypto.randomUUID()}`,
  title: "Release",
  kind: "web_page" as const,
});

test.each([
  ["a table", "trade.csv", table, ["trade.csv"], null],
  ["a program, which is refused", "trade.bin", program, [], /can’t be attached/],
])("a new source is added with %s", async (_, name, bytes, files, refusal) => {
  const actor = await makePerson({ role: "checker" });
  const release = newRelease();
  const { source, refusal: reason } = must(await attachToSource(actor, { source: release, name, bytes }));
  expect(source).toMatchObject({ title: "Release", url: release.url });
  expect((await listAttachments(source.id)).map((each) => each.name)).toEqual(files);
  if (refusal) expect(reason).toMatch(refusal);
  else expect(reason).toBeNull();
});

test("the file of a source that the desk has by its address goes there", async () => {
  const actor = await makePerson();
  const release = newRelease();
  const known = must(await createSource(actor, release)).source;
  for (const source of [release, { id: known.id }]) {
    const attached = must(await attachToSource(actor, { source, name: "trade.csv", bytes: table }));
    expect(attached.source.id).toBe(known.id);
  }
  expect(await listAttachments(known.id)).toHaveLength(2);
});

test("a file for a source that is gone is refused", async () => {
  const source = { id: crypto.randomUUID() };
  expect(await attachToSource(await makePerson(), { source, name: "trade.csv", bytes: table })).toMatchObject(
    { ok: false, error: { kind: "not-found" } },
  );
});
