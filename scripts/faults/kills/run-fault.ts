import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Claim } from "../../../lib/claims/claim";
import type { Failure } from "../../../lib/failure";
import type { DeskWrite, WriteResult } from "../../../lib/live/desk-write";
import type { Result } from "../../../lib/result";
import { seededRandom } from "../../evaluate/random";
import type { AcknowledgedWrite } from "./acknowledged-write";
import type { FaultServer } from "./fault-server";
import { findLosses } from "./find-losses";
import { signIn } from "./sign-in";

export interface FaultFigures {
  kills: number;
  /** Writes that the server confirmed. */
  acknowledged: number;
  /** How often a write was sent again because no answer came. */
  resent: number;
  /** Milliseconds from a kill to the next answer. */
  downtime: { median: number; longest: number };
  seconds: number;
  /** What went wrong, as messages; empty if nothing did. */
  losses: string[];
}

export interface Session {
  article: { id: string; versionId: string };
  /** Each sends one write after another. */
  writers: readonly { email: string; password: string }[];
  kills: number;
  /** The seed for the random times at which the server is killed. */
  seed?: number;
  progress?: (message: string) => void;
}

/** Milliseconds to wait before a write is sent again. */
const RESEND_DELAY_MS = 150;

/**
 * Several people work on an article. Each sends one write after another like the desk's outbox: with a key, and again until an answer
 * comes. Meanwhile the server is killed and restarted at random times. In the end the database must hold every confirmed write exactly
 * once, and nothing else.
 */
export async function runFault(
  server: FaultServer,
  { article, writers, kills, seed = 1, progress = () => {} }: Session,
): Promise<FaultFigures> {
  const random = seededRandom(seed);
  const began = performance.now();
  const cookies = await Promise.all(
    writers.map(({ email, password }) => signIn(server.address, email, password)),
  );
  const acknowledged: AcknowledgedWrite[] = [];
  const downtimes: number[] = [];
  const refusals: string[] = [];
  let killedAt: number | null = null;
  let resent = 0;
  let done = false;

  const send = async (cookie: string, write: DeskWrite): Promise<Claim | null> => {
    for (;;) {
      const answer = await post(server.address, cookie, write);
      if (answer !== "unanswered") {
        if (killedAt !== null) downtimes.push(performance.now() - killedAt);
        killedAt = null;
        if (answer.ok && answer.value.kind === "claim") {
          const { claim } = answer.value;
          acknowledged.push({ write, claim });
          return claim;
        }
        if (answer.ok) throw new Error(`unexpected answer to ${write.kind}: ${answer.value.kind}`);
        refusals.push(`${write.kind} was refused: ${answer.error.kind}: ${answer.error.message}`);
        return null;
      }
      resent += 1;
      await pause(RESEND_DELAY_MS);
    }
  };

  const write = async (cookie: string, writer: number) => {
    for (let turn = 1; !done; turn++) {
      const content = {
        statement: `Claim ${turn} of person ${writer}.`,
        kind: "number" as const,
        verdict: { ratingKey: "true", rationaleDoc: rationale("Customs say so.") },
        evidence: [{ stance: "supports" as const, source: { title: `Release ${writer}-${turn}` } }],
      };
      const made = await send(cookie, {
        kind: "claim.create",
        input: {
          ...content,
          articleId: article.id,
          versionId: article.versionId,
          idempotencyKey: randomUUID(),
          anchor: { start: 0, end: 5 },
        },
      });
      if (!made || done) continue;
      const { evidence: _, ...rest } = content;
      const sources = made.evidence.map(({ stance, source }) => ({ stance, source: { id: source.id } }));
      const edited = await send(cookie, {
        kind: "claim.update",
        input: {
          ...rest,
          evidence: sources,
          statement: `Claim ${turn} of person ${writer}, edited.`,
          claimId: made.id,
          revision: made.revision,
          operationId: randomUUID(),
        },
      });
      if (!edited || done) continue;
      await send(cookie, {
        kind: "claim.review",
        input: { claimId: edited.id, revision: edited.revision, action: "submit", operationId: randomUUID() },
      });
    }
  };

  const work = cookies.map((cookie, index) => write(cookie, index + 1));
  for (let kill = 1; kill <= kills; kill++) {
    const before = acknowledged.length;
    await pause(40 + random() * 360);
    killedAt = performance.now();
    await server.kill();
    await server.start();
    // At least one write succeeds between two kills, so that every kill tests something.
    while (acknowledged.length === before) await pause(5);
    progress(`killed ${kill} of ${kills} times, ${acknowledged.length} writes confirmed, ${resent} resent`);
  }
  done = true;
  await Promise.all(work);
  const losses = [...refusals, ...(await findLosses(server.databaseUrl, article.id, acknowledged))];
  downtimes.sort((a, b) => a - b);
  return {
    kills,
    acknowledged: acknowledged.length,
    resent,
    downtime: { median: downtimes[downtimes.length >> 1] ?? 0, longest: downtimes.at(-1) ?? 0 },
    seconds: (performance.now() - began) / 1000,
    losses,
  };
}

const rationale = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

async function post(
  address: string,
  cookie: string,
  write: DeskWrite,
): Promise<Result<WriteResult, Failure> | "unanswered"> {
  try {
    const response = await fetch(`${address}/desk/writes`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(write),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) return "unanswered";
    return (await response.json()) as Result<WriteResult, Failure>;
  } catch {
    return "unanswered"; // It was killed, or has not started yet.
  }
}
