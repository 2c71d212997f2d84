import { z } from "zod";
import { CITATION_FORMATS } from "@/lib/citations/citation-format";
import { CITATION_LIMITS } from "@/lib/citations/parse-citations";
import { LINK_STATES, SOURCE_KINDS } from "@/lib/sources/source";
import { id } from "../common";

export const citationFormat = z.enum(CITATION_FORMATS).default("csl-json");

export const citationsQuery = z.object({
  format: citationFormat,
  q: z.string().max(300).optional().meta({ description: "As in the list of sources." }),
  kind: z.enum(SOURCE_KINDS).optional().meta({ description: "Only sources of this kind." }),
  state: z
    .enum([...LINK_STATES, "unused", "not-saved"])
    .optional()
    .meta({
      description: "Only sources with this state of their address, that no claim uses, or without a copy.",
    }),
});

const rows = z
  .array(z.int().min(0))
  .optional()
  .meta({ description: "The entries to import; by default all that have no problems." });

export const citationImportSchema = z
  .object({
    text: z.string().meta({
      description: `BibTeX, RIS or CSL-JSON; the content decides. At most ${CITATION_LIMITS.text.toLocaleString("en")} characters and ${CITATION_LIMITS.entries.toLocaleString("en")} entries.`,
    }),
    rows,
  })
  .meta({ id: "CitationImport" });

/** Besides the file of a form. */
export const citationImportFormSchema = z.object({ rows });

export const citationImportResultSchema = z
  .object({
    preview: z.boolean().meta({ description: "Whether nothing was stored." }),
    format: z.enum(CITATION_FORMATS),
    entries: z.array(
      z.object({
        row: z.int().meta({ description: "Index in the text, from 0." }),
        name: z.string().meta({ description: "Its title, key or number." }),
        url: z.string().nullable(),
        doi: z.string().nullable(),
        kind: z.enum(SOURCE_KINDS),
        known: z
          .object({ id, title: z.string() })
          .nullable()
          .meta({ description: "The source that the library had: by address, DOI or, without both, title." }),
        problems: z.array(z.string()).meta({ description: "Why it can't be imported." }),
        notes: z.array(z.string()).meta({ description: "What is left out of it." }),
      }),
    ),
    imported: z.int().meta({ description: "How many sources are new." }),
    known: z.int().meta({ description: "How many chosen entries the library had." }),
  })
  .meta({ id: "CitationImportResult" });
