import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/settings";
import { presentHistoryEvent } from "@/lib/api/presenters/present-history";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { pageSettingHistory } from "@/lib/workflows/history/list-setting-history";

const list = endpoint(operations.listSettingHistory, async ({ actor, query }) => {
  const page = await pageSettingHistory(actor, query);
  if (!page.ok) return page;
  const { events, nextCursor, total } = page.value;
  return ok({ body: { items: events.map(presentHistoryEvent), nextCursor, total } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
