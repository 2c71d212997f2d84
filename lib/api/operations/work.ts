import { z } from "zod";
import { operation } from "../operation";
import { articleSchema } from "../schemas/article";
import { claimSchema } from "../schemas/claim";
import { assigneesSchema, assignmentSchema, planSchema } from "../schemas/work";
import { SMALL_BODY } from "./small-body";

export const listAssignees = operation({
  id: "listAssignees",
  method: "GET",
  path: "/assignees",
  summary: "List the people who can be assigned work",
  description: "Everyone in the newsroom who can sign in, by name, all at once.",
  scope: "read",
  query: z.object({
    q: z
      .string()
      .max(200)
      .optional()
      .meta({ description: "Only people whose name, or a part of it, begins with this." }),
  }),
  answer: { status: 200, description: "The people", schema: assigneesSchema },
});

export const assignClaim = operation({
  id: "assignClaim",
  method: "PUT",
  path: "/claims/{id}/assignee",
  summary: "Assign a claim to a person, or to no one",
  description:
    "A new assignee is notified. This does not change the revision of the claim, as its content stays: use `insteadOf` to not overrule another person.",
  scope: "write",
  body: { schema: assignmentSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The claim", schema: claimSchema, tagged: true },
});

export const planArticle = operation({
  id: "planArticle",
  method: "PATCH",
  path: "/articles/{id}/plan",
  summary: "Change who leads the check of an article, when it is due, and its priority",
  description: "A new lead is notified. `GET articles/{id}` has the plan.",
  scope: "write",
  body: { schema: planSchema, limit: SMALL_BODY },
  edits: true,
  answer: { status: 200, description: "The article", schema: articleSchema, tagged: true },
});
