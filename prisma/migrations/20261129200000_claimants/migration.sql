-- Claimants become rows of their own. The texts that claims have in the column "claimant" are split when the migrations were applied, by
-- lib/db/split-claimant-texts.ts, with the functions that read Reports of earlier versions as well.

-- CreateEnum
CREATE TYPE "ClaimantKind" AS ENUM ('person', 'organisation', 'group');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "carriedBy" TEXT,
ADD COLUMN     "claimantId" UUID,
ADD COLUMN     "claimantRole" TEXT;

-- CreateTable
CREATE TABLE "Claimant" (
    "id" UUID NOT NULL,
    "kind" "ClaimantKind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "aliases" TEXT[],
    "namesKey" TEXT NOT NULL,
    "sameAs" TEXT[],
    "mergedIntoId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claimant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Claimant_mergedIntoId_idx" ON "Claimant"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Claimant_createdById_idx" ON "Claimant"("createdById");

-- CreateIndex
CREATE INDEX "Claim_claimantId_idx" ON "Claim"("claimantId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_claimantId_fkey" FOREIGN KEY ("claimantId") REFERENCES "Claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claimant" ADD CONSTRAINT "Claimant_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claimant" ADD CONSTRAINT "Claimant_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Claimant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "Claimant"
  ADD CONSTRAINT "Claimant_has_name" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "Claimant_merged_into_another" CHECK ("mergedIntoId" <> "id");
-- A role belongs to a claimant.
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_role_of_claimant" CHECK ("claimantRole" IS NULL OR "claimantId" IS NOT NULL);
CREATE INDEX "Claimant_namesKey_idx" ON "Claimant" USING gin ("namesKey" gin_trgm_ops);
-- Claims whose text is to be split; empty after that.
CREATE INDEX "Claim_claimantText_idx" ON "Claim" ("id") WHERE "claimant" IS NOT NULL;
