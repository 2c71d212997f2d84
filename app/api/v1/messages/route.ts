import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/messages";
import { presentListedMessage } from "@/lib/api/presenters/present-message";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listMessagePage } from "@/lib/workflows/messages/list-messages";

const list = endpoint(operations.listMessages, async ({ actor, query: { cursor, ...filter } }) => {
  const page = await listMessagePage(actor, { ...filter, after: cursor });
  if (!page.ok) return page;
  const { messages, next, total } = page.value;
  return ok({ body: { items: messages.map(presentListedMessage), nextCursor: next, total } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
