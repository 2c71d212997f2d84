import { z } from "zod";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { id, textInput } from "./common";

const fields = {
  id,
  kind: z.enum(CLAIMANT_KINDS),
  name: z.string(),
  description: z.string().nullable().meta({ description: "Who they are, for the desk." }),
  aliases: z.array(z.string()).meta({ description: "Other names by which they are found." }),
  sameAs: z.array(z.string()).meta({ description: "Addresses of pages about them." }),
  revision: z.int(),
  claims: z.int().meta({ description: "Number of their claims." }),
};

export const listedClaimantSchema = z.object(fields).meta({ id: "ListedClaimant" });

export const wholeClaimantSchema = z
  .object({
    ...fields,
    merged: z
      .array(z.object({ id, name: z.string() }))
      .meta({ description: "The claimants that were merged into this one." }),
    uses: z
      .array(z.object({ claimId: id, statement: z.string(), articleId: id, articleTitle: z.string() }))
      .meta({ description: "Their newest claims, at most 200." }),
  })
  .meta({ id: "WholeClaimant" });

export const updateClaimantSchema = z
  .object({
    kind: z.enum(CLAIMANT_KINDS).optional(),
    name: z.string().optional(),
    description: textInput,
    aliases: z.array(z.string()).optional(),
    sameAs: z.array(z.string()).optional(),
  })
  .meta({ id: "UpdateClaimant", description: "Missing fields stay unchanged; null removes a value." });

export const mergeClaimantsSchema = z
  .object({
    claimantId: id.meta({ description: "The other claimant, whose claims count as claims of this one." }),
  })
  .meta({ id: "MergeClaimants" });
