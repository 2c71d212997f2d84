import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/people";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { endSessionsOf } from "@/lib/workflows/sign-in/sessions";

const end = endpoint(operations.endSessions, async ({ actor, params }) => {
  const ended = await endSessionsOf(actor, { userId: params.id ?? "" });
  return ended.ok ? ok({ body: undefined }) : ended;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(end);
