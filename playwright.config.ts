import { defineConfig } from "@playwright/test";

/** `npm test` sets these: see scripts/test/test-server.ts and e2e/README.md. */
function requiredVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests by: npm test -- --only browser`);
  return value;
}

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: requiredVariable("E2E_OUTPUT"),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: requiredVariable("E2E_BASE_URL"),
    locale: "en-GB",
    timezoneId: "UTC",
    // A trace slows every step, and the folder of a run is deleted at its end. To keep one: --trace on --output traces
    launchOptions: {
      executablePath: requiredVariable("E2E_BROWSER"),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});
