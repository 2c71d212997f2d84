import { fromJson, toJson } from "./json";
import { clientOf } from "./transaction";

/** The stored response to a call. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export type FoundKey =
  | { kind: "free" }
  /** A different call used this key. */
  | { kind: "other-call" }
  | { kind: "answered"; answer: StoredAnswer }
  /** The call took effect at this time, and its answer is not stored, yet or ever. */
  | { kind: "unanswered"; since: Date };

/** How long keys are stored. */
const KEY_LIFETIME_SECONDS = 24 * 60 * 60;

/** Finds a person's key, after deleting some expired ones. */
export async function findKey(ownerId: string, key: string, fingerprint: string): Promise<FoundKey> {
  const client = clientOf();
  await client.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("ownerId", "key") IN (
      SELECT "ownerId", "key" FROM "IdempotencyKey"
      WHERE "createdAt" < now() - make_interval(secs => ${KEY_LIFETIME_SECONDS}::float8)
      LIMIT 500 FOR UPDATE SKIP LOCKED)`;
  const row = await client.idempotencyKey.findUnique({ where: { ownerId_key: { ownerId, key } } });
  if (!row) return { kind: "free" };
  if (row.fingerprint !== fingerprint) return { kind: "other-call" };
  if (row.status === null || row.body === null) return { kind: "unanswered", since: row.createdAt };
  const headers = fromJson<Record<string, string>>(row.headers ?? {});
  return { kind: "answered", answer: { status: row.status, headers, body: row.body } };
}

/** The answer to the call with a person's key, if it took effect; `body` is null while it is not stored. */
export async function findAnswer(ownerId: string, key: string): Promise<{ body: string | null } | null> {
  return clientOf().idempotencyKey.findUnique({
    where: { ownerId_key: { ownerId, key } },
    select: { body: true },
  });
}

/** Stores the response to a call, and its key if no transaction has stored it. */
export async function storeAnswer(
  { ownerId, key, fingerprint }: { ownerId: string; key: string; fingerprint: string },
  { status, headers, body }: StoredAnswer,
): Promise<void> {
  const answer = { status, headers: toJson(headers), body };
  await clientOf().idempotencyKey.upsert({
    where: { ownerId_key: { ownerId, key } },
    create: { ownerId, key, fingerprint, ...answer },
    update: answer,
  });
}

/** Releases a key whose call was refused. */
export async function releaseKey(ownerId: string, key: string): Promise<void> {
  await clientOf().idempotencyKey.deleteMany({ where: { ownerId, key, status: null } });
}
