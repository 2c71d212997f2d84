import "@/lib/words/languages";
import { z } from "zod";
import { DIGEST_FORMATS } from "@/lib/reports/digests/digest";
import { PACK_FORMATS } from "@/lib/reports/evidence-packs/evidence-pack";
import { EXPORT_FILES, EXPORT_FORMATS } from "@/lib/reports/export-formats";
import { PAPERS } from "@/lib/reports/renderers/paper";
import { languages } from "@/lib/words/words";
import { operation } from "../operation";
import { reportJobSchema } from "../schemas/report-job";

/** Large reports are made in the background. */
const ACCEPTED = { description: "It is being made", schema: reportJobSchema };

export const exportDigest = operation({
  id: "exportDigest",
  method: "GET",
  path: "/reports",
  summary: "Export the report of a period",
  description:
    "Everything that was published in a period, as readers see it now: all claims in a table, then article by article. At most 300 articles. With more than 50 articles or 200 claims it is made in the background: the answer is 202, and Location is the address of its progress.",
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
    lang: z.enum(languages()).optional().meta({
      description:
        "Language of the words around the facts. The first of the organisation by default, or English.",
    }),
  }),
  answer: {
    status: 200,
    description: "The report",
    media: DIGEST_FORMATS.map((format) => EXPORT_FILES[format].type),
    accepted: ACCEPTED,
  },
  problems: ["forbidden", "unavailable"],
});

export const exportEvidencePack = operation({
  id: "exportEvidencePack",
  method: "GET",
  path: "/evidence-packs",
  summary: "Export the evidence pack of a period, for the IFCN or the EFCSN",
  description:
    "Every check that was first published in a period with its claims, ratings and sources, shares by rating and by claimant, corrections, and policies. It has only what readers can see. At most 5,000 checks. With more than 300 claims it is made in the background: the answer is 202, and Location is the address of its progress.",
  scope: "export",
  query: z.object({
    from: z.iso.date().meta({ description: "The first day, in UTC." }),
    to: z.iso.date().meta({ description: "The last day, in UTC." }),
    format: z.enum(PACK_FORMATS).default("json"),
    paper: z.enum(PAPERS).default("a4").meta({ description: "Paper size of the PDF." }),
  }),
  answer: {
    status: 200,
    description: "The evidence pack",
    media: PACK_FORMATS.map((format) => EXPORT_FILES[format].type),
    accepted: ACCEPTED,
  },
  problems: ["forbidden", "unavailable"],
});

export const getReportJob = operation({
  id: "getReportJob",
  method: "GET",
  path: "/report-jobs/{id}",
  summary: "Read the progress of a large report",
  description:
    "Read it again after Retry-After seconds while its state is preparing. Only the person who requested the report can read it, for a week.",
  scope: "export",
  answer: { status: 200, description: "The job", schema: reportJobSchema },
  problems: ["forbidden"],
});

export const downloadReport = operation({
  id: "downloadReport",
  method: "GET",
  path: "/report-jobs/{id}/file",
  summary: "Download a large report",
  description:
    "The file is deleted if something that may be in it was redacted or unpublished since: then request the report again.",
  scope: "export",
  answer: {
    status: 200,
    description: "The report",
    media: EXPORT_FORMATS.map((format) => EXPORT_FILES[format].type),
  },
  problems: ["forbidden", "invalid"],
});
