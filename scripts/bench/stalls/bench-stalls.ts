import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCOPE_SETS } from "../../../lib/policies/api-scope";
import { makeFaultServer } from "../../faults/kills/fault-server";
import { buildApp, isBuilt } from "../../steps/build-app";
import { generateClient } from "../../steps/generate-client";
import { openTestCluster } from "../../test/test-cluster";
import { type DeskClient, makeDeskClient } from "./desk-client";
import { fillArticle, type Subject } from "./fill-article";
import type { StallOperation } from "./stall-operation";
import { STALL_OPERATIONS } from "./stall-operations";
import { type DelayWatch, watchDelays } from "./watch-delays";

/** The articles measured with, and the longest delay in milliseconds that counts as met. */
const SIZES = {
  warm: { words: 300, claims: 3, limit: Number.POSITIVE_INFINITY },
  usual: { words: 20_000, claims: 500, limit: 100 },
  large: { words: 100_000, claims: 2000, limit: 250 },
} as const;

/**
 * Runs each operation with its worst input against the real server, on a database of its own, and measures how long others wait meanwhile.
 * Every operation runs once on a small article first, so that loading its code is not measured.
 * @returns a row per operation: name, article, duration, longest answer of /api/health, longest delay of the event loop, most
 * processor time of the server's thread at once, limit, result
 */
export async function benchStalls(
  { large = false, only = "" }: { large?: boolean; only?: string },
  progress: (message: string) => void,
): Promise<string[][]> {
  await generateClient();
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  if (!isBuilt(distDir)) {
    progress("building the application");
    await buildApp(distDir);
  }
  const folder = mkdtempSync(join(tmpdir(), "obelus-stalls-"));
  const cluster = await openTestCluster(folder);
  try {
    const databaseUrl = await cluster.makeDatabase("stalls");
    // This process creates the people and the articles.
    process.env.DATABASE_URL = databaseUrl;
    const loopDelayLog = join(folder, "loop-delays.jsonl");
    const server = await makeFaultServer({
      databaseUrl,
      dataDir: folder,
      distDir,
      env: { OBELUS_LOOP_DELAY_LOG: loopDelayLog },
    });
    const { person, token, password, subjects } = await prepare(databaseUrl, large, progress);
    await server.start();
    try {
      const client = await makeDeskClient({
        address: server.address,
        token,
        email: person.email,
        password,
        distDir,
      });
      const watch = await watchDelays(server.address, loopDelayLog);
      try {
        return await runAll({ client, watch, subjects, only, progress });
      } finally {
        watch.stop();
      }
    } finally {
      await server.kill();
    }
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface MeasuredSubject extends Subject {
  limit: number;
}

async function prepare(databaseUrl: string, large: boolean, progress: (message: string) => void) {
  const { makePerson, must, PASSWORD } = await import("../../../lib/testing/factories");
  const { createToken } = await import("../../../lib/workflows/people/api-tokens");
  const { disconnect } = await import("../../../lib/db/client");
  const person = await makePerson({ role: "administrator" });
  const people = { author: await makePerson(), approver: person };
  const { token } = must(
    await createToken(person, { name: "Bench", scopes: [...SCOPE_SETS.write, "webhooks"] }),
  );
  const subjects: MeasuredSubject[] = [];
  for (const size of large ? [SIZES.warm, SIZES.usual, SIZES.large] : [SIZES.warm, SIZES.usual]) {
    progress(`filling an article of ${size.words} words with ${size.claims} claims`);
    subjects.push({ ...(await fillArticle(databaseUrl, people, size)), limit: size.limit });
  }
  await disconnect();
  return { person, token, password: PASSWORD, subjects };
}

async function runAll({
  client,
  watch,
  subjects,
  only,
  progress,
}: {
  client: DeskClient;
  watch: DelayWatch;
  subjects: readonly MeasuredSubject[];
  only: string;
  progress: (message: string) => void;
}): Promise<string[][]> {
  const rows: string[][] = [];
  const [warm, usual, ...others] = subjects;
  if (!warm || !usual) throw new RangeError("there are no articles to measure with");
  // Publishing is what the pages of readers need.
  const isChosen = ({ name }: StallOperation) =>
    only.split(",").some((part) => name.includes(part)) || name === "API: publish";
  for (const operation of STALL_OPERATIONS.filter(isChosen)) {
    await operation.run(client, warm);
    for (const subject of operation.alone ? [usual] : [usual, ...others]) {
      const row = await measure(operation, { client, watch, subject });
      progress(row.join(" | "));
      rows.push(row);
    }
  }
  return rows;
}

async function measure(
  operation: StallOperation,
  { client, watch, subject }: { client: DeskClient; watch: DelayWatch; subject: MeasuredSubject },
): Promise<string[]> {
  let status = 0;
  const { duration, health, loop, busy } = await watch.during(async () => {
    status = await operation.run(client, subject);
  });
  const isRight = operation.expected.includes(status);
  // The other two have the noise of the machine in them.
  const isMet = busy <= subject.limit;
  return [
    operation.name,
    operation.alone ? "" : subject.name,
    ...[duration, health, loop, busy].map((milliseconds) => milliseconds.toFixed(0)),
    String(subject.limit),
    !isRight ? `answered ${status}` : isMet ? "met" : "not met",
  ];
}
