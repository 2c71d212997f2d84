import { z } from "zod";
import { articlePath } from "@/lib/article-path";
import { type Article, findArticle } from "@/lib/db/articles";
import { findCurrentPublication } from "@/lib/db/public-publications";
import { env } from "@/lib/env";
import type { Failure } from "@/lib/failure";
import type { Actor } from "@/lib/policies/actor";
import { can } from "@/lib/policies/can";
import { articleCardAlt, claimCardAlt } from "@/lib/reports/claims/card-alt";
import { findRating } from "@/lib/reports/claims/find-rating";
import { type NoteDraft, noteDraft } from "@/lib/reports/claims/note-draft";
import { cardAddress } from "@/lib/reports/renderers/card/card-address";
import { ok, type Result } from "@/lib/result";
import { asResult, notFound, parseInput } from "@/lib/workflows/refusals";

/** A picture for sharing and what it says. */
export interface SharedPicture {
  /** Path and query. */
  address: string;
  alt: string;
}

export interface SharedClaim {
  number: number;
  statement: string;
  rating: string;
  picture: SharedPicture;
  note: NoteDraft;
}

/** What an editor needs to share a published article. */
export interface Sharing {
  article: Pick<Article, "id" | "title" | "language">;
  /** Null if the article is not published. */
  published: {
    picture: SharedPicture;
    /** HTML for the publisher's own page of the article. */
    script: string;
    /** A part of them, in the order of the text. */
    claims: SharedClaim[];
    total: number;
    /** 1, 2, 3 … */
    page: number;
    pages: number;
  } | null;
}

/** Claims on a page: drafting a note for each takes a few milliseconds in all. */
const PAGE_SIZE = 50;

const input = z.object({
  articleId: z.string().max(100),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/**
 * Pictures, notes and the script for sharing what readers see of an article. Stores nothing.
 * @param unchecked.page of its claims; the first by default
 */
export async function getSharing(
  actor: Actor,
  unchecked: { articleId: string; page?: unknown },
): Promise<Result<Sharing, Failure>> {
  const parsed = parseInput(input, unchecked);
  if (!parsed.ok) return parsed;
  const allowed = asResult(can(actor, "read", "article"));
  if (!allowed.ok) return allowed;
  const found = await findArticle(parsed.value.articleId);
  if (!found) return notFound("article");
  const { id, title, language, slug } = found;
  const article = { id, title, language };
  const publication = await findCurrentPublication(slug);
  if (!publication) return ok({ article, published: null });
  const { report } = publication;
  const { publicUrl } = env();
  const pages = Math.max(1, Math.ceil(report.claims.length / PAGE_SIZE));
  const page = Math.min(parsed.value.page, pages);
  const claims = report.claims.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return ok({
    article,
    published: {
      picture: { address: cardAddress(report, null), alt: articleCardAlt(report) },
      // A slug in a URL has no character that HTML would read as its own.
      script: `<script src="${publicUrl}/annotate.js" data-article="${publicUrl}${articlePath(slug)}" async></script>`,
      claims: claims.map((claim) => ({
        number: claim.number,
        statement: claim.statement,
        rating: findRating(report, claim).label,
        picture: { address: cardAddress(report, claim.number), alt: claimCardAlt(report, claim) },
        note: noteDraft(report, claim, publicUrl),
      })),
      total: report.claims.length,
      page,
      pages,
    },
  });
}
