import type { Preference } from "@/lib/notifications/notification";
import type { DateSettings } from "@/lib/personal/date-settings";
import type { Actor } from "@/lib/policies/actor";
import { listNotifications } from "@/lib/workflows/notifications/notifications";
import { getPersonalSettings } from "@/lib/workflows/people/personal-settings";

/** Who a token acts for, with their personal settings. */
export interface OwnAccount {
  person: Actor;
  dates: DateSettings;
  preference: Preference;
}

export async function readOwnAccount(actor: Actor): Promise<OwnAccount> {
  const [{ dates }, { preference }] = await Promise.all([
    getPersonalSettings(actor),
    listNotifications(actor, { limit: 1 }),
  ]);
  return { person: actor, dates, preference };
}
