import { endpoint } from "@/lib/api/endpoint";
import * as operations from "@/lib/api/operations/desk/account";
import { presentOwnAccount } from "@/lib/api/presenters/desk/present-account";
import { readOwnAccount } from "@/lib/api/read-own-account";
import { resource } from "@/lib/api/resource";
import { ok } from "@/lib/result";
import { getPersonalSettings, setDates } from "@/lib/workflows/people/personal-settings";

const change = endpoint(operations.changeDates, async ({ actor, body }) => {
  const { dates } = await getPersonalSettings(actor);
  const set = await setDates(actor, { ...dates, ...body });
  return set.ok ? ok({ body: presentOwnAccount(await readOwnAccount(actor)) }) : set;
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource(change);
