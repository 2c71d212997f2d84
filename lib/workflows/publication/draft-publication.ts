import { z } from "zod";
import type { Article } from "@/lib/db/articles";
import type { Tx } from "@/lib/db/transaction";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withArticleSnapshot } from "@/lib/workflows/articles/with-locked-article";
import type { PublicationStamp } from "./draft-report";
import {
  type CorrectionNotes,
  correctionNotes,
  type PreparedPublication,
  preparePublication,
} from "./prepare-publication";

const publicationInput = z.object({
  articleId: z.string(),
  /** The Article.revision that the page shows. */
  revision: z.int(),
  corrections: correctionNotes,
});

export type PublicationInput = z.input<typeof publicationInput>;

/** How every workflow begins that publishes an article. */
export const publicationOpening = { action: "publish", input: publicationInput, doing: "publish" } as const;

/** A publication that is not made yet. */
export interface PublicationDraft extends PreparedPublication {
  stamp: PublicationStamp;
  /** Of the article. */
  slug: string;
}

/** Builds what readers would see, to render it before it is published; stores nothing. Fails as publishing would. */
export async function draftPublication(
  actor: Actor,
  input: PublicationInput,
): Promise<Result<PublicationDraft, Failure>> {
  return withArticleSnapshot(actor, publicationOpening, input, publicationDraftFor(actor));
}

/** Drafts a publication from what one transaction sees. */
export function publicationDraftFor(actor: Actor) {
  return async (
    tx: Tx,
    article: Article,
    { corrections }: { corrections: CorrectionNotes },
  ): Promise<Result<PublicationDraft, Failure>> => {
    const stamp: PublicationStamp = { id: crypto.randomUUID(), now: new Date().toISOString() };
    const prepared = await preparePublication(tx, article, actor, corrections, stamp);
    return prepared.ok ? ok({ ...prepared.value, stamp, slug: article.slug }) : prepared;
  };
}
