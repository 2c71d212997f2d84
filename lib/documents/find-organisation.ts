import { listSettings } from "@/lib/db/desk-settings";
import type { Organisation } from "@/lib/organisation";
import { settingsFrom } from "@/lib/settings/desk-settings";

/** The organisation in the settings; null while it has no name. */
export async function findOrganisation(): Promise<Organisation | null> {
  const stored = await listSettings();
  const { organisation } = settingsFrom(new Map(stored.map(({ key, value }) => [key, value])));
  const { name } = organisation;
  return name === null ? null : { ...organisation, name };
}
