import { z } from "zod";
import { CLAIMANT_KINDS } from "@/lib/claimants/claimant";
import { CLAIMANT_LIMITS } from "@/lib/claimants/claimant-input";
import { operation } from "../operation";
import { pageOf, pageQuery } from "../page";
import {
  listedClaimantSchema,
  mergeClaimantsSchema,
  updateClaimantSchema,
  wholeClaimantSchema,
} from "../schemas/claimant";

export const listClaimants = operation({
  id: "listClaimants",
  method: "GET",
  path: "/claimants",
  summary: "List those who make claims, by name",
  description:
    "With `q`, names that begin with it come first, then those that contain it, then similar ones. The total counts to 1,001, which means more than 1,000.",
  scope: "read",
  query: pageQuery.extend({
    q: z
      .string()
      .max(CLAIMANT_LIMITS.name)
      .optional()
      .meta({ description: "A part of a name; other names count as well." }),
    kind: z.enum(CLAIMANT_KINDS).optional(),
  }),
  answer: {
    status: 200,
    description: "A page of claimants",
    schema: pageOf("ClaimantPage", listedClaimantSchema),
  },
  problems: ["forbidden"],
});

export const getClaimant = operation({
  id: "getClaimant",
  method: "GET",
  path: "/claimants/{id}",
  summary: "Read a claimant with their newest claims",
  description: "By the id of one that was merged, this is the claimant that it was merged into.",
  scope: "read",
  answer: { status: 200, description: "The claimant", schema: wholeClaimantSchema, tagged: true },
  problems: ["forbidden"],
});

export const updateClaimant = operation({
  id: "updateClaimant",
  method: "PATCH",
  path: "/claimants/{id}",
  summary: "Change a claimant for all claims that name them",
  description: "Publications keep what they say.",
  scope: "write",
  body: { schema: updateClaimantSchema, limit: 256 * 1024 },
  edits: true,
  answer: { status: 200, description: "The claimant", schema: wholeClaimantSchema, tagged: true },
});

export const mergeClaimants = operation({
  id: "mergeClaimants",
  method: "POST",
  path: "/claimants/{id}/merge",
  summary: "Merge another claimant into a claimant",
  description: "For editors. Publications keep what they say. The merge can be undone.",
  scope: "write",
  body: { schema: mergeClaimantsSchema, limit: 64 * 1024 },
  edits: true,
  answer: { status: 200, description: "The claimant that stays", schema: wholeClaimantSchema, tagged: true },
});

export const unmergeClaimant = operation({
  id: "unmergeClaimant",
  method: "POST",
  path: "/claimants/{id}/unmerge",
  summary: "Undo the merge of a claimant",
  description: "For editors. `id` is that of the merged claimant: its claims name it again.",
  scope: "write",
  answer: {
    status: 200,
    description: "The claimant that was merged",
    schema: wholeClaimantSchema,
    tagged: true,
  },
});
