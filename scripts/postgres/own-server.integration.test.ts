import { connect, createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "./cluster";
import { checkOwnServer } from "./own-server";

const cluster = process.env.OBELUS_TEST_CLUSTER ?? "";
const suffix = crypto.randomUUID().slice(0, 8);
const [role, database] = [`reporter_${suffix}`, (name: string) => `own_${name}_${suffix}`];

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const urlOf = (name: string, user?: string) => {
  const url = new URL(cluster);
  url.pathname = `/${database(name)}`;
  if (user) [url.username, url.password] = [user, "secret"];
  return url.href;
};

const names = ["empty", "foreign", "latin", "readonly", "obelus"];
beforeAll(async () => {
  await run(cluster, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  for (const name of names)
    await run(
      cluster,
      name === "latin"
        ? `CREATE DATABASE ${database(name)} ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`
        : `CREATE DATABASE ${database(name)}`,
    );
  await run(urlOf("foreign"), "CREATE TABLE recipes (id int)");
  await run(
    urlOf("obelus"),
    "CREATE TABLE _prisma_migrations (id int)",
    `GRANT ALL ON SCHEMA public TO ${role}`,
  );
  await run(cluster, `ALTER DATABASE ${database("readonly")} SET default_transaction_read_only = on`);
});
afterAll(async () => {
  for (const name of names) await run(cluster, `DROP DATABASE ${database(name)}`);
  await run(cluster, `DROP ROLE ${role}`);
});

test.each<[string, string, number, RegExp | null]>([
  ["an empty database is accepted", urlOf("empty"), 20, null],
  ["so is one with Obelus in it", urlOf("obelus"), 20, null],
  [
    "tables of another program",
    urlOf("foreign"),
    20,
    /already has tables of another program\. Create an empty one/,
  ],
  ["another encoding", urlOf("latin"), 20, /has the encoding LATIN1\. Create one with UTF8/],
  ["a read-only database", urlOf("readonly"), 20, /is read-only\. Use the address of the primary server/],
  ["a user who can't create tables", urlOf("empty", role), 20, /can't create tables in the schema public/],
  ["a user who does not own the tables", urlOf("obelus", role), 20, /does not own the tables of Obelus/],
  [
    "too few connections",
    urlOf("empty"),
    400,
    /allows \d+ connections, and this instance needs 408\. Raise max_connections, or set OBELUS_DATABASE_CONNECTIONS to \d+ or less/,
  ],
  ["a wrong password", urlOf("empty", "nobody"), 20, /rejects the user or password/],
  ["no such database", urlOf("missing"), 20, /has no such database/],
])("%s", async (_, url, connections, refusal) => {
  const checked = checkOwnServer(url, connections);
  if (refusal) await expect(checked).rejects.toThrow(refusal);
  else await checked;
});

test("waits for a Postgres that does not answer yet, and says so once", async () => {
  const port = await freePort();
  const url = new URL(urlOf("empty"));
  const target = Number(url.port);
  url.port = String(port);
  const reasons: string[] = [];
  const checked = checkOwnServer(url.href, 20, (reason) => {
    reasons.push(reason);
    // It comes up: a door to the real one.
    createServer((socket) => {
      const real = connect(target, "127.0.0.1");
      socket.pipe(real).pipe(socket);
      socket.on("error", () => real.destroy());
    })
      .listen(port, "127.0.0.1")
      .unref();
  });
  await checked;
  expect(reasons).toEqual([
    expect.stringMatching(/nothing answers at 127\.0\.0\.1:\d+\. Start that Postgres/),
  ]);
});
