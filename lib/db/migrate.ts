import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrateJobQueue } from "./job-queue-tables";
import { splitClaimantTexts } from "./split-claimant-texts";

/** Advisory lock that makes instances starting at the same time prepare the database one after another. */
const START_LOCK = 7_201_886;

/**
 * The adapter's own `executeScript` splits at every semicolon, even inside function bodies. Here a script is sent as one query, which
 * also makes each migration one transaction, as with Prisma's native engine.
 */
class SingleScriptAdapterFactory extends PrismaPg {
  private readonly adapters: { dispose(): Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.adapters.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }

  /** The engine leaves its connections open; this closes them. */
  async close(): Promise<void> {
    await Promise.all(this.adapters.map((adapter) => adapter.dispose()));
  }
}

let instantiated: Promise<typeof bindings.SchemaEngine> | undefined;

/** Prisma's schema engine, compiled to WebAssembly: no native program has to be downloaded. */
function loadEngine(): Promise<typeof bindings.SchemaEngine> {
  instantiated ??= (async () => {
    const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const { instance } = await WebAssembly.instantiate(readFileSync(file.replace(/\.js$/, ".wasm")), {
      "./schema_engine_bg.js": importedByEngine() as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return bindings.SchemaEngine;
  })();
  return instantiated;
}

/**
 * What the engine imports. It limits its wait for a lock by a timer of ten seconds and never clears it; here the timer does not keep a
 * program running that has done its work.
 */
function importedByEngine(): Record<string, unknown> {
  const imported: Record<string, unknown> = { ...bindings };
  for (const name of Object.keys(imported).filter((each) => each.startsWith("__wbg_setTimeout_")))
    imported[name] = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref();
  return imported;
}

const allSchemas = { externalTables: [], externalEnums: [] };

/** The migration folders in the engine's format. */
function readMigrations(folder: string) {
  const lockFile = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/**
 * Runs a step of the start that instances on one database must not run at the same time: migrations, the first administrator, the demo.
 * Another instance waits until it is done.
 * @param url address of the database
 */
export async function withStartLock<T>(url: string, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // A lost connection loses the lock; what runs then fails as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [START_LOCK]);
    return await run();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Applies pending migrations as `prisma migrate deploy` does, with the same rows in `_prisma_migrations`, updates the job queue's
 * tables, and splits the claimants that earlier releases stored as text. For use under the start lock: see `migrate`.
 * @param url address of the database
 * @param folder absolute path of `prisma/migrations`
 * @returns the names of the applied migrations, oldest first
 */
export async function applyMigrations(url: string, folder: string): Promise<string[]> {
  const SchemaEngine = await loadEngine();
  const factory = new SingleScriptAdapterFactory({ connectionString: url });
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(folder),
      filters: allSchemas,
    });
    await migrateJobQueue(url);
    await splitClaimantTexts(url);
    return appliedMigrationNames;
  } finally {
    engine.free();
    await factory.close();
  }
}

/** Applies pending migrations; instances that start at the same time do so one after another. @returns the names of the applied ones */
export function migrate(url: string, folder: string): Promise<string[]> {
  return withStartLock(url, () => applyMigrations(url, folder));
}

/**
 * The pending migrations of a database, oldest first. Nothing is changed.
 * @param url address of the database
 * @param folder absolute path of `prisma/migrations`
 */
export async function listPendingMigrations(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const names = readMigrations(folder).migrationDirectories.map(({ path }) => path);
    const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS found`);
    if (!tables[0].found) return names;
    const { rows } = await client.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    const applied = new Set(rows.map((row) => row.name));
    return names.filter((name) => !applied.has(name));
  } finally {
    await client.end();
  }
}

/**
 * Writes the SQL that leads from one state of the schema to another.
 * @param from the old datamodel, or null for an empty database
 * @param url address of a database of the same kind; it is only connected to, not changed
 */
export async function writeMigrationScript(from: string | null, to: string, url: string): Promise<string> {
  const SchemaEngine = await loadEngine();
  const factory = new SingleScriptAdapterFactory({ connectionString: url });
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", to]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const container = (content: string) => ({
      tag: "schemaDatamodel" as const,
      files: [{ path: "schema.prisma", content }],
      configDir: ".",
    });
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : container(from),
      to: container(to),
      script: true,
      exitCode: null,
      filters: allSchemas,
    });
    return stdout ?? "";
  } finally {
    engine.free();
    await factory.close();
  }
}
