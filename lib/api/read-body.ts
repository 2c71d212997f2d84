import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseMultipart } from "@/lib/http/parse-multipart";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { err, ok, type Result } from "@/lib/result";
import { stripUnstorableCharacters, stripUnstorableInput } from "@/lib/strip-unstorable";
import type { Problem } from "./problem";
import { MAX_FIELD_LENGTH } from "./requests/read-form-fields";

/** A request body, parsed but not yet validated. */
export interface ReadBody {
  /** The JSON, or the fields of a form as texts. */
  value: unknown;
  /** The file of a form; null with JSON. */
  file: { bytes: Uint8Array<ArrayBuffer>; name: string } | null;
  /** SHA-256 of the content, independent of a form's boundary. */
  hash: string;
}

export interface BodyRules {
  /** Maximum bytes of a JSON body. */
  limit: number;
  /** Maximum bytes of a form with a `file`; without it, forms are not accepted. */
  formLimit?: number;
  /** Media types of the JSON besides application/json, without parameters. */
  types?: readonly string[];
  /** Whether an empty body means `{}`. */
  mayBeEmpty?: boolean;
}

/** The media types that a body can have. */
export function acceptedTypes({ types = [], formLimit }: BodyRules): string[] {
  return [...types, "application/json", ...(formLimit === undefined ? [] : ["multipart/form-data"])];
}

/** How much is hashed before others have their turn. Web Crypto works outside of the server's thread, but copies everything before. */
const HASHED_PER_TURN = 2 * 1024 * 1024;

/** SHA-256 in hexadecimal. */
async function hashOf(...parts: (string | Uint8Array)[]): Promise<string> {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`);
    for (let from = 0; from < bytes.length; from += HASHED_PER_TURN) {
      if (from > 0) await nextTurn();
      hash.update(bytes.subarray(from, from + HASHED_PER_TURN));
    }
  }
  return hash.digest("hex");
}

const emptyBody = async (): Promise<ReadBody> => ({ value: {}, file: null, hash: await hashOf("") });

/** Reads a request body within its limits. */
export async function readBody(request: Request, rules: BodyRules): Promise<Result<ReadBody, Problem>> {
  const [mediaType = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const isForm = rules.formLimit !== undefined && mediaType.trim() === "multipart/form-data";
  const isJson = ["application/json", "application/merge-patch+json", ...(rules.types ?? [])].includes(
    mediaType.trim(),
  );
  const coded = request.headers.get("content-encoding") ?? "identity";
  const isKnown = (isJson || isForm) && coded === "identity";
  const limit = (isForm && rules.formLimit) || rules.limit;
  const bytes = await readLimited(request, limit);
  if (bytes?.length === 0 && mediaType === "" && rules.mayBeEmpty) return ok(await emptyBody());
  if (!isKnown)
    return err({
      problem: "unsupported-media-type",
      detail: "Send JSON in UTF-8, not compressed, as application/json.",
      headers: { accept: acceptedTypes(rules).join(", ") },
    });
  if (!bytes) return err({ problem: "body-too-large", detail: tooLarge(rules, isForm) });
  if (bytes.length === 0 && rules.mayBeEmpty) return ok(await emptyBody());
  return isForm ? readForm(bytes, request.headers.get("content-type") ?? "") : readJson(bytes);
}

/** How much a body can have, and how a larger file is sent. */
function tooLarge({ limit, formLimit }: BodyRules, isForm: boolean): string {
  const bytes = (count: number) => `${count.toLocaleString("en")} bytes`;
  if (formLimit === undefined) return `The limit is ${bytes(limit)}.`;
  return isForm
    ? `The limit of a form is ${bytes(formLimit)}. Send a smaller file.`
    : `The limit of a JSON body is ${bytes(limit)}. Send multipart/form-data with the file in its field \`file\`: then the limit is ${bytes(formLimit)}.`;
}

/** Others have their turn between the steps, which take a while for several megabytes. */
async function readJson(bytes: Uint8Array): Promise<Result<ReadBody, Problem>> {
  const malformed = (cause: unknown) =>
    err<Problem>({ problem: "malformed-body", detail: "The body is not JSON in UTF-8.", cause });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    return malformed(cause);
  }
  await nextTurn();
  const parsed = parseBoundedJson(text);
  if (parsed.ok) {
    const hash = await hashOf("json", bytes);
    return ok({ value: stripUnstorableInput(parsed.value), file: null, hash });
  }
  if (parsed.error.kind === "malformed") return malformed(parsed.error.cause);
  const detail = `The body has more than ${parsed.error.max.toLocaleString("en")} values. Send fewer.`;
  return err({ problem: "invalid", detail, more: { errors: [{ pointer: "", detail }] } });
}

/** A file, and a few fields about it. */
const MAX_FORM_PARTS = 100;

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<Result<ReadBody, Problem>> {
  const refuse = (detail: string) =>
    err<Problem>({ problem: "invalid", detail, more: { errors: [{ pointer: "", detail }] } });
  const parsed = await parseMultipart(bytes, type, MAX_FORM_PARTS);
  if (!parsed.ok)
    return parsed.error === "too-many-parts"
      ? refuse(`The form has more than ${MAX_FORM_PARTS} fields. Send the file with its few fields only.`)
      : err({ problem: "malformed-body", detail: "The body is not a valid multipart form." });
  const file = parsed.value.find(({ name }) => name === "file");
  if (file?.filename == null)
    return err({ problem: "malformed-body", detail: "The form has no file in its field `file`." });
  const others = parsed.value.filter(({ name }) => name !== "file");
  const long = others.find((field) => field.bytes.length > MAX_FIELD_LENGTH);
  if (long)
    return refuse(
      `The field ${long.name.slice(0, 100)} is longer than ${MAX_FIELD_LENGTH.toLocaleString("en")} bytes. Send less.`,
    );
  const fields = others
    // A part with a media type of its own, such as application/json, can come with a file name.
    .map((field) => [field.name, stripUnstorableCharacters(field.bytes.toString())] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return ok({
    value: Object.fromEntries(fields),
    file: { bytes: file.bytes, name: file.filename.slice(-300) },
    hash: await hashOf("form", JSON.stringify(fields), file.filename, file.bytes),
  });
}

/** The bytes of a body; null if it exceeds the limit. It is read to its end even then, so that the client receives the response. */
async function readLimited(request: Request, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  // The memory of a large body is filled as it arrives: to join its pieces at the end would hold up the server.
  const whole = declared > 0 && declared <= limit ? Buffer.allocUnsafeSlow(declared) : null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    const before = length;
    length += chunk.length;
    if (whole && length <= declared) whole.set(chunk, before);
    else if (whole)
      return null; // HTTP does not allow more than what was declared.
    else if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
    // This much is not sent by mistake.
    if (length > Math.max(16 * limit, 64 * 1024 * 1024)) break;
  }
  if (whole) return whole.subarray(0, length);
  return length <= limit ? Buffer.concat(chunks) : null;
}
