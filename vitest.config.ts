import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const excluded = ["node_modules/**", ".next*/**", "e2e/**"];

/** Test files that replace modules. They need processes of their own: in a shared one, the module may be loaded already. */
const replacing = globSync("{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}", { cwd: root }).filter(
  (file) => readFileSync(`${root}/${file}`, "utf8").includes("vi.mock("),
);

function project(
  name: string,
  include: string[],
  exclude: string[],
  isolate: boolean,
): TestProjectConfiguration {
  return {
    extends: true,
    // A busy machine is no failure: only a test that hangs ends at the time limit.
    test: {
      name,
      include,
      exclude,
      isolate,
      testTimeout: 180_000,
      hookTimeout: 180_000,
      expect: { poll: { timeout: 60_000 } },
    },
  };
}

const integration = (file: string) => file.endsWith(".integration.test.ts");

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    maxWorkers: 2,
    setupFiles: "scripts/test/fresh-start.ts",
    globalSetup: "scripts/test/bundle-programs.ts",
    // Test files share processes: loading their modules again for each file took as long as the tests.
    projects: [
      project("unit", ["**/*.test.{ts,tsx}"], [...excluded, "**/*.integration.test.ts", ...replacing], false),
      project(
        "unit-apart",
        replacing.filter((file) => !integration(file)),
        excluded,
        true,
      ),
      project("integration", ["**/*.integration.test.ts"], [...excluded, ...replacing], false),
      project("integration-apart", replacing.filter(integration), excluded, true),
    ],
  },
});
