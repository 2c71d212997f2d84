import { z } from "zod";
import type { Report } from "../../report";
import { reportSchema } from "./report-schema";

/** Public path of the JSON Schema of Reports, by their version. */
export const REPORT_SCHEMA_PATH = "/schemas/report-2.json";

/**
 * The report as JSON, with the address of its schema.
 * @param publicUrl of the installation
 */
export function renderJson(report: Report, publicUrl: string): string {
  return `${JSON.stringify({ $schema: `${publicUrl}${REPORT_SCHEMA_PATH}`, ...report }, null, 2)}\n`;
}

/**
 * The JSON Schema (draft 2020-12) of Reports. It allows properties that it does not know: a later release can add some.
 * @param publicUrl of the installation
 */
export function reportJsonSchema(publicUrl: string): object {
  return {
    ...z.toJSONSchema(reportSchema, { target: "draft-2020-12", io: "input" }),
    $id: `${publicUrl}${REPORT_SCHEMA_PATH}`,
  };
}
