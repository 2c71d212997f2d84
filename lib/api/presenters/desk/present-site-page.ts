import type { z } from "zod";
import type { StoredPageText } from "@/lib/db/page-texts";
import { SITE_PAGES, type SitePage } from "@/lib/site-pages/site-page";
import type { pageTextSchema, sitePageListSchema } from "../../schemas/desk/site-page";

function presentState({ language, revision, updatedBy, updatedAt }: StoredPageText) {
  return {
    language,
    revision,
    changedBy: { id: updatedBy.id, name: updatedBy.name },
    changedAt: updatedAt,
  };
}

export function presentSitePage(
  name: SitePage,
  texts: readonly StoredPageText[],
): z.output<typeof sitePageListSchema>["items"][number] {
  return { name, sections: [...SITE_PAGES[name]], texts: texts.map(presentState) };
}

/** What a page says in a language. @param text undefined where nothing is written yet */
export function presentPageText(
  page: SitePage,
  language: string,
  text: StoredPageText | undefined,
): z.output<typeof pageTextSchema> {
  const unwritten = { language, revision: 0, changedBy: null, changedAt: null };
  return { page, ...(text ? presentState(text) : unwritten), sections: { ...text?.sections } };
}
