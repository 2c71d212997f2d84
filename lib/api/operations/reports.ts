import "@/lib/words/languages";
import { z } from "zod";
import { DIGEST_FORMATS } from "@/lib/reports/digests/digest";
import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { languages } from "@/lib/words/words";
import { operation } from "../operation";

export const exportDigest = operation({
  id: "exportDigest",
  method: "GET",
  path: "/reports",
  summary: "Export the report of a period",
  description:
    "Everything that was published in a period, as readers see it now: all claims in a table, then article by article. At most 300 articles.",
  scope: "export",
  query: z.object({
    from: z.iso.date().meta({ description: "The first day, in UTC." }),
    to: z.iso.date().meta({ description: "The last day, in UTC." }),
    format: z.enum(DIGEST_FORMATS).default("json"),
    topic: z.string().max(200).optional().meta({ description: "Only claims with this topic." }),
    claimant: z
      .string()
      .max(200)
      .optional()
      .meta({ description: "Only claims of this person or organisation, by name." }),
    rating: z.string().max(200).optional().meta({ description: "Only claims with this rating, by its key." }),
    paper: z.enum(PAPERS).default("a4").meta({ description: "Paper size of PDF and Word files." }),
    lang: z
      .enum(languages())
      .optional()
      .meta({
        description:
          "Language of the words around the facts. The first of the organisation by default, or English.",
      }),
  }),
  answer: {
    status: 200,
    description: "The report",
    media: DIGEST_FORMATS.map((format) => EXPORT_FILES[format].type),
  },
  problems: ["forbidden", "unavailable"],
});
