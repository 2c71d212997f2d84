import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BUNDLED_CHILD, childProgram } from "./child-program";

const root = mkdtempSync(join(tmpdir(), "obelus-child-"));
for (const distDir of [".next", ".next-test"]) {
  mkdirSync(dirname(join(root, distDir, BUNDLED_CHILD)), { recursive: true });
  writeFileSync(join(root, distDir, BUNDLED_CHILD), "");
}
afterAll(() => rmSync(root, { recursive: true }));

const SOURCE = { file: join(root, "lib/isolation/child.ts"), execArgv: ["--import", "tsx"] };

test.each([
  [
    "a production server",
    { NODE_ENV: "production" },
    { file: join(root, ".next", BUNDLED_CHILD), execArgv: [] },
  ],
  [
    "a server of another build",
    { NODE_ENV: "production", OBELUS_DIST_DIR: ".next-test" },
    { file: join(root, ".next-test", BUNDLED_CHILD), execArgv: [] },
  ],
  ["a build without the program", { NODE_ENV: "production", OBELUS_DIST_DIR: ".other" }, SOURCE],
  ["a server that reloads changes", { NODE_ENV: "development" }, SOURCE],
  ["a command", {}, SOURCE],
  ["a test run", { OBELUS_CHILD_PROGRAM: "/child.mjs" }, { file: "/child.mjs", execArgv: [] }],
])("%s starts the program that fits its code", (_, environment, expected) => {
  expect(childProgram(root, environment)).toEqual(expected);
});
