import { env } from "@/lib/env";
import { reportJsonSchema } from "@/lib/reports/renderers/json/json";

/** The JSON Schema of reports, for programs on any site. */
export function GET(): Response {
  return Response.json(reportJsonSchema(env().publicUrl), {
    headers: {
      "Content-Type": "application/schema+json",
      "Cache-Control": "public, max-age=3600",
      "Access-Control-Allow-Origin": "*",
    },
  });
}
