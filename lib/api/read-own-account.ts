import type { z } from "zod";
import type { Actor } from "@/lib/policies/actor";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { getPersonalSettings } from "@/lib/workflows/people/personal-settings";
import { presentOwnAccount } from "./presenters/desk/present-account";
import type { ownAccountSchema } from "./schemas/desk/account";

/** Who a token acts for, with their personal settings. */
export async function readOwnAccount(actor: Actor): Promise<z.output<typeof ownAccountSchema>> {
  const [{ dates }, { preference }] = await Promise.all([
    getPersonalSettings(actor),
    listNotifications(actor, { limit: 1 }),
  ]);
  return presentOwnAccount(actor, { dates, preference });
}
