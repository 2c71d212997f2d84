import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const excluded = ["node_modules/**", ".next*/**", "e2e/**"];

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    globalSetup: "scripts/test/bundle-programs.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...excluded, "**/*.integration.test.ts"],
          // A busy machine is no failure: only a test that hangs ends here.
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: excluded,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
