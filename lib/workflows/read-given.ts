import { DOMSerializer } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { z } from "zod";
import { findArticleBySource } from "@/lib/db/articles";
import { articleSchema } from "@/lib/document/schema";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import type { ParsedArticle } from "@/lib/ingest/parse-article";
import { type GivenFile, parseFile } from "@/lib/ingest/parse-file";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import { asResult, invalid, parseInput } from "./refusals";

/** An article as it was read, for an editor to look over before it is stored. */
export interface ReadArticle {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  /** ISO 8601 day. */
  publishedOn: string | null;
  language: string | null;
  sourceUrl: string | null;
  /** The article's text as plain HTML. */
  html: string;
  /** What an editor should know of how it came in. */
  notes: string[];
  /** An article of the desk that is from the same address. */
  known: { id: string; title: string } | null;
}

const addressInput = z.object({ address: z.string().trim().max(2048, "The address is too long.") });

/** Reads the article at an address. Nothing is stored. */
export async function readAddress(
  actor: Actor,
  given: z.input<typeof addressInput>,
): Promise<Result<ReadArticle, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(addressInput, given);
  if (!parsed.ok) return parsed;
  const fetched = await guardedFetch(parsed.value.address, { allowHosts: env().fetchAllowHosts });
  if (!fetched.ok) return refuse(fetched.error.message);
  const { address, bytes } = fetched.value;
  return read({ bytes, name: new URL(address).pathname, address });
}

/** Reads the article in a file. Nothing is stored. */
export async function readFile(actor: Actor, file: GivenFile): Promise<Result<ReadArticle, Failure>> {
  const allowed = asResult(can(actor, "create", "article"));
  return allowed.ok ? read(file) : allowed;
}

async function read(file: GivenFile): Promise<Result<ReadArticle, Failure>> {
  const parsed = await parseFile(file);
  if (!parsed.ok) return refuse(parsed.error.message);
  const { metadata, notes } = parsed.value;
  const sourceUrl = metadata.canonicalUrl ?? file.address ?? null;
  const known = sourceUrl === null ? null : await findArticleBySource(sourceUrl);
  return ok({
    title: metadata.title ?? null,
    byline: metadata.byline ?? null,
    publisher: metadata.publisher ?? null,
    publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(metadata.publishedAt ?? "")?.[0] ?? null,
    language: metadata.language ?? null,
    sourceUrl,
    html: htmlOf(parsed.value),
    notes,
    known: known && { id: known.id, title: known.title },
  });
}

function htmlOf({ doc }: ParsedArticle): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const node = articleSchema.nodeFromJSON(doc);
  const serializer = DOMSerializer.fromSchema(articleSchema);
  node.forEach((block) => {
    document.body.append(serializer.serializeNode(block, { document }) as unknown as Node, "\n");
  });
  return document.body.innerHTML.trim();
}

function refuse(message: string): { ok: false; error: Failure } {
  return message.startsWith("The page did not come")
    ? err({ kind: "unavailable", message })
    : invalid(message);
}
