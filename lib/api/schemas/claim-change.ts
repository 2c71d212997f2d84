import { z } from "zod";
import { claimSchema } from "./claim";
import { id } from "./common";

const versionId = id.optional().meta({
  description: "The version that the offsets are in; the current one by default.",
});

export const splitClaimSchema = z
  .object({
    at: z.int().min(0).meta({
      description: "Where the claim is cut: UTF-16 offset into the version's text, between two of its words.",
    }),
    versionId,
  })
  .meta({ id: "SplitClaim" });

export const splitClaimResultSchema = z
  .object({
    first: claimSchema.meta({ description: "The claim, up to the cut." }),
    second: claimSchema.meta({ description: "A new draft with the same content." }),
  })
  .meta({ id: "ClaimParts" });

export const mergeClaimsSchema = z
  .object({
    claimId: id.meta({ description: "The other claim, which is deleted. It can be restored." }),
    revision: z
      .int()
      .optional()
      .meta({ description: "The revision of the other claim that you saw; whatever it is by default." }),
  })
  .meta({ id: "MergeClaims" });

export const positionSchema = z
  .union([
    z.strictObject({
      start: z.int().min(0).meta({ description: "UTF-16 offset into the version's text." }),
      end: z.int().min(0).meta({ description: "Exclusive." }),
      versionId,
    }),
    z.strictObject({ versionId }),
  ])
  .meta({
    id: "ClaimPosition",
    description: "Without `start` and `end`, the position that was found is confirmed.",
  });
