import { z } from "zod";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { ok, type Result } from "@/lib/result";
import { withArticleSnapshot } from "@/lib/workflows/articles/with-locked-article";
import {
  correctionNotes,
  type PreparedPublication,
  type PublicationStamp,
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
  return withArticleSnapshot(actor, publicationOpening, input, async (tx, article, { corrections }) => {
    const stamp: PublicationStamp = { id: crypto.randomUUID(), now: new Date().toISOString() };
    const prepared = await preparePublication(tx, article, actor, corrections, stamp);
    return prepared.ok ? ok({ ...prepared.value, stamp, slug: article.slug }) : prepared;
  });
}
