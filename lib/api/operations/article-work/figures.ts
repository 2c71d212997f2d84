import { EXPORT_FILES } from "@/lib/reports/export-formats";
import { operation } from "../../operation";
import { figuresQuerySchema, figuresSchema } from "../../schemas/article-work/figures";

export const getFigures = operation({
  id: "getFigures",
  method: "GET",
  path: "/figures",
  summary: "Read how the work of the desk, or of one person, went in a period",
  description: "A period has at most 371 days and 200,000 steps.",
  scope: "read",
  query: figuresQuerySchema,
  answer: { status: 200, description: "The figures", schema: figuresSchema },
  problems: ["forbidden", "not-found", "unavailable"],
});

export const exportFigures = operation({
  id: "exportFigures",
  method: "GET",
  path: "/figures/csv",
  summary: "Download the figures of a period as CSV",
  scope: "export",
  query: figuresQuerySchema,
  answer: { status: 200, description: "The file", media: [EXPORT_FILES.csv.type] },
  problems: ["forbidden", "not-found", "unavailable"],
});
