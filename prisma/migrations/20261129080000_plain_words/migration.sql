-- One word for one thing: votes that differ make a claim "disputed" ("split" means cutting a claim in two), and claims are excluded and
-- included. Events of the audit log keep the words they were hashed with; lib/history/current-words.ts reads both.

ALTER TYPE "ClaimState" RENAME VALUE 'split' TO 'disputed';
ALTER TYPE "ReviewAction" RENAME VALUE 'leave_out' TO 'exclude';
ALTER TYPE "ReviewAction" RENAME VALUE 'take_in' TO 'include';
ALTER TYPE "ReviewAction" RENAME VALUE 'ask_more' TO 'raise_approvals';

ALTER TABLE "Claim" RENAME COLUMN "leftOut" TO "excluded";
ALTER TABLE "Claim" RENAME COLUMN "leftOutReason" TO "excludedReason";
ALTER TABLE "Claim" RENAME CONSTRAINT "Claim_left_out_reason" TO "Claim_excluded_reason";

-- Bodies of functions are text and keep the old names until they are written again. Checks follow by themselves.

CREATE OR REPLACE FUNCTION check_claim_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  required integer;
  voted integer;
  of_staff integer;
BEGIN
  IF NEW."state" = OLD."state" THEN
    RETURN NEW;
  END IF;
  IF NOT (
    NEW."state" IN ('draft', 'retired')
    OR (NEW."state" = 'in_review' AND OLD."state" IN ('draft', 'disputed', 'approved', 'published'))
    OR (NEW."state" = 'disputed' AND OLD."state" = 'in_review')
    OR (NEW."state" = 'approved' AND OLD."state" IN ('in_review', 'disputed', 'published'))
    OR (NEW."state" = 'published' AND OLD."state" = 'approved')
  ) THEN
    RAISE EXCEPTION 'a claim cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."state" IN ('in_review', 'disputed') AND NEW."state" IN ('disputed', 'approved') THEN
    SELECT a."requiredApprovals" INTO required FROM "Article" a WHERE a."id" = NEW."articleId";
    SELECT count(*), count(*) FILTER (WHERE NOT v."byGuest") INTO voted, of_staff FROM "Vote" v
      WHERE v."claimId" = NEW."id" AND v."contentRevision" = NEW."contentRevision";
    IF required > 1 AND voted < required THEN
      RAISE EXCEPTION 'this claim needs % votes on its content and has %', required, voted
        USING ERRCODE = 'check_violation';
    END IF;
    IF required > 1 AND of_staff = 0 THEN
      RAISE EXCEPTION 'guests alone sign nothing off' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;

-- The same as articleStage in lib/review/article-transition.ts.
CREATE OR REPLACE FUNCTION article_stage(article_id uuid) RETURNS "ArticleStage" LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "ScheduledPublication" p WHERE p."articleId" = a."id" AND p."failure" IS NULL) THEN 'scheduled'
    WHEN a."status" = 'published' AND s.published = s.shown THEN 'published'
    WHEN a."status" = 'unpublished' AND s.signed = s.shown THEN 'unpublished'
    WHEN s.shown > 0 AND s.signed = s.shown AND s.waiting = 0 THEN 'ready'
    WHEN s.shown = 0 THEN 'draft'
    WHEN s.drafts = 0 THEN 'in_review'
    ELSE 'in_progress'
  END::"ArticleStage"
  FROM "Article" a
  CROSS JOIN LATERAL (
    SELECT
      count(*) AS shown,
      count(*) FILTER (WHERE c."state" = 'draft') AS drafts,
      count(*) FILTER (WHERE c."state" = 'published') AS published,
      count(*) FILTER (WHERE c."state" IN ('approved', 'published')) AS signed,
      count(*) FILTER (WHERE n."outcome" IN ('changed', 'orphaned')) AS waiting
    FROM "Claim" c
    LEFT JOIN "Anchor" n ON n."claimId" = c."id" AND n."versionId" = a."currentVersionId"
    WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL AND c."state" <> 'retired' AND NOT c."excluded"
  ) s
  WHERE a."id" = article_id
$$;
