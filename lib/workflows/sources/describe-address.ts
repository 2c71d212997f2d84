import { z } from "zod";
import { findSourceByKeys } from "@/lib/db/sources";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import { describeIsolationFailure, runInChildProcess } from "@/lib/isolation/run-in-child-process";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { doiIn } from "@/lib/sources/doi";
import { archivedPageOf } from "@/lib/sources/memento";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import type { Source, SourceDescription } from "@/lib/sources/source";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

const inputSchema = z.object({ address: z.string().trim().max(2048, "The address is too long.") });

/** A page's metadata to fill a source's fields, or the source that the desk already has. */
export type DescribedAddress =
  | { kind: "known"; source: Source }
  | {
      kind: "described";
      fields: SourceDescription;
    };

/** Looks up a page's metadata by address or DOI, so that no one has to type it. */
export async function describeAddress(
  actor: Actor,
  input: z.input<typeof inputSchema>,
): Promise<Result<DescribedAddress, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(inputSchema, input);
  if (!parsed.ok) return parsed;
  const bare = /^(doi:\s*)?10\.\d{4,9}\//i.test(parsed.value.address) ? doiIn(parsed.value.address) : null;
  const address = bare ? `https://doi.org/${bare}` : parsed.value.address;
  // An archived address means the original page; its fields are read from the archive, because the page may be gone.
  const cited = archivedPageOf(address) ?? address;
  const known = await knownAt(cited, doiIn(cited));
  if (known) return ok({ kind: "known", source: known });
  const fetched = await guardedFetch(address, { allowHosts: env().fetchAllowHosts });
  if (!fetched.ok) return invalid(fetched.error.message, undefined, fetched.error.cause);
  const name = new URL(fetched.value.address).pathname;
  const read = await runInChildProcess("read-source", { ...fetched.value, name });
  if (!read.ok) return invalid(describeIsolationFailure("The page", read.error), undefined, read.error.cause);
  const { title, authors, publisher, details, publishedOn, language, type, canonicalUrl } = read.value;
  const doi = read.value.doi ?? doiIn(cited);
  const own = ownAddress(fetched.value.address, canonicalUrl);
  const same = (await knownAt(fetched.value.address, doi)) ?? (own ? await knownAt(own, null) : null);
  if (same) return ok({ kind: "known", source: same });
  return ok({
    kind: "described",
    fields: {
      // Without tracking parameters.
      url: own && keyOf(own) === keyOf(cited) ? own : cited,
      doi,
      title: title?.slice(0, 500) ?? "",
      authors,
      publisher,
      details,
      publishedOn,
      language,
      kind: type,
      archiveUrl: cited === address ? null : address,
    },
  });
}

/** A page's canonical address if it is plausible: some pages name their site's front page, and copies on other hosts name the original. */
function ownAddress(found: string, canonical: string | null): string | null {
  if (!canonical || !URL.canParse(canonical) || new URL(canonical).pathname === "/") return null;
  const [own, there] = [keyOf(canonical), keyOf(found)].map((key) => key?.split(/[/?#]/)[0]);
  return own === there ? canonical : null;
}

function keyOf(address: string): string | null {
  const key = normaliseUrl(address);
  return key.ok ? key.value : null;
}

async function knownAt(address: string, doi: string | null): Promise<Source | null> {
  return findSourceByKeys(undefined, { urlKey: keyOf(address), doi });
}
