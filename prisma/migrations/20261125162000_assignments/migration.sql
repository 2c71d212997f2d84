-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "ArticleStage" AS ENUM ('draft', 'in_progress', 'in_review', 'ready', 'scheduled', 'published', 'unpublished');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "leadId" UUID,
ADD COLUMN     "priority" "Priority" NOT NULL DEFAULT 'normal';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "assigneeId" UUID;

-- CreateTable
CREATE TABLE "ArticleProgress" (
    "articleId" UUID NOT NULL,
    "stage" "ArticleStage" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "activeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleProgress_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleProgress_stage_since_idx" ON "ArticleProgress"("stage", "since");

-- CreateIndex
CREATE INDEX "SavedView_shared_idx" ON "SavedView"("shared");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_ownerId_name_key" ON "SavedView"("ownerId", "name");

-- CreateIndex
CREATE INDEX "Article_leadId_idx" ON "Article"("leadId");

-- CreateIndex
CREATE INDEX "Article_dueAt_idx" ON "Article"("dueAt");

-- CreateIndex
CREATE INDEX "Claim_assigneeId_state_idx" ON "Claim"("assigneeId", "state");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleProgress" ADD CONSTRAINT "ArticleProgress_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.

ALTER TABLE "SavedView"
  ADD CONSTRAINT "SavedView_has_name" CHECK ("name" <> '' AND char_length("name") <= 80),
  ADD CONSTRAINT "SavedView_query_short" CHECK (char_length("query") <= 1000);

-- ---------------------------------------------------------------- where articles stand, and since when

-- The same as articleStage in lib/review/article-transition.ts. A planned publication that failed is no plan any more.
CREATE FUNCTION article_stage(article_id uuid) RETURNS "ArticleStage" LANGUAGE sql STABLE AS $$
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
    WHERE c."articleId" = a."id" AND c."deletedAt" IS NULL AND c."state" <> 'retired' AND NOT c."leftOut"
  ) s
  WHERE a."id" = article_id
$$;

INSERT INTO "ArticleProgress" ("articleId", "stage", "since", "activeAt")
  SELECT a."id", article_stage(a."id"), a."updatedAt",
    coalesce((SELECT max(e."at") FROM "AuditEvent" e WHERE e."articleId" = a."id"), a."updatedAt")
  FROM "Article" a;

-- Whatever changes an article, or something of it, says so in the audit log. When that commits, everything that it changed is there, and
-- the head of the chain, which is locked by then, lets no other in between: so two who sign off the last two claims at once are both
-- counted. Nothing else is waited for: nobody else writes into this table, and an article gets its row in the transaction that makes it.
CREATE FUNCTION note_article_progress() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_in "ArticleStage";
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
  UPDATE "ArticleProgress" SET
    "since" = CASE WHEN "stage" = now_in THEN "since" ELSE NEW."at" END,
    "stage" = now_in,
    "activeAt" = greatest("activeAt", NEW."at")
    WHERE "articleId" = NEW."articleId";
  IF NOT FOUND THEN
    INSERT INTO "ArticleProgress" ("articleId", "stage", "since", "activeAt")
      VALUES (NEW."articleId", now_in, NEW."at", NEW."at");
  END IF;
  RETURN NULL;
END
$$;

-- Its name comes after "AuditEvent_linked", and so does it.
CREATE CONSTRAINT TRIGGER "AuditEvent_progress" AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."articleId" IS NOT NULL)
  EXECUTE FUNCTION note_article_progress();
