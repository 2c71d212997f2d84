import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { onShutdown, shutDown } from "@/lib/shutdown";
import { PrismaClient } from "./generated/client";

const globals = globalThis as typeof globalThis & { obelusPrisma?: PrismaClient };

/** How long a query waits for a free connection or a new one. */
const CONNECT_TIMEOUT_MS = 10_000;
/** How long a query can take. Longer work runs in jobs, in steps. */
const QUERY_TIMEOUT_MS = 55_000;

/** The Prisma client of this process. For lib/db only. */
export function prisma(): PrismaClient {
  // On globalThis, because Next bundles this module once for each kind of route, and each client would open its own connections.
  if (!globals.obelusPrisma) {
    const client: PrismaClient = new PrismaClient({
      adapter: new PrismaPg({
        connectionString: env().databaseUrl,
        max: env().databaseConnections,
        // An error is better than a page that never comes.
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        query_timeout: QUERY_TIMEOUT_MS,
      }),
      // Only read-publication.ts asks for the frozen Reports.
      omit: { publication: { report: true } },
    });
    globals.obelusPrisma = client;
    onShutdown("connections", async () => {
      delete globals.obelusPrisma;
      await client.$disconnect();
    });
  }
  return globals.obelusPrisma;
}

/** Registers a function to run before the connections close. */
export function beforeDisconnect(run: () => Promise<void>): void {
  onShutdown("connections", run);
}

/** Closes the connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  for (const cause of await shutDown("connections")) throw cause;
}
