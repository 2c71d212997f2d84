import { setImmediate as nextTurn } from "node:timers/promises";
import { parseBoundedJson } from "@/lib/parse-bounded-json";
import { err, ok, type Result } from "@/lib/result";
import { stripUnstorableCharacters, stripUnstorableInput } from "@/lib/strip-unstorable";
import type { Problem } from "./problem";
import { MAX_FIELD_LENGTH } from "./read-form-fields";

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

/** SHA-256 in hexadecimal, made outside of the server's thread. */
async function hashOf(...parts: (string | Uint8Array)[]): Promise<string> {
  const bytes = Buffer.concat(parts.flatMap((part) => [Buffer.from(`${part.length}:`), Buffer.from(part)]));
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
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
  if (!bytes)
    return err({ problem: "body-too-large", detail: tooLarge(rules, isForm) });
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

/** Whether a form has more parts than `MAX_FORM_PARTS`. Each would be read before the form could be refused. */
function hasManyParts(bytes: Uint8Array<ArrayBuffer>, type: string): boolean {
  const [, quoted, plain = ""] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const line = `--${quoted ?? plain}`;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let parts = 0;
  for (let at = body.indexOf(line); at >= 0 && parts <= MAX_FORM_PARTS + 1; at = body.indexOf(line, at + 1))
    parts += 1;
  // The last line closes the form.
  return parts > MAX_FORM_PARTS + 1;
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Result<ReadBody, Problem>> {
  if (hasManyParts(bytes, type)) {
    const detail = `The form has more than ${MAX_FORM_PARTS} fields. Send the file with its few fields only.`;
    return err({ problem: "invalid", detail, more: { errors: [{ pointer: "", detail }] } });
  }
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    return err({ problem: "malformed-body", detail: "The body is not a valid multipart form.", cause });
  }
  const file = form.get("file");
  if (!(file instanceof File))
    return err({ problem: "malformed-body", detail: "The form has no file in its field `file`." });
  const fields: [string, string][] = [];
  for (const [name, value] of form) {
    if (name === "file") continue;
    const length = typeof value === "string" ? value.length : value.size;
    if (length > MAX_FIELD_LENGTH) {
      const detail = `The field ${name.slice(0, 100)} is longer than ${MAX_FIELD_LENGTH.toLocaleString("en")} characters. Send less.`;
      return err({ problem: "invalid", detail, more: { errors: [{ pointer: "", detail }] } });
    }
    // A part with a media type of its own, such as application/json, can come with a file name.
    fields.push([name, stripUnstorableCharacters(typeof value === "string" ? value : await value.text())]);
  }
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  const content = new Uint8Array(await file.arrayBuffer());
  return ok({
    value: Object.fromEntries(fields),
    file: { bytes: content, name: file.name.slice(-300) },
    hash: await hashOf("form", JSON.stringify(fields), file.name, content),
  });
}

/** The bytes of a body; null if it exceeds the limit. It is read to its end even then, so that the client receives the response. */
async function readLimited(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else chunks.length = 0;
    // This much is not sent by mistake.
    if (length > Math.max(16 * limit, 64 * 1024 * 1024)) break;
  }
  return length <= limit ? Buffer.concat(chunks) : null;
}
