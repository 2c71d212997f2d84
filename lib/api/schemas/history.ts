import { z } from "zod";
import { EVENT_KINDS } from "@/lib/history/event-kinds";
import { REVIEW_STEPS } from "@/lib/review/transition";
import { EVENTS_PER_PAGE } from "@/lib/workflows/history/timeline";
import { pageQuery } from "../page";
import { id, instant, person } from "./common";

/** The query of a list of events. Each is compared word by word, so pages are no longer than those of the desk. */
export const historyQuery = pageQuery.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(EVENTS_PER_PAGE)
    .default(25)
    .meta({ description: `Number of items, 1 to ${EVENTS_PER_PAGE}.` }),
});

const differences = z.array(
  z.object({
    field: z.string().meta({ description: "Its label on the desk, in English." }),
    before: z.string(),
    after: z.string(),
  }),
);

export const eventKind = z.enum(EVENT_KINDS);

export const historyEventSchema = z
  .object({
    id: z.string().meta({ description: "The number of the event; later ones are higher." }),
    at: instant,
    actor: person.nullable().meta({ description: "Null for the system, and for authors of manuscripts." }),
    action: z.string().meta({ description: "A name for programs.", examples: ["claim.approve"] }),
    who: z.string().meta({ description: "The name of the actor." }),
    did: z.string().meta({ description: "What they did, in English. After `who` it makes a sentence." }),
    claimId: id.nullable().meta({ description: "The claim that it is about." }),
    versions: z
      .object({ from: z.int(), to: z.int() })
      .nullable()
      .meta({ description: "Numbers of the versions of the text before and after it." }),
    differences: differences.meta({ description: "What it changed. If something is new, all of it." }),
  })
  .meta({ id: "HistoryEvent" });

export const claimHistorySchema = z
  .object({
    action: z.enum([...REVIEW_STEPS, "mark", "verdict", "decide", "change"]).meta({
      description:
        "A step of the review, or mark: the claim was created; verdict: it got one; decide: the last vote; change: its content or position was changed.",
    }),
    actor: person.nullable().meta({ description: "Null for the system." }),
    at: instant,
    note: z.string().nullable(),
    outcome: z.string().nullable().meta({
      description: "With verdict and vote, the label of the rating; with decide, the state of the claim.",
    }),
    did: z.string().nullable().meta({ description: "With change: what was done, in English." }),
    differences,
  })
  .meta({ id: "ClaimHistoryItem" });

export const restoreFromHistorySchema = z
  .object({
    moment: z.enum(["before", "after"]).meta({ description: "The state before or after the event." }),
    seen: z
      .string()
      .regex(/^\d{1,18}$/)
      .meta({
        description:
          "The id of the newest event of the same claim or article that you saw. If there is a newer one, the call is refused (412).",
      }),
  })
  .meta({ id: "RestoreFromHistory" });
