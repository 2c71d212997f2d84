import type { PersonName } from "@/lib/claims/claim";
import type { PageText, SitePage } from "@/lib/site-pages/site-page";
import { fromJson, toJson } from "./json";
import { personName, toPersonName } from "./person-name";
import { clientOf, type Tx } from "./transaction";

export interface StoredPageText extends PageText {
  revision: number;
  updatedBy: PersonName;
  /** ISO 8601 instant. */
  updatedAt: string;
}

/** What was written for a page, in all languages, by their tags. */
export async function listPageTexts(page: SitePage, tx?: Tx): Promise<StoredPageText[]> {
  const rows = await clientOf(tx).pageText.findMany({
    where: { page },
    include: { updatedBy: personName },
    orderBy: { language: "asc" },
  });
  return rows.map(({ language, sections, revision, updatedBy, updatedAt }) => ({
    language,
    sections: fromJson<PageText["sections"]>(sections),
    revision,
    updatedBy: toPersonName(updatedBy),
    updatedAt: updatedAt.toISOString(),
  }));
}

/** Stores a text if its revision still matches (0 if there was none). @returns whether it matched */
export async function savePageText(
  tx: Tx,
  text: PageText & { page: SitePage; revision: number; updatedById: string },
): Promise<boolean> {
  const { page, language, revision, updatedById } = text;
  const sections = toJson(text.sections);
  const client = clientOf(tx);
  const { count } =
    revision === 0
      ? await client.pageText.createMany({
          data: [{ page, language, sections, updatedById }],
          skipDuplicates: true,
        })
      : await client.pageText.updateMany({
          where: { page, language, revision },
          data: { sections, updatedById, revision: { increment: 1 } },
        });
  return count === 1;
}
