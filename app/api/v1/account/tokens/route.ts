import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/account";
import { pageIn } from "@/lib/api/page";
import { presentApiToken } from "@/lib/api/presenters/desk/present-account";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { listTokens } from "@/lib/workflows/people/api-tokens";

const list = endpoint(operations.listApiTokens, async ({ actor, query }) => {
  const tokens = await listTokens(actor);
  if (!tokens.ok) return tokens;
  const page = pageIn(tokens.value, query);
  return ok({ body: { ...page, items: page.items.map(presentApiToken) } });
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(list);
