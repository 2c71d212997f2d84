import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/comments";
import { presentThread } from "@/lib/api/presenters/present-thread";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getThread } from "@/lib/workflows/comments/read-threads";
import { resolveThread } from "@/lib/workflows/comments/resolve-thread";

const get = endpoint(operations.getThread, async ({ actor, params }) => {
  const thread = await getThread(actor, { threadId: params.id ?? "" });
  return thread.ok ? ok({ body: presentThread(thread.value) }) : thread;
});

const update = endpoint(operations.updateThread, async ({ actor, params, body }) => {
  const thread = await resolveThread(actor, { threadId: params.id ?? "", resolved: body.resolved });
  return thread.ok ? ok({ body: presentThread(thread.value) }) : thread;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(get, update);
