import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";

/** Generates the Prisma client, unless the existing one was made from this schema. */
export async function generateClient(): Promise<void> {
  const schema = readFileSync(join(projectRoot, "prisma/schema.prisma"));
  const schemaHash = createHash("sha256").update(schema).digest("hex");
  const stamp = join(projectRoot, "lib/db/generated/.made-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === schemaHash) return;
  await runProgram(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    // Generating does not use the native schema engine. Any path here stops Prisma from downloading it, which fails on closed networks.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", DATABASE_URL: "" },
    failure: "The Prisma client could not be generated. Prisma's output is above.",
  });
  writeFileSync(stamp, schemaHash);
}
