import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Names of functions that only read. */
const READS = /^(check|compare|count|describe|find|get|list|load|look|preview|read|search|suggest)/;

/** What begins like a read but writes: it stores a check of a page, and marks notifications as read. */
const WRITES = ["checkPage", "readAction"];

// The browser runs the server actions of a page one after the other: a slow read would hold up a save.
test("server actions only write; what pages read, they read from /desk/reads", () => {
  const files = globSync("app/**/*.{ts,tsx}").filter((file) =>
    /^"use server"/.test(readFileSync(file, "utf8")),
  );
  const exported = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export async function (\w+)/gm)].map(([, name = ""]) => name),
  );
  expect(exported.length).toBeGreaterThan(50);
  expect(exported.filter((name) => READS.test(name) && !WRITES.includes(name))).toEqual([]);
});
