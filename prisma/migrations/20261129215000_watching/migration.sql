-- CreateEnum
CREATE TYPE "FlagKind" AS ENUM ('review_due', 'page_changed', 'excerpt_gone', 'family_changed', 'idle');

-- CreateEnum
CREATE TYPE "FlagOutcome" AS ENUM ('confirmed', 'adopted', 'changed', 'reopened', 'resumed', 'withdrawn');

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "pageCheckedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReviewDate" (
    "subjectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" UUID NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "flaggedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewDate_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "kind" "FlagKind" NOT NULL,
    "key" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "sourceId" UUID,
    "causeId" UUID,
    "ownerId" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "escalatedAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "outcome" "FlagOutcome",
    "note" TEXT,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimFamily" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimFamily_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyMember" (
    "claimId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "adoptedFromId" UUID,
    "linkedById" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FamilyMember_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewDate_claimId_key" ON "ReviewDate"("claimId");

-- CreateIndex
CREATE INDEX "ReviewDate_articleId_idx" ON "ReviewDate"("articleId");

-- CreateIndex
CREATE INDEX "ReviewDate_setById_idx" ON "ReviewDate"("setById");

-- CreateIndex
CREATE INDEX "Flag_articleId_madeAt_idx" ON "Flag"("articleId", "madeAt");

-- CreateIndex
CREATE INDEX "Flag_claimId_madeAt_idx" ON "Flag"("claimId", "madeAt");

-- CreateIndex
CREATE INDEX "Flag_sourceId_idx" ON "Flag"("sourceId");

-- CreateIndex
CREATE INDEX "Flag_causeId_idx" ON "Flag"("causeId");

-- CreateIndex
CREATE INDEX "Flag_ownerId_idx" ON "Flag"("ownerId");

-- CreateIndex
CREATE INDEX "Flag_resolvedById_idx" ON "Flag"("resolvedById");

-- CreateIndex
CREATE INDEX "FamilyMember_familyId_idx" ON "FamilyMember"("familyId");

-- CreateIndex
CREATE INDEX "FamilyMember_adoptedFromId_idx" ON "FamilyMember"("adoptedFromId");

-- CreateIndex
CREATE INDEX "FamilyMember_linkedById_idx" ON "FamilyMember"("linkedById");

-- AddForeignKey
ALTER TABLE "ReviewDate" ADD CONSTRAINT "ReviewDate_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDate" ADD CONSTRAINT "ReviewDate_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDate" ADD CONSTRAINT "ReviewDate_setById_fkey" FOREIGN KEY ("setById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_causeId_fkey" FOREIGN KEY ("causeId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "ClaimFamily"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_adoptedFromId_fkey" FOREIGN KEY ("adoptedFromId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_linkedById_fkey" FOREIGN KEY ("linkedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "ReviewDate"
  ADD CONSTRAINT "ReviewDate_subject" CHECK ("subjectId" = coalesce("claimId", "articleId")),
  ADD CONSTRAINT "ReviewDate_has_reason" CHECK (btrim("reason") <> '');
-- Days that were not flagged yet.
CREATE INDEX "ReviewDate_unflagged_idx" ON "ReviewDate"("on", "subjectId") WHERE "flaggedAt" IS NULL;

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_resolved" CHECK (("resolvedAt" IS NULL) = ("outcome" IS NULL));
-- One open flag about the same thing.
CREATE UNIQUE INDEX "Flag_open_key_idx" ON "Flag"("key") WHERE "resolvedAt" IS NULL;
-- The list of open flags, and its filters.
CREATE INDEX "Flag_open_idx" ON "Flag"("madeAt" DESC, "id" DESC) WHERE "resolvedAt" IS NULL;
CREATE INDEX "Flag_open_kind_idx" ON "Flag"("kind", "madeAt" DESC, "id" DESC) WHERE "resolvedAt" IS NULL;
CREATE INDEX "Flag_open_owner_idx" ON "Flag"("ownerId", "madeAt" DESC, "id" DESC) WHERE "resolvedAt" IS NULL;

ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_from_another" CHECK ("adoptedFromId" <> "claimId");

-- Assigned drafts, by their last change: which are idle.
CREATE INDEX "Claim_assigned_draft_idx" ON "Claim"("updatedAt", "id")
  WHERE "assigneeId" IS NOT NULL AND "state" = 'draft' AND "deletedAt" IS NULL AND NOT "excluded";
-- Pages that are compared with their copies.
CREATE INDEX "Source_page_checked_idx" ON "Source"("pageCheckedAt" NULLS FIRST, "id") WHERE "url" IS NOT NULL AND NOT "confidential";

-- A reminder is not work: an idle article stays idle.
DROP TRIGGER "AuditEvent_progress" ON "AuditEvent";
CREATE CONSTRAINT TRIGGER "AuditEvent_progress" AFTER INSERT ON "AuditEvent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."articleId" IS NOT NULL AND NOT (
    NEW."actorId" IS NULL
    AND NEW."action" IN ('claim.flag', 'article.flag', 'claim.resolve-flag', 'article.resolve-flag')
  ))
  EXECUTE FUNCTION note_article_progress();
