import { z } from "zod";
import { findSourceByDoi, findSourceByUrlKey } from "@/lib/db/sources";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import { guardedFetch } from "@/lib/fetching/guarded-fetch";
import { runApart, wordsForApart } from "@/lib/isolation/run-apart";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { ok, type Result } from "@/lib/result";
import { doiIn } from "@/lib/sources/doi";
import { normaliseUrl } from "@/lib/sources/normalise-url";
import type { Source } from "@/lib/sources/source";
import { asResult, invalid, parseInput } from "./refusals";

const input = z.object({ address: z.string().trim().max(2048, "The address is too long.") });

/** What a page says of itself as a source, to fill fields with, or the source that the desk knows it as. */
export type DescribedAddress =
  | { kind: "known"; source: Source }
  | {
      kind: "described";
      fields: Pick<
        Source,
        "url" | "doi" | "title" | "authors" | "publisher" | "publishedOn" | "language" | "kind"
      >;
    };

/** Looks an address up, so that nobody has to type what the page says itself. A DOI counts as an address. */
export async function describeAddress(
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<DescribedAddress, Failure>> {
  const allowed = asResult(can(actor, "read", "source"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, given);
  if (!parsed.ok) return parsed;
  const bare = /^(doi:\s*)?10\.\d{4,9}\//i.test(parsed.value.address) ? doiIn(parsed.value.address) : null;
  const address = bare ? `https://doi.org/${bare}` : parsed.value.address;
  const known = await findKnown(address, doiIn(address));
  if (known) return ok({ kind: "known", source: known });
  const fetched = await guardedFetch(address, { allowHosts: env().fetchAllowHosts });
  if (!fetched.ok) return invalid(fetched.error.message);
  const name = new URL(fetched.value.address).pathname;
  const read = await runApart("read-source", { ...fetched.value, name });
  if (!read.ok) return invalid(wordsForApart("The page", read.error));
  const { title, authors, publisher, publishedOn, language, type } = read.value;
  const doi = doiIn(read.value.doi ?? "") ?? doiIn(address);
  const sameWork = doi ? await findSourceByDoi(undefined, doi) : null;
  if (sameWork) return ok({ kind: "known", source: sameWork });
  return ok({
    kind: "described",
    fields: {
      url: address,
      doi,
      title: title?.slice(0, 500) ?? "",
      authors,
      publisher,
      publishedOn,
      language,
      kind: type,
    },
  });
}

async function findKnown(address: string, doi: string | null): Promise<Source | null> {
  const key = normaliseUrl(address);
  const byAddress = key.ok ? await findSourceByUrlKey(undefined, key.value) : null;
  return byAddress ?? (doi ? await findSourceByDoi(undefined, doi) : null);
}
