import { createHash } from "node:crypto";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { insertSnapshot, type Snapshot } from "@/lib/db/snapshots";
import { findSource, noteLink } from "@/lib/db/sources";
import { inTransaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { type FetchProblem, guardedFetch } from "@/lib/fetching/guarded-fetch";
import { runApart, wordsForApart } from "@/lib/isolation/run-apart";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { asResult, invalid, notFound } from "./refusals";

/**
 * Keeps a copy of a source's page: its bytes, its readable text, a hash and the time, so that it can be read when the page is gone.
 */
export async function keepSnapshot(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<Snapshot, Failure>> {
  const allowed = asResult(can(actor, "keep", "source"));
  if (!allowed.ok) return allowed;
  const source = await findSource(undefined, sourceId);
  if (!source) return notFound("source");
  if (!source.url) return invalid("This source has no address. Attach a file of it instead.");
  const fetched = await guardedFetch(source.url, { allowHosts: env().fetchAllowHosts });
  await noteLink(sourceId, fetched.ok ? answers() : problem(fetched.error));
  if (!fetched.ok) return invalid(fetched.error.message);
  const { address, bytes } = fetched.value;
  const read = await runApart("read-source", { bytes, name: new URL(address).pathname, address });
  if (!read.ok) return invalid(wordsForApart("The page", read.error));
  const { title, text, mediaType } = read.value;
  return inTransaction(async (tx) => {
    const snapshot = await insertSnapshot(tx, {
      sourceId,
      url: address,
      title: title?.replaceAll("\0", "") ?? null,
      // Postgres holds no NUL.
      text: text.replaceAll("\0", ""),
      body: bytes,
      mediaType,
      bodyHash: createHash("sha256").update(bytes).digest("hex"),
      takenById: actor.id,
    });
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "source.keep",
      targetType: "source",
      targetId: sourceId,
      to: { url: address, bodyHash: snapshot.bodyHash },
    });
    return ok(snapshot);
  });
}

function answers() {
  return { linkState: "answers" as const, linkNote: null, linkCheckedAt: new Date() };
}

/** A server that says so knows that a page is gone; whatever else goes wrong may be over tomorrow. */
function problem({ status, message }: FetchProblem) {
  const gone = status === 404 || status === 410;
  return {
    linkState: gone ? ("gone" as const) : ("unreachable" as const),
    linkNote: status ? `It answered ${status}.` : message,
    linkCheckedAt: new Date(),
  };
}
