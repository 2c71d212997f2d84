import { openApiDocument } from "@/lib/api/openapi";

export const dynamic = "force-dynamic";

/** The description of the API. It is public, as it contains no data of the desk. */
export async function GET(): Promise<Response> {
  return Response.json(openApiDocument(), { headers: { "cache-control": "no-cache" } });
}
