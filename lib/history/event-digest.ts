import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** The content of an event: everything its hash covers except its position in the chain. */
export interface EventContent {
  /** ISO 8601 instant with milliseconds. */
  at: string;
  actorId: string | null;
  action: string;
  targetType: string;
  targetId: string;
  articleId: string | null;
  from: object | null;
  to: object | null;
}

/** An event's position in the hash chain. */
export interface EventLink {
  contentHash: string;
  /** Number of the event. */
  id: bigint;
  /** Hash of the event before. */
  previousHash: string;
  /** 1 for the first event of the chain. */
  sequence: bigint;
}

/** Hexadecimal SHA-256 of the canonical JSON (RFC 8785) of an event's content. */
export function contentHashOf({
  at,
  actorId,
  action,
  targetType,
  targetId,
  articleId,
  from,
  to,
}: EventContent): string {
  const json = canonicalize({ at, actorId, action, targetType, targetId, articleId, from, to });
  return sha256(json ?? "");
}

/**
 * The hash of an event including its position in the chain. The database computes it when a transaction commits (see the migration
 * that added the chain); this recomputes it for verification. Both must write the same canonical JSON.
 */
export function linkHashOf({ contentHash, id, previousHash, sequence }: EventLink): string {
  return sha256(
    `{"content":"${contentHash}","id":"${id}","previous":"${previousHash}","sequence":${sequence}}`,
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
