import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";

/** Generates the Prisma client, unless it was made from just this schema. */
export async function generateClient(): Promise<void> {
  const schema = readFileSync(join(projectRoot, "prisma/schema.prisma"));
  const wanted = createHash("sha256").update(schema).digest("hex");
  const stamp = join(projectRoot, "lib/db/generated/.made-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await runProgram(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    // The native schema engine is a download that closed networks refuse; generating does not use it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", DATABASE_URL: "" },
    failure: "The Prisma client could not be generated; Prisma's words stand above.",
  });
  writeFileSync(stamp, wanted);
}
