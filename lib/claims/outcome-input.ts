import { z } from "zod";
import { optional } from "@/lib/input-fields";
import { OUTCOME_KINDS } from "./outcome";

/** Limits in UTF-16 units. */
export const OUTCOME_LIMITS = { wording: 5_000, question: 2_000, note: 5_000 } as const;

/**
 * An outcome as it is entered. The wording is needed with `change` and the question with `query`; where another outcome is chosen, what was
 * typed there is dropped.
 */
export const outcomeInput = z
  .object({
    kind: z.enum(OUTCOME_KINDS, "Choose an outcome."),
    // One line: it replaces words within a paragraph.
    wording: optional("The wording", OUTCOME_LIMITS.wording).transform(
      (value) => value?.replace(/\s*[\n\r]+\s*/g, " ") ?? null,
    ),
    question: optional("The question", OUTCOME_LIMITS.question),
    note: optional("The note", OUTCOME_LIMITS.note),
  })
  .superRefine(({ kind, wording, question }, context) => {
    if (kind === "change" && wording === null)
      context.addIssue({
        code: "custom",
        path: ["wording"],
        message: "Enter the wording that you suggest for the passage.",
      });
    if (kind === "query" && question === null)
      context.addIssue({
        code: "custom",
        path: ["question"],
        message: "Enter the question for the author.",
      });
  })
  .transform(({ kind, wording, question, note }) => ({
    kind,
    wording: kind === "change" ? wording : null,
    question: kind === "query" ? question : null,
    note,
  }));
