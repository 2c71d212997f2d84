import { openApiDocument } from "@/lib/api/openapi";

export const dynamic = "force-dynamic";

/** What the API does, for programs. Anybody may read it: it says nothing of what is in the desk. */
export async function GET(): Promise<Response> {
  return Response.json(openApiDocument(), { headers: { "cache-control": "no-cache" } });
}
