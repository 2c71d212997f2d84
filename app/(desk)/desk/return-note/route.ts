import type { NextRequest } from "next/server";
import { actorForAction } from "@/lib/auth/find-actor";
import { toClient } from "@/lib/to-client";
import { getReturnNote } from "@/lib/workflows/review/get-return-note";

/** Why a claim was returned, for its open card. A route rather than a server action, which would wait for saves, and saves for it. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorForAction();
  if (!actor.ok) return Response.json(actor);
  const claimId = request.nextUrl.searchParams.get("claim") ?? "";
  return Response.json(toClient(await getReturnNote(actor.value, { claimId })), {
    headers: { "cache-control": "no-store" },
  });
}
