import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

const kept = globalThis as typeof globalThis & { obelusPrisma?: PrismaClient };

/** The one client of this process. Only files of lib/db use it. */
export function prisma(): PrismaClient {
  // Kept on globalThis: the development server loads modules anew, and each client would keep its connections.
  kept.obelusPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().databaseUrl, max: 20 }),
  });
  return kept.obelusPrisma;
}

/** Asks the database for an answer. */
export async function ping(): Promise<void> {
  await prisma().$queryRaw`SELECT 1`;
}

const closing = new Set<() => Promise<void>>();

/** Has something done before the connections close. */
export function beforeDisconnect(run: () => Promise<void>): void {
  closing.add(run);
}

/** Closes the connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  for (const run of closing) await run();
  closing.clear();
  await kept.obelusPrisma?.$disconnect();
  kept.obelusPrisma = undefined;
}
