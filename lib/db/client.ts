import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

const globals = globalThis as typeof globalThis & { obelusPrisma?: PrismaClient };

/** The Prisma client of this process. For lib/db only. */
export function prisma(): PrismaClient {
  // On globalThis, because the development server reloads modules, and each client would keep its connections open.
  globals.obelusPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().databaseUrl, max: 20 }),
    // Only read-publication.ts asks for the frozen Reports.
    omit: { publication: { report: true } },
  });
  return globals.obelusPrisma;
}

/** Checks that the database answers. */
export async function ping(): Promise<void> {
  await prisma().$queryRaw`SELECT 1`;
}

const closing = new Set<() => Promise<void>>();

/** Registers a function to run before the connections close. */
export function beforeDisconnect(run: () => Promise<void>): void {
  closing.add(run);
}

/** Closes the connections; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  for (const run of closing) await run();
  closing.clear();
  await globals.obelusPrisma?.$disconnect();
  globals.obelusPrisma = undefined;
}
