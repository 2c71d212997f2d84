import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { BUNDLED_CHILD } from "../../lib/isolation/child-program";
import { freePort } from "../postgres/cluster";
import { runServer } from "../serve/run-server";
import { projectRoot } from "../steps/project-root";
import { step } from "../steps/step";
import { startIdentityProvider } from "./identity-provider";
import { startMailCatcher } from "./mail-catcher";
import type { TestCluster } from "./test-cluster";

/**
 * Serves the build in `distDir` with the demo on a database of its own.
 * @param onStop is passed what has to be stopped, as soon as it runs: a test run can be interrupted before the server is ready
 * @returns what browser tests need to know
 */
export async function startTestServer(
  { cluster, folder, distDir }: { cluster: TestCluster; folder: string; distDir: string },
  onStop: (stop: () => Promise<void>) => void,
): Promise<Record<string, string>> {
  const databaseUrl = await cluster.makeDatabase("browser");
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const mails = await startMailCatcher(join(folder, "mails"));
  onStop(mails.stop);
  const provider = await startIdentityProvider();
  onStop(provider.stop);
  const variables = {
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    OBELUS_DATA_DIR: folder,
    PUBLIC_URL: baseUrl,
    NEXTAUTH_URL: baseUrl,
    // Specs serve the pages that they import.
    OBELUS_FETCH_ALLOW_HOSTS: "127.0.0.1",
    NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    OBELUS_DIST_DIR: distDir,
    // Workflows that fixtures call, and the demo, run tasks in the built program too: its source is compiled again by each process.
    OBELUS_CHILD_PROGRAM: join(projectRoot, distDir, BUNDLED_CHILD),
    SMTP_URL: mails.url,
    MAIL_FROM: "Obelus <desk@example.org>",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "obelus",
    OIDC_CLIENT_SECRET: "a secret of the tests",
    OIDC_NAME: "Newsroom ID",
  };
  Object.assign(process.env, variables);
  const { ensureFirstAdministrator } = await import("@/lib/workflows/people/ensure-first-administrator");
  const { loadDemo } = await import("../../prisma/demo/load-demo");
  const { disconnect } = await import("../../lib/db/client");
  const administrator = await ensureFirstAdministrator();
  if (administrator.kind !== "created") throw new Error("the test database is not empty");
  await step("Loading the demo", () => loadDemo());
  await disconnect();
  const server = runServer({ host: "127.0.0.1", port, env: variables });
  onStop(() => server.stop());
  await step("Starting the server", () => server.ready());
  return {
    ...variables,
    E2E_BASE_URL: baseUrl,
    E2E_ADMIN_EMAIL: administrator.email,
    E2E_ADMIN_PASSWORD: administrator.password,
    E2E_MAILS: mails.folder,
    E2E_ISSUER: provider.issuer,
  };
}
