import type { Command } from "commander";
import { migrationsFolder, withDatabaseUrl } from "../with-database";

/** `migrate` */
export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations that the database still needs")
    .action(async () => {
      const { migrate } = await import("../../../lib/db/migrate");
      const applied = await withDatabaseUrl((url) => migrate(url, migrationsFolder));
      console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
    });
}
