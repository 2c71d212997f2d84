import { z } from "zod";
import { optional, required, text } from "@/lib/input-fields";
import { webAddress } from "@/lib/sources/source-input";
import { CLAIMANT_KINDS } from "./claimant";

/** Limits in UTF-16 units; of `aliases` and `sameAs`, in number. */
export const CLAIMANT_LIMITS = { name: 300, role: 300, aliases: 50, sameAs: 20 } as const;

const kind = z.enum(CLAIMANT_KINDS, "Choose a person, an organisation or a group.");

const sameAs = z
  .array(webAddress)
  .max(CLAIMANT_LIMITS.sameAs, `Enter at most ${CLAIMANT_LIMITS.sameAs} addresses. Remove some.`)
  .nullish()
  .transform((addresses) => [...new Set((addresses ?? []).filter((each) => each !== null))]);

/** The fields of a claimant, as entered. */
export const claimantFields = z.object({
  kind,
  name: required("The name", CLAIMANT_LIMITS.name, "Enter a name."),
  description: optional("The description", CLAIMANT_LIMITS.role),
  aliases: z
    .array(text("A name", CLAIMANT_LIMITS.name))
    .max(CLAIMANT_LIMITS.aliases, `Enter at most ${CLAIMANT_LIMITS.aliases} other names. Remove some.`)
    .default([])
    .transform((names) => [...new Set(names.filter(Boolean))]),
  sameAs,
});

/** Who made a claim, as entered with it: a known claimant by id, or a name, which is a new claimant unless one is known by it. */
export const claimedByInput = z
  .object({
    id: z.uuid("Unknown claimant. Choose it again, or enter a name.").nullish(),
    name: optional("The claimant", CLAIMANT_LIMITS.name),
    /** Of a new claimant; by default what the name looks like. With a name, it tells known claimants apart. */
    kind: kind.nullish(),
    /** At the time of the claim. */
    role: optional("The role", CLAIMANT_LIMITS.role),
    /** Of a new claimant. */
    sameAs,
    /** Whether it is another one than those with this name that are known. */
    isNew: z.boolean().default(false),
  })
  // A blank field of the form is no claimant.
  .transform(({ id, name, ...fields }) => (id || name ? { id: id ?? null, name, ...fields } : null));

export type ClaimantFields = z.output<typeof claimantFields>;
export type ClaimedByInput = z.input<typeof claimedByInput>;
export type EnteredClaimant = NonNullable<z.output<typeof claimedByInput>>;
