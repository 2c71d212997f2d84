-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('correction', 'clarification', 'update');

-- AlterEnum
ALTER TYPE "ArticleStatus" ADD VALUE 'unpublished';

-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "kind" "CorrectionKind" NOT NULL DEFAULT 'correction';

-- CreateTable
CREATE TABLE "Unpublication" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Unpublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduledPublication" (
    "articleId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "corrections" JSONB NOT NULL,
    "scheduledById" UUID NOT NULL,
    "scheduledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failure" TEXT,

    CONSTRAINT "ScheduledPublication_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "Unpublication_articleId_at_idx" ON "Unpublication"("articleId", "at");

-- CreateIndex
CREATE INDEX "Unpublication_at_idx" ON "Unpublication"("at" DESC);

-- CreateIndex
CREATE INDEX "ScheduledPublication_at_idx" ON "ScheduledPublication"("at");

-- AddForeignKey
ALTER TABLE "Unpublication" ADD CONSTRAINT "Unpublication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unpublication" ADD CONSTRAINT "Unpublication_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unpublication" ADD CONSTRAINT "Unpublication_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledPublication" ADD CONSTRAINT "ScheduledPublication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduledPublication" ADD CONSTRAINT "ScheduledPublication_scheduledById_fkey" FOREIGN KEY ("scheduledById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "Unpublication" ADD CONSTRAINT "Unpublication_reason_given" CHECK (btrim("reason") <> '');
CREATE TRIGGER "Unpublication_immutable" BEFORE UPDATE OR DELETE ON "Unpublication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Unpublication_kept" BEFORE TRUNCATE ON "Unpublication" EXECUTE FUNCTION refuse_change();
