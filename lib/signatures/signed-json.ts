import { LRUCache } from "lru-cache";
import { env } from "@/lib/env";
import { type ReportSignature, signReport } from "./report-signature";
import { canSign, currentSigningKey } from "./signing-key";

/** Path of the public keys. */
export const KEYS_PATH = "/.well-known/obelus-key.json";

/** A report as JSON. `revision` counts its redactions: with the id and the chosen claims, it names the content. */
interface JsonReport {
  publication: { id: string; revision: number };
  /** Numbers of the claims that it was made of; null or missing for all. */
  claims?: readonly number[] | null;
  json: Buffer;
}

/** For how long a signature is used again: after this, a new key signs. */
const SIGNATURE_TTL_MS = 60_000;

const signatures = new LRUCache<string, ReportSignature>({ max: 500, ttl: SIGNATURE_TTL_MS });

/** The signature of a report as it is published, without what was redacted; null where nothing can be signed. */
export async function signatureOf({
  publication,
  claims = null,
  json,
}: JsonReport): Promise<ReportSignature | null> {
  if (!canSign()) return null;
  const { id, revision } = publication;
  const name = JSON.stringify([id, revision, claims]);
  const known = signatures.get(name);
  if (known) return known;
  const current = await currentSigningKey(new Date());
  const keys = `${env().publicUrl}${KEYS_PATH}`;
  const signature = signReport(JSON.parse(json.toString("utf8")) as object, { ...current, keys, revision });
  signatures.set(name, signature);
  return signature;
}

/** The report with its signature, if there is one, as the last member. Everything before it stays the same bytes. */
export async function signedJson(report: JsonReport): Promise<Buffer<ArrayBuffer>> {
  const signature = await signatureOf(report);
  if (!signature) return Buffer.from(report.json);
  const text = report.json.toString("utf8").trimEnd();
  if (!text.endsWith("}")) throw new TypeError("a report is an object");
  const member = JSON.stringify(signature, null, 2).replaceAll("\n", "\n  ");
  return Buffer.from(`${text.slice(0, -1).trimEnd()},\n  "signature": ${member}\n}\n`);
}
