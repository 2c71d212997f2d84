import { fromJson, toJson } from "./json";
import { clientOf } from "./transaction";

/** The stored response to a call. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export type ClaimedKey =
  /** The call is this caller's to make. */
  | { kind: "first" }
  /** A different call used this key. */
  | { kind: "other-call" }
  | { kind: "answered"; answer: StoredAnswer }
  /** The same call has been running since a time, or ended without an answer. */
  | { kind: "open"; since: Date };

/** How long keys are stored. */
const KEY_LIFETIME_SECONDS = 24 * 60 * 60;

/** Claims a key for a call. Of several concurrent callers, one is the first. */
export async function claimKey(ownerId: string, key: string, fingerprint: string): Promise<ClaimedKey> {
  const client = clientOf();
  await client.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("ownerId", "key") IN (
      SELECT "ownerId", "key" FROM "IdempotencyKey"
      WHERE "createdAt" < now() - make_interval(secs => ${KEY_LIFETIME_SECONDS}::float8)
      LIMIT 500 FOR UPDATE SKIP LOCKED)`;
  const taken = await client.$executeRaw`
    INSERT INTO "IdempotencyKey" ("ownerId", "key", "fingerprint") VALUES (${ownerId}::uuid, ${key}, ${fingerprint})
    ON CONFLICT ("ownerId", "key") DO NOTHING`;
  if (taken === 1) return { kind: "first" };
  const row = await client.idempotencyKey.findUnique({ where: { ownerId_key: { ownerId, key } } });
  // The first caller released it between the two statements.
  if (!row) return claimKey(ownerId, key, fingerprint);
  if (row.fingerprint !== fingerprint) return { kind: "other-call" };
  if (row.status === null || row.body === null) return { kind: "open", since: row.createdAt };
  const headers = fromJson<Record<string, string>>(row.headers ?? {});
  return { kind: "answered", answer: { status: row.status, headers, body: row.body } };
}

/** Stores the response to the call that holds a key. */
export async function storeAnswer(ownerId: string, key: string, answer: StoredAnswer): Promise<void> {
  const { status, headers, body } = answer;
  await clientOf().idempotencyKey.update({
    where: { ownerId_key: { ownerId, key } },
    data: { status, headers: toJson(headers), body },
  });
}

/** Releases a key whose call had no effect. */
export async function releaseKey(ownerId: string, key: string): Promise<void> {
  await clientOf().idempotencyKey.deleteMany({ where: { ownerId, key, status: null } });
}
