import pg from "pg";
import { StartError } from "../steps/start-error";

/** The oldest Postgres that Obelus works with. */
const OLDEST = 15;

/**
 * Checks that the Postgres at DATABASE_URL can be used.
 * @throws StartError that says what is wrong and what to do
 */
export async function checkOwnServer(url: string): Promise<void> {
  const where = hostAndPort(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // The failing call reports it.
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: string }>(
      "SELECT version() AS version, current_setting('server_version_num') AS number",
    );
    const version = Math.floor(Number(rows[0]?.number) / 10_000);
    if (!rows[0]?.version.startsWith("PostgreSQL") || !version)
      throw new StartError(
        `DATABASE_URL: the server at ${where} is not Postgres. Obelus needs Postgres ${OLDEST} or newer.`,
      );
    if (version < OLDEST)
      throw new StartError(
        `DATABASE_URL: the Postgres at ${where} is version ${version}. Obelus needs version ${OLDEST} or newer.`,
      );
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`DATABASE_URL: ${reason(error, where)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined); // It may never have connected.
  }
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
    default:
      break;
  }
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(`${text} ${code}`))
    return `nothing answers at ${where}. Check the address and the network.`;
  if (/terminated unexpectedly|ECONNRESET|Received unexpected|unknown message/i.test(`${text} ${code}`))
    return `the server at ${where} is not Postgres. Correct the address. Obelus needs Postgres ${OLDEST} or newer.`;
  return `can't use the Postgres at ${where}: ${text}. Check the address and the server.`;
}
