import { type Claim, needsChecking } from "@/lib/claims/claim";
import { segmentText } from "@/lib/claims/segment-text";
import type { Thread } from "@/lib/comments/comment";
import { toTyped } from "@/lib/comments/mentions";
import { getVersion } from "@/lib/db/article-versions";
import type { Article } from "@/lib/db/articles";
import { listClaimsOfArticle } from "@/lib/db/claims";
import { listThreads } from "@/lib/db/comments";
import { listVerdictsOfClaims } from "@/lib/db/reviews";
import { listVotesOfClaims } from "@/lib/db/votes";
import { canonicalText } from "@/lib/document/canonical-text";
import { withinOutputBounds } from "@/lib/document/output-bounds";
import { articleSchema } from "@/lib/document/schema";
import type { Actor } from "@/lib/policies/actor";
import type {
  Dossier,
  DossierClaim,
  DossierEvidence,
  DossierThread,
  Opinion,
} from "@/lib/reports/dossier/dossier";
import { reportBlocks } from "@/lib/reports/report-blocks";
import { ballotFor, type Vote } from "@/lib/review/vote";
import { CONFIDENTIAL_SOURCE, stanceLabels } from "@/lib/sources/labels";

/** The dossier of an article, as one person can see it: votes that are hidden from them are not in it. */
export async function dossierOf(article: Article, actor: Actor, madeAt: string): Promise<Dossier> {
  const claims = (await listClaimsOfArticle(article.id)).filter(({ state }) => state !== "retired");
  const ids = claims.map(({ id }) => id);
  const [version, threads, verdicts, votes] = await Promise.all([
    getVersion(article.currentVersionId),
    listThreads(article.id),
    listVerdictsOfClaims(ids),
    listVotesOfClaims(ids),
  ]);
  const doc = withinOutputBounds(articleSchema.nodeFromJSON(version.doc));
  const spans = claims
    .filter(({ anchor }) => anchor.outcome !== "orphaned")
    .map(({ id, anchor: { start, end } }) => ({ id, start, end }));
  const { title, byline, publisher, publishedOn, sourceUrl } = article;
  return {
    article: { title, byline, publisher, publishedOn, sourceUrl, versionNumber: version.number },
    blocks: reportBlocks(doc, {
      segments: segmentText(canonicalText(doc).text.length, spans),
      numberOf: new Map(claims.map(({ id, number }) => [id, number])),
    }),
    madeAt,
    madeBy: actor.name,
    claims: claims.map((claim) => claimOf(claim, actor, { threads, verdicts, votes })),
    threads: threads.filter(({ claimId }) => claimId === null).map(threadOf),
  };
}

function claimOf(
  claim: Claim,
  actor: Actor,
  {
    threads,
    verdicts,
    votes,
  }: { threads: readonly Thread[]; verdicts: Map<string, Opinion[]>; votes: Map<string, Vote[]> },
): DossierClaim {
  const visible = ballotFor(actor.id, claim, votes.get(claim.id) ?? []).votes;
  return {
    number: claim.number,
    statement: claim.statement,
    quote: claim.anchor.exact,
    state: claim.state,
    excluded: claim.excluded ? { reason: claim.excludedReason } : null,
    needsChecking: needsChecking(claim.anchor),
    markedBy: claim.createdBy.name,
    verdicts: verdicts.get(claim.id) ?? [],
    votes:
      visible?.map(({ rating, voter, at, note }) => ({
        rating: rating.label,
        by: voter.name,
        at,
        reasons: note ?? "",
      })) ?? null,
    evidence: claim.evidence.map(evidenceOf),
    threads: threads.filter(({ claimId }) => claimId === claim.id).map(threadOf),
  };
}

/** Confidential sources are described only: a file can leave the newsroom. */
function evidenceOf({ stance, excerpt, note, source }: Claim["evidence"][number]): DossierEvidence {
  const hidden = source.confidential;
  return {
    sourceId: source.id,
    stance: stanceLabels[stance],
    title: hidden ? (source.publicDescription ?? CONFIDENTIAL_SOURCE) : source.title,
    url: hidden ? null : source.url,
    excerpt: hidden ? null : excerpt,
    note,
    copy: hidden || source.url === null ? "unneeded" : source.keptAt,
    gone: !hidden && source.linkState === "gone",
  };
}

function threadOf({ passage, resolved, comments, mentioned }: Thread): DossierThread {
  return {
    passage: passage?.exact ?? null,
    resolved: resolved && { by: resolved.by.name, at: resolved.at },
    comments: comments.map(({ author, at, body, deletedAt }) => ({
      by: author.name,
      at,
      text: deletedAt === null ? toTyped(body, mentioned) : null,
    })),
  };
}
