-- CreateTable
CREATE TABLE "CommentThread" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadAnchor" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "outcome" "AnchorOutcome" NOT NULL DEFAULT 'created',
    "score" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ThreadAnchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "idempotencyKey" TEXT NOT NULL,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommentThread_articleId_resolvedAt_idx" ON "CommentThread"("articleId", "resolvedAt");

-- CreateIndex
CREATE INDEX "CommentThread_claimId_idx" ON "CommentThread"("claimId");

-- CreateIndex
CREATE INDEX "ThreadAnchor_versionId_idx" ON "ThreadAnchor"("versionId");

-- CreateIndex
CREATE UNIQUE INDEX "ThreadAnchor_threadId_versionId_key" ON "ThreadAnchor"("threadId", "versionId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_idempotencyKey_key" ON "Comment"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Comment_threadId_at_idx" ON "Comment"("threadId", "at");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadAnchor" ADD CONSTRAINT "ThreadAnchor_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadAnchor" ADD CONSTRAINT "ThreadAnchor_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "CommentThread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.

ALTER TABLE "CommentThread"
  ADD CONSTRAINT "CommentThread_resolved" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));

ALTER TABLE "ThreadAnchor"
  ADD CONSTRAINT "ThreadAnchor_span" CHECK ("start" >= 0 AND "end" > "start"),
  ADD CONSTRAINT "ThreadAnchor_exact_given" CHECK ("exact" <> ''),
  ADD CONSTRAINT "ThreadAnchor_score" CHECK ("score" BETWEEN 0 AND 1);

ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_body_given" CHECK (btrim("body") <> ''),
  ADD CONSTRAINT "Comment_revision" CHECK ("revision" > 0);

CREATE FUNCTION check_thread_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."claimId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Claim" c WHERE c."id" = NEW."claimId" AND c."articleId" = NEW."articleId"
  ) THEN
    RAISE EXCEPTION 'a thread must be on a claim of its article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "CommentThread_fits" BEFORE INSERT OR UPDATE OF "articleId", "claimId" ON "CommentThread"
  FOR EACH ROW EXECUTE FUNCTION check_thread_claim();

-- Offsets are UTF-16 code units, and Postgres counts code points: no text has more units than twice its code points.
CREATE FUNCTION check_thread_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_article uuid;
  thread_article uuid;
  code_points integer;
BEGIN
  SELECT v."articleId", char_length(v."text") INTO version_article, code_points
    FROM "ArticleVersion" v WHERE v."id" = NEW."versionId";
  SELECT t."articleId" INTO thread_article FROM "CommentThread" t WHERE t."id" = NEW."threadId" AND t."claimId" IS NULL;
  IF version_article IS DISTINCT FROM thread_article THEN
    RAISE EXCEPTION 'a passage must be in a version of its thread''s article, and its thread on no claim' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."end" > 2 * code_points AND NEW."outcome" <> 'orphaned' THEN
    RAISE EXCEPTION 'a passage must end within its version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "ThreadAnchor_fits" BEFORE INSERT OR UPDATE ON "ThreadAnchor"
  FOR EACH ROW EXECUTE FUNCTION check_thread_anchor();
