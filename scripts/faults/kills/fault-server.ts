import { randomBytes } from "node:crypto";
import { freePort } from "../../postgres/cluster";
import { runServer, type ServerProcess } from "../../serve/run-server";
import { signIn } from "./sign-in";

export interface FaultServer {
  address: string;
  databaseUrl: string;
  start(): Promise<void>;
  /** Kills the server as a power cut would, whatever it is doing. */
  kill(): Promise<void>;
  /** Stops the server cleanly while a client listens for events. @returns the milliseconds it took */
  stop(listener: { email: string; password: string }): Promise<number>;
}

/** The real server on the build in `distDir`, on a free port. Not started yet. */
export async function makeFaultServer(options: {
  databaseUrl: string;
  dataDir: string;
  distDir: string;
  /** Further environment variables. */
  env?: Record<string, string>;
}): Promise<FaultServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const variables = {
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: options.databaseUrl,
    OBELUS_DATA_DIR: options.dataDir,
    OBELUS_DIST_DIR: options.distDir,
    OBELUS_SNAPSHOTS: "manual",
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    ...options.env,
  };
  let server: ServerProcess | null = null;
  return {
    address,
    databaseUrl: options.databaseUrl,
    async start() {
      server = runServer({ host: "127.0.0.1", port, env: variables });
      await server.ready();
    },
    kill: async () => server?.kill(),
    async stop({ email, password }) {
      const cookie = await signIn(address, email, password);
      const stream = await fetch(`${address}/desk/live`, { headers: { cookie } });
      // Wait for the first message, so that the stream is open.
      await stream.body?.getReader().read();
      const began = performance.now();
      await server?.stop();
      return performance.now() - began;
    },
  };
}
