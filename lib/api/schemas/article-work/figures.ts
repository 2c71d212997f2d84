import { z } from "zod";
import { STAGES, type Stage } from "@/lib/figures/stages";
import { person } from "../common";

const day = z.iso
  .date()
  .refine((value) => value >= "1970-01-01", "Enter a day after 1969.")
  .optional();

export const figuresQuerySchema = z.object({
  from: day.meta({ description: "The first day, in UTC; twelve weeks before the last one by default." }),
  to: day.meta({ description: "The last day, in UTC; today by default." }),
  person: z.uuid().optional().meta({
    description: "Only what this person did: your own figures, or, for editors, those of anyone.",
  }),
});

const seconds = z.number().nullable();

const stages = z.object(
  Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      z.object({
        count: z.int(),
        median: seconds.meta({ description: "Seconds; null without any." }),
        p90: seconds.meta({ description: "Seconds that 90 of 100 do not exceed." }),
      }),
    ]),
  ) as Record<Stage, z.ZodObject<{ count: z.ZodInt; median: typeof seconds; p90: typeof seconds }>>,
);
const share = z.object({ part: z.number(), of: z.number() });

const corrected = share.nullable().meta({
  description: "Claims that were corrected, of those that were published; null for one person.",
});
const returned = share.meta({ description: "Submissions that were returned, of those that were decided." });

export const figuresSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    person: person.nullable(),
    stages: stages.meta({
      description:
        "How long claims were in each stage that they left. draft: until submitted; waiting: until the first vote; deciding: until approved or returned; publishing: until published.",
    }),
    work: share.meta({ description: "Seconds of work, of all seconds in the stages." }),
    returned,
    corrected,
    agreement: z
      .object({
        claims: z.int().meta({ description: "Claims that at least two people voted on." }),
        equal: z.int().meta({ description: "Those on which all votes are equal." }),
        kappa: z
          .object({ value: z.number(), claims: z.int(), votes: z.int() })
          .nullable()
          .meta({ description: "Fleiss' kappa; null with fewer than 20 claims." }),
      })
      .nullable()
      .meta({ description: "Null for one person." }),
    reviews: z
      .int()
      .nullable()
      .meta({ description: "Votes, approvals and returns of one person; null for the desk." }),
    weeks: z
      .array(z.object({ week: z.string(), stages, returned, corrected }))
      .meta({ description: "By week, named after its Monday, the oldest first." }),
  })
  .meta({ id: "Figures", description: "How the work of the desk, or of one person, went in a period." });
