import "@/lib/words/languages";
import { findPersonalSettings } from "@/lib/db/personal-settings";
import type { Tx } from "@/lib/db/transaction";
import { firstSpoken } from "@/lib/words/first-spoken";
import { readDeskSettings } from "@/lib/workflows/settings/desk-settings";

/**
 * The language of a mail: the one that its reader chose, that of the article which someone from outside is asked about, or the first of the
 * organisation, as far as the product speaks it; else English.
 * @param personId null for someone without an account
 * @param options.article BCP 47, of the article; for people who are asked about it alone
 * @returns BCP 47
 */
export async function mailLanguage(
  personId: string | null,
  { article, tx }: { article?: string; tx?: Tx } = {},
): Promise<string> {
  const { organisation } = await readDeskSettings(tx);
  return firstSpoken([await chosenLanguage(personId, tx), article, ...organisation.languages]);
}

/** The language that a person chose for dates and mails, BCP 47; null for none. */
export async function chosenLanguage(personId: string | null, tx?: Tx): Promise<string | null> {
  return personId === null ? null : (await findPersonalSettings(personId, tx)).dates.language;
}
