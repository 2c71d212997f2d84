import { z } from "zod";
import { PRIORITIES } from "@/lib/board/priority";
import { person } from "./common";

export const assigneesSchema = z.object({ items: z.array(person) }).meta({ id: "Assignees" });

const someone = z.uuid().nullable();

export const assignmentSchema = z
  .object({
    assignee: someone.meta({ description: "Who works on it; null for no one." }),
    insteadOf: someone.optional().meta({
      description:
        "The assignee that you saw, null for no one. If another person has it by now, the call is refused (412). By default, the present one.",
    }),
  })
  .meta({ id: "Assignment" });

export const planSchema = z
  .object({
    lead: someone.optional().meta({ description: "Who leads the check; null for no one." }),
    dueAt: z.iso
      .datetime({ offset: true, error: "Enter a day and a time: 2026-11-30T17:00:00Z." })
      .nullable()
      .optional()
      .meta({ description: "ISO 8601 instant; null for no due time." }),
    priority: z.enum(PRIORITIES).optional(),
  })
  .meta({ id: "Plan", description: "Missing fields stay unchanged." });
