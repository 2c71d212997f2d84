-- Lookups that stay fast in a large newsroom. Each index is on exactly what a query of lib/db asks for.

-- ---------------------------------------------------------------- foreign keys without an index

CREATE INDEX IF NOT EXISTS "Invitation_invitedById_idx" ON "Invitation"("invitedById");
CREATE INDEX IF NOT EXISTS "Article_scaleId_idx" ON "Article"("scaleId");
CREATE INDEX IF NOT EXISTS "ArticleVersion_createdById_idx" ON "ArticleVersion"("createdById");
CREATE INDEX IF NOT EXISTS "Claim_reopenedById_idx" ON "Claim"("reopenedById");
CREATE INDEX IF NOT EXISTS "Verdict_givenById_idx" ON "Verdict"("givenById");
CREATE INDEX IF NOT EXISTS "Source_createdById_idx" ON "Source"("createdById");
CREATE INDEX IF NOT EXISTS "ClaimDraft_articleId_idx" ON "ClaimDraft"("articleId");
CREATE INDEX IF NOT EXISTS "ClaimDraft_claimId_idx" ON "ClaimDraft"("claimId");
CREATE INDEX IF NOT EXISTS "Publication_publishedById_idx" ON "Publication"("publishedById");
CREATE INDEX IF NOT EXISTS "Publication_versionId_idx" ON "Publication"("versionId");
CREATE INDEX IF NOT EXISTS "Correction_claimId_idx" ON "Correction"("claimId");
CREATE INDEX IF NOT EXISTS "Correction_madeById_idx" ON "Correction"("madeById");
CREATE INDEX IF NOT EXISTS "Snapshot_takenById_idx" ON "Snapshot"("takenById");
CREATE INDEX IF NOT EXISTS "Attachment_addedById_idx" ON "Attachment"("addedById");
CREATE INDEX IF NOT EXISTS "Vote_ratingId_idx" ON "Vote"("ratingId");
CREATE INDEX IF NOT EXISTS "DeskSetting_updatedById_idx" ON "DeskSetting"("updatedById");
CREATE INDEX IF NOT EXISTS "CommentThread_resolvedById_idx" ON "CommentThread"("resolvedById");
CREATE INDEX IF NOT EXISTS "Notification_actorId_idx" ON "Notification"("actorId");
CREATE INDEX IF NOT EXISTS "Notification_articleId_idx" ON "Notification"("articleId");
CREATE INDEX IF NOT EXISTS "Notification_claimId_idx" ON "Notification"("claimId");
CREATE INDEX IF NOT EXISTS "Notification_commentId_idx" ON "Notification"("commentId");
CREATE INDEX IF NOT EXISTS "Unpublication_byId_idx" ON "Unpublication"("byId");
CREATE INDEX IF NOT EXISTS "Unpublication_publicationId_idx" ON "Unpublication"("publicationId");
CREATE INDEX IF NOT EXISTS "ScheduledPublication_scheduledById_idx" ON "ScheduledPublication"("scheduledById");
CREATE INDEX IF NOT EXISTS "GuestAccess_invitedById_idx" ON "GuestAccess"("invitedById");
CREATE INDEX IF NOT EXISTS "Claim_lastEditedById_state_idx" ON "Claim"("lastEditedById", "state");
CREATE INDEX IF NOT EXISTS "Correction_publicationId_claimId_id_idx" ON "Correction"("publicationId", "claimId", "id");

-- ---------------------------------------------------------------- search

