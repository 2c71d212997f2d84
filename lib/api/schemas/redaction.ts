import { z } from "zod";
import { REDACTION_KINDS } from "@/lib/redactions/redaction";
import { SOURCE_WORDS } from "@/lib/redactions/redaction-input";
import { id, instant, person } from "./common";

const target = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("source"),
      at: z.array(z.object({ publication: z.int(), source: z.int() })).meta({
        description:
          "Where publications name the source: number of the publication, number of the source in it.",
      }),
      words: z.array(z.enum(SOURCE_WORDS)).optional().meta({
        description: "What else to redact wherever it appears; by default its title and its authors.",
      }),
    }),
    z.object({
      kind: z.literal("text"),
      text: z.string(),
      matchCase: z.boolean().optional().meta({ description: "False by default." }),
    }),
    z.object({ kind: z.literal("excerpt"), text: z.string() }),
    z.object({ kind: z.literal("attachment"), address: z.string() }),
    z.object({ kind: z.literal("passage"), text: z.string() }),
  ])
  .meta({ id: "RedactionTarget", description: "What to redact in all publications of the article." });

export const redactSchema = z
  .object({
    target,
    reason: z.string().meta({ description: "Readers see it." }),
    privateNote: z.string().nullish().meta({ description: "For the desk." }),
  })
  .meta({ id: "Redact" });

const redaction = {
  id,
  number: z.int().meta({ description: "Within the article." }),
  kind: z.enum(REDACTION_KINDS),
  reason: z.string(),
  at: instant,
};

export const redactionSchema = z
  .object({ ...redaction, by: person })
  .meta({ id: "Redaction", description: "A redaction, without what it hides." });

export const redactionMadeSchema = z
  .object({
    ...redaction,
    publications: z.array(z.int()).meta({ description: "Numbers of the publications that it changed." }),
    spots: z.int().meta({ description: "How many items it removed from them." }),
  })
  .meta({ id: "RedactionMade" });
