import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../steps/start-error";

/** The oldest Postgres that Obelus works with. */
const OLDEST = 15;

/** Milliseconds between two attempts to reach a Postgres that does not answer yet. */
const RETRY_MS = 2_000;

/** Connections that one instance can use beside those of its requests: jobs, live updates, health, the start. */
const OTHER_CONNECTIONS = 8;

/**
 * Checks that Obelus can use the Postgres at DATABASE_URL.
 * @param connections that this instance uses for requests
 * @param waiting called once if it does not answer yet, with what is wrong; then it waits until it answers. Without this, it is refused
 * @throws StartError that says what is wrong and what to do
 */
export async function checkOwnServer(
  url: string,
  connections: number,
  waiting?: (reason: string) => void,
): Promise<void> {
  const where = hostAndPort(url);
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined); // The failing call reports it.
    try {
      await client.connect();
      await checkVersion(client, where);
      checkFacts(await readFacts(client), where, connections);
      return;
    } catch (error) {
      if (error instanceof StartError) throw error;
      const answer = reason(error, where);
      if (!waiting || !isAbsent(error)) throw new StartError(`DATABASE_URL: ${answer}`, { cause: error });
      if (attempt === 1) waiting(answer);
    } finally {
      await client.end().catch(() => undefined); // It may never have connected.
    }
    await pause(RETRY_MS);
  }
}

/** What decides whether a database can be used. */
interface DatabaseFacts {
  encoding: string;
  readOnly: boolean;
  /** Whether this user can create tables in the schema public. */
  canCreate: boolean;
  /** Tables in the schema public, and whether Obelus made them. */
  tables: number;
  isObelus: boolean;
  /** Whether this user owns the tables that Obelus made. */
  owns: boolean;
  /** Connections that the server allows ordinary users. */
  maxConnections: number;
}

async function readFacts(client: pg.Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<DatabaseFacts>(`WITH own AS (
    SELECT tablename, tableowner FROM pg_tables WHERE schemaname = 'public' AND NOT EXISTS (
      SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e'
        AND objid = to_regclass(format('public.%I', tablename))))
  SELECT
    current_setting('server_encoding') AS encoding,
    (pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on') AS "readOnly",
    coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false) AS "canCreate",
    (SELECT count(*)::int FROM own) AS tables,
    to_regclass('public._prisma_migrations') IS NOT NULL AS "isObelus",
    NOT EXISTS (SELECT FROM own WHERE NOT pg_has_role(tableowner, 'USAGE')) AS owns,
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS "maxConnections"`);
  const [facts] = rows;
  if (!facts) throw new Error("the server sent no facts about itself");
  return facts;
}

const refuse = (sentence: string): never => {
  throw new StartError(`DATABASE_URL: ${sentence}`);
};

/** Other databases that speak Postgres's protocol answer this as well. @throws StartError if it is one, or too old */
async function checkVersion(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ name: string; number: string }>(
    "SELECT version() AS name, current_setting('server_version_num') AS number",
  );
  const version = Math.floor(Number(rows[0]?.number) / 10_000);
  if (!rows[0]?.name.startsWith("PostgreSQL") || !version)
    refuse(`the server at ${where} is not Postgres. Obelus needs Postgres ${OLDEST} or newer.`);
  if (version < OLDEST)
    refuse(`the Postgres at ${where} is version ${version}. Obelus needs version ${OLDEST} or newer.`);
}

/** @throws StartError for the first thing that is wrong */
function checkFacts(facts: DatabaseFacts, where: string, connections: number): void {
  const needed = connections + OTHER_CONNECTIONS;
  if (facts.encoding !== "UTF8")
    refuse(
      `the database at ${where} has the encoding ${facts.encoding}. Create one with UTF8: CREATE DATABASE obelus ENCODING 'UTF8' TEMPLATE template0.`,
    );
  if (facts.readOnly)
    refuse(`the database at ${where} is read-only. Use the address of the primary server, not of a replica.`);
  if (facts.tables > 0 && !facts.isObelus)
    refuse(`the database at ${where} already has tables of another program. Create an empty one for Obelus.`);
  if (facts.isObelus && !facts.owns)
    refuse(
      `this user does not own the tables of Obelus in the database at ${where}. Use the user that created them, or change their owner: REASSIGN OWNED.`,
    );
  if (!facts.canCreate)
    refuse(
      `this user can't create tables in the schema public of the database at ${where}. Make it the owner of the database: ALTER DATABASE … OWNER TO ….`,
    );
  if (facts.maxConnections < needed)
    refuse(
      `the Postgres at ${where} allows ${facts.maxConnections} connections, and this instance needs ${needed}. Raise max_connections, or set OBELUS_DATABASE_CONNECTIONS to ${Math.max(4, facts.maxConnections - OTHER_CONNECTIONS)} or less.`,
    );
}

/** Whether nothing answers yet: it may still be starting. */
function isAbsent(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|57P03)$/.test(code ?? "") ||
    /timeout|starting up/i.test(message ?? "")
  );
}

function hostAndPort(url: string): string {
  try {
    const { hostname, port } = new URL(url);
    return `${hostname || "localhost"}:${port || 5432}`;
  } catch (cause) {
    throw new StartError(
      "DATABASE_URL is not a valid address. Enter it as postgresql://user:password@host:5432/database.",
      { cause },
    );
  }
}

function reason(error: unknown, where: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const text = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "28P01":
    case "28000":
      return `the Postgres at ${where} rejects the user or password. Correct them in the address.`;
    case "3D000":
      return `the Postgres at ${where} has no such database. Create it, or use another one.`;
    case "53300":
      return `the Postgres at ${where} has no free connections. Raise max_connections, or close some connections.`;
    case "42501":
      return `this user can't connect to the database at ${where}. Grant it the CONNECT privilege, or use another user.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host of ${where} could not be found. Correct the address.`;
    case "ECONNREFUSED":
      return `nothing answers at ${where}. Start that Postgres, or correct the address.`;
    case "57P03":
      return `the Postgres at ${where} is starting up.`;
    default:
      break;
  }
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(`${text} ${code}`))
    return `nothing answers at ${where}. Check the address and the network.`;
  if (/terminated unexpectedly|ECONNRESET|Received unexpected|unknown message/i.test(`${text} ${code}`))
    return `the server at ${where} is not Postgres. Correct the address. Obelus needs Postgres ${OLDEST} or newer.`;
  return `can't use the Postgres at ${where}: ${text}. Check the address and the server.`;
}
