import { randomBytes } from "node:crypto";
import { freePort } from "../postgres/cluster";
import { runServer, type ServerProcess } from "../serve/run-server";

/** A server on a database, with everything that it writes to its log. */
export interface ServedDatabase {
  address: string;
  server: ServerProcess;
  log(): string;
}

/** Starts a server of the build in `distDir`. It may not be ready yet. */
export async function serveDatabase(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
}): Promise<ServedDatabase> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let log = "";
  const server = runServer({
    host: "127.0.0.1",
    port,
    onLog: (text) => {
      log += text;
    },
    env: {
      DATABASE_URL: options.databaseUrl,
      OBELUS_DATA_DIR: options.dataDir,
      OBELUS_DIST_DIR: options.distDir,
      OBELUS_SNAPSHOTS: "manual",
      PUBLIC_URL: address,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    },
  });
  return { address, server, log: () => log };
}
