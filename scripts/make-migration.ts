// npx tsx scripts/make-migration.ts <name>
// Writes prisma/migrations/<time>_<name>/migration.sql: the SQL from the last committed schema to the current one.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeMigrationScript } from "../lib/db/migrate";
import { startCluster } from "./postgres/cluster";
import { projectRoot } from "./steps/project-root";

const name = process.argv[2];
const fromNothing = process.argv.includes("--from-nothing");
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Name the migration in lower case: npx tsx scripts/make-migration.ts add_tags");
  process.exit(2);
}
const before = fromNothing
  ? null
  : execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { cwd: projectRoot, encoding: "utf8" });
const folder = mkdtempSync(join(tmpdir(), "obelus-migration-"));
const cluster = await startCluster({ dataDir: folder, password: "throwaway", durable: false });
try {
  const sql = await writeMigrationScript(
    before,
    readFileSync(join(projectRoot, "prisma/schema.prisma"), "utf8"),
    cluster.url,
  );
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(projectRoot, "prisma/migrations", `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), sql);
  console.log(`${target}/migration.sql`);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
