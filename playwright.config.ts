import { defineConfig } from "@playwright/test";

/** `npm test` sets these: see scripts/test/test-server.ts and e2e/README.md. */
function requiredVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests by: npm test -- --only browser`);
  return value;
}

/** It starts a server of its own: see e2e/fixtures/own-desk.ts. */
const ownDesk = "**/settings.spec.ts";

export default defineConfig({
  testDir: "e2e/specs",
  outputDir: requiredVariable("E2E_OUTPUT"),
  fullyParallel: true,
  // Tests spend about half of their time waiting: three of them keep two cores busy.
  workers: 3,
  retries: 0,
  // Far more than a test needs: these limits only end what hangs, also on a machine at a tenth of the usual speed.
  timeout: 480_000,
  expect: { timeout: 90_000 },
  reporter: [["list"], ["json"]],
  // A worker runs tests of one project and one set of worker fixtures only, and takes three seconds of processor time to start. So there
  // are as few of both as possible. The spec with a server of its own needs a worker of its own anyway, and is started first.
  projects: [
    { name: "own-desk", testMatch: ownDesk },
    { name: "shared-desk", testIgnore: ownDesk },
  ],
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
