import { z } from "zod";
import { appendAuditEvent } from "@/lib/db/audit-events";
import { listPageTexts, type StoredPageText, savePageText } from "@/lib/db/page-texts";
import { inTransaction } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { err, ok, type Result } from "@/lib/result";
import {
  PAGE_LIMITS,
  type PageText,
  pageTextInput,
  SITE_PAGE_NAMES,
  type SitePage,
} from "@/lib/site-pages/site-page";
import { words } from "@/lib/words/words";
import { asResult, invalid, parseInput } from "@/lib/workflows/refusals";

const t = words("inbox");

const readInput = z.object({ page: z.enum(SITE_PAGE_NAMES) });

/** What was written for a page, in all its languages. */
export async function listTextsOfPage(
  actor: Actor,
  input: z.input<typeof readInput>,
): Promise<Result<StoredPageText[], Failure>> {
  const allowed = asResult(can(actor, "read", "page"));
  if (!allowed.ok) return allowed;
  const parsed = parseInput(readInput, input);
  return parsed.ok ? ok(await listPageTexts(parsed.value.page)) : parsed;
}

const revisionInput = z.object({ revision: z.int().min(0) });

export interface SavePageInput {
  page: SitePage;
  /** BCP 47. */
  language: string;
  /** The revision that the change was made on; 0 if nothing was written yet. */
  revision: number;
  sections: PageText["sections"];
}

/** Stores what a page says in one language. Readers see it at once. */
export async function savePage(
  actor: Actor,
  input: SavePageInput,
): Promise<Result<{ revision: number }, Failure>> {
  const allowed = asResult(can(actor, "edit", "page"));
  if (!allowed.ok) return allowed;
  const based = parseInput(revisionInput, input);
  if (!based.ok) return based;
  const parsed = parseInput(pageTextInput, input);
  if (!parsed.ok) return parsed;
  const { revision } = based.value;
  const { page, language, sections } = parsed.value;
  return inTransaction(async (tx) => {
    const texts = await listPageTexts(page, tx);
    const before = texts.find((each) => each.language === language);
    if (!before && texts.length >= PAGE_LIMITS.languages)
      return invalid(t("page.error.count", { max: PAGE_LIMITS.languages }));
    const isSaved = await savePageText(tx, { page, language, sections, revision, updatedById: actor.id });
    if (!isSaved) {
      const now = (await listPageTexts(page, tx)).find((each) => each.language === language);
      return err({
        kind: "stale",
        message: t("pages.stale", { name: now?.updatedBy.name ?? "" }),
        current: { sections: now?.sections ?? {}, revision: now?.revision ?? 0 },
      });
    }
    await appendAuditEvent(tx, {
      actorId: actor.id,
      action: "page.edit",
      // Public documents are made again when a setting changes.
      targetType: "setting",
      targetId: `page:${page}:${language}`,
      from: { sections: before?.sections ?? {} },
      to: { sections },
    });
    return ok({ revision: revision + 1 });
  });
}
