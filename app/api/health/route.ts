import { ping } from "@/lib/db/client";

export const dynamic = "force-dynamic";

/** Whether this instance can serve: 200 if its database answers, 503 (RFC 9457 problem) if not. */
export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    await ping();
    return Response.json({ status: "ok" }, { headers });
  } catch (error) {
    console.error("health: the database does not answer", error);
    return Response.json(
      { type: "about:blank", title: "The database does not answer", status: 503 },
      { status: 503, headers: { ...headers, "Content-Type": "application/problem+json" } },
    );
  }
}
