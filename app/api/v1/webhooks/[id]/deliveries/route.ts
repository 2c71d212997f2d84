import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/webhooks";
import { presentDelivery } from "@/lib/api/presenters/desk/present-webhook";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listDeliveries } from "@/lib/workflows/webhooks/list-deliveries";

const list = endpoint(operations.listDeliveries, async ({ actor, params, query }) => {
  const found = await listDeliveries(actor, { webhookId: params.id ?? "", ...query });
  if (!found.ok) return found;
  const { deliveries, nextCursor } = found.value;
  return ok({ body: { items: deliveries.map(presentDelivery), nextCursor } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
