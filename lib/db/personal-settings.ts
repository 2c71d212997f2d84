import { DEFAULT_PERSONAL_SETTINGS, type PersonalSettings } from "@/lib/personal/personal-settings";
import { readShortcuts } from "@/lib/personal/shortcuts";
import { readTour } from "@/lib/personal/tour";
import type { PersonalSettings as Row } from "./generated/client";
import { toJson } from "./json";
import { clientOf, type Tx } from "./transaction";

function toSettings(row: Row): PersonalSettings {
  return {
    shortcuts: readShortcuts(row.shortcuts),
    dates: { language: row.dateLanguage, timeZone: row.timeZone },
    tour: readTour(row.tour),
  };
}

/** How the desk is set up for a person; the defaults if nothing was changed. */
export async function findPersonalSettings(personId: string, tx?: Tx): Promise<PersonalSettings> {
  const row = await clientOf(tx).personalSettings.findUnique({ where: { personId } });
  return row ? toSettings(row) : DEFAULT_PERSONAL_SETTINGS;
}

/** Makes sure that a person has settings, and locks them until the end of the transaction. */
export async function lockPersonalSettings(tx: Tx, personId: string): Promise<PersonalSettings> {
  await clientOf(tx).$executeRaw`
    INSERT INTO "PersonalSettings" ("personId") VALUES (${personId}::uuid) ON CONFLICT DO NOTHING`;
  await clientOf(tx)
    .$queryRaw`SELECT 1 FROM "PersonalSettings" WHERE "personId" = ${personId}::uuid FOR UPDATE`;
  return findPersonalSettings(personId, tx);
}

/** Stores a part of the settings of a person who has some: see `lockPersonalSettings`. */
export async function updatePersonalSettings(
  tx: Tx,
  personId: string,
  { shortcuts, dates, tour }: Partial<PersonalSettings>,
): Promise<void> {
  await clientOf(tx).personalSettings.update({
    where: { personId },
    data: {
      ...(shortcuts ? { shortcuts: toJson(shortcuts) } : {}),
      ...(dates ? { dateLanguage: dates.language, timeZone: dates.timeZone } : {}),
      ...(tour ? { tour: toJson(tour) } : {}),
    },
  });
}