-- The text that is searched, in lower case and in one column, so that the index and the queries cannot differ. array_to_string and
-- concat_ws depend on the session only for types such as dates; for text they always give the same.
CREATE FUNCTION source_search_text("title" text, "publisher" text, "url" text, "authors" text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(concat_ws(' ', "title", "publisher", "url", array_to_string("authors", ' ')));

ALTER TABLE "Source" ADD COLUMN "searchText" text
  GENERATED ALWAYS AS (source_search_text("title", "publisher", "url", "authors")) STORED;
-- A line break between the parts: no search crosses it.
ALTER TABLE "Article" ADD COLUMN "searchText" text
  GENERATED ALWAYS AS (lower("title" || E'\n' || coalesce("publisher", ''))) STORED;

-- How frequent a word is decides how it is searched for.
ALTER TABLE "Source" ALTER COLUMN "searchText" SET STATISTICS 500;
ALTER TABLE "Article" ALTER COLUMN "searchText" SET STATISTICS 500;

DROP INDEX IF EXISTS "Source_search_idx";
DROP INDEX IF EXISTS "Article_title_search_idx";
CREATE INDEX "Source_searchText_idx" ON "Source" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Article_searchText_idx" ON "Article" USING gin ("searchText" gin_trgm_ops);

-- Sources without an address are found by their title.
CREATE INDEX "Source_title_idx" ON "Source" USING hash ("title") WHERE "urlKey" IS NULL AND "doi" IS NULL;
DROP INDEX IF EXISTS "Source_updatedAt_idx";
CREATE INDEX IF NOT EXISTS "Source_updatedAt_id_idx" ON "Source"("updatedAt" DESC, "id");
CREATE INDEX IF NOT EXISTS "Source_linkCheckedAt_idx" ON "Source"("linkCheckedAt");

-- ---------------------------------------------------------------- lists of articles

-- Addresses can be longer than a b-tree holds.
CREATE INDEX IF NOT EXISTS "Article_sourceUrl_idx" ON "Article" USING hash ("sourceUrl");
CREATE INDEX "Article_title_order_idx" ON "Article"(left(lower("title"), 100), "id");

-- What articles are filtered and sorted by, beside their stage: no index spans two tables. Copied by the trigger that keeps the stage.
ALTER TABLE "ArticleProgress"
  ADD COLUMN "leadId" uuid,
  ADD COLUMN "dueAt" timestamptz(3),
  ADD COLUMN "priority" "Priority" NOT NULL DEFAULT 'normal';
UPDATE "ArticleProgress" p SET "leadId" = a."leadId", "dueAt" = a."dueAt", "priority" = a."priority"
  FROM "Article" a WHERE a."id" = p."articleId" AND (a."leadId" IS NOT NULL OR a."dueAt" IS NOT NULL OR a."priority" <> 'normal');

DROP INDEX IF EXISTS "ArticleProgress_stage_since_idx";
CREATE INDEX "ArticleProgress_stage_since_articleId_idx" ON "ArticleProgress"("stage", "since", "articleId");
CREATE INDEX "ArticleProgress_stage_dueAt_priority_articleId_idx" ON "ArticleProgress"("stage", "dueAt", "priority" DESC, "articleId");
CREATE INDEX "ArticleProgress_stage_priority_dueAt_articleId_idx" ON "ArticleProgress"("stage", "priority" DESC, "dueAt", "articleId");
CREATE INDEX "ArticleProgress_stage_activeAt_idx" ON "ArticleProgress"("stage", "activeAt");
CREATE INDEX "ArticleProgress_leadId_stage_idx" ON "ArticleProgress"("leadId", "stage");

CREATE OR REPLACE FUNCTION note_article_progress() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_in "ArticleStage";
  plan record;
BEGIN
  -- Once a transaction is enough: nothing changes any more while it commits.
  IF EXISTS (
    SELECT 1 FROM "ArticleProgress" p
    WHERE p."articleId" = NEW."articleId" AND p.xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296
  ) THEN
    RETURN NULL;
  END IF;
  now_in := article_stage(NEW."articleId");
  IF now_in IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT a."leadId", a."dueAt", a."priority" INTO STRICT plan FROM "Article" a WHERE a."id" = NEW."articleId";
  UPDATE "ArticleProgress" SET
    "since" = CASE WHEN "stage" = now_in THEN "since" ELSE NEW."at" END,
    "stage" = now_in,
    "activeAt" = greatest("activeAt", NEW."at"),
    "leadId" = plan."leadId", "dueAt" = plan."dueAt", "priority" = plan."priority"
    WHERE "articleId" = NEW."articleId";
  IF NOT FOUND THEN
    INSERT INTO "ArticleProgress" ("articleId", "stage", "since", "activeAt", "leadId", "dueAt", "priority")
      VALUES (NEW."articleId", now_in, NEW."at", NEW."at", plan."leadId", plan."dueAt", plan."priority");
  END IF;
  RETURN NULL;
END
$$;

-- ---------------------------------------------------------------- claims and comments that wait

DROP INDEX IF EXISTS "Claim_createdById_idx";
CREATE INDEX IF NOT EXISTS "Claim_createdById_state_idx" ON "Claim"("createdById", "state");
CREATE INDEX "Claim_in_review_idx" ON "Claim"("updatedAt", "id")
  WHERE "state" IN ('in_review', 'disputed') AND "deletedAt" IS NULL AND NOT "excluded";
CREATE INDEX "Claim_draft_verdict_idx" ON "Claim"("currentVerdictId")
  WHERE "state" = 'draft' AND "deletedAt" IS NULL AND NOT "excluded" AND "currentVerdictId" IS NOT NULL;

-- The ids that lib/comments/mentions.ts finds in a comment.
CREATE FUNCTION mentioned_ids("body" text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT m[1] FROM regexp_matches(lower("body"), '@\[([0-9a-f-]{36})\]', 'g') m);
CREATE INDEX "Comment_mentioned_idx" ON "Comment" USING gin (mentioned_ids("body"));

-- ---------------------------------------------------------------- what lists show of a publication

-- They follow the report by themselves, and lists do not read the report.
ALTER TABLE "Publication"
  ADD COLUMN "slug" text GENERATED ALWAYS AS ("report" #>> '{article,slug}') STORED,
  ADD COLUMN "publisher" text GENERATED ALWAYS AS ("report" #>> '{article,publisher}') STORED,
  ADD COLUMN "articlePublishedOn" text GENERATED ALWAYS AS ("report" #>> '{article,publishedOn}') STORED,
  ADD COLUMN "counts" jsonb GENERATED ALWAYS AS ("report" #> '{summary,counts}') STORED,
  ADD COLUMN "ratings" jsonb GENERATED ALWAYS AS ("report" #> '{scale,ratings}') STORED;
DROP INDEX IF EXISTS "Publication_publishedAt_idx";
CREATE INDEX IF NOT EXISTS "Publication_publishedAt_id_idx" ON "Publication"("publishedAt" DESC, "id" DESC);

-- ---------------------------------------------------------------- audit events

CREATE INDEX IF NOT EXISTS "AuditEvent_at_idx" ON "AuditEvent"("at");
CREATE INDEX IF NOT EXISTS "AuditEvent_action_id_idx" ON "AuditEvent"("action", "id");
-- The source that a source was merged into.
CREATE INDEX "AuditEvent_merged_source_idx" ON "AuditEvent"(("from" #>> '{merged,id}'), "id") WHERE "action" = 'source.merge';
