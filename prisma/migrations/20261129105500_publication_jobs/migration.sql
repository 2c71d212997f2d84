-- CreateEnum
CREATE TYPE "PublicationJobState" AS ENUM ('preparing', 'published', 'failed');

-- CreateTable
CREATE TABLE "PublicationJob" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "corrections" JSONB NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduled" BOOLEAN NOT NULL,
    "state" "PublicationJobState" NOT NULL DEFAULT 'preparing',
    "format" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "publicationId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicationJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicationJob_articleId_requestedAt_idx" ON "PublicationJob"("articleId", "requestedAt" DESC);

-- CreateIndex
CREATE INDEX "PublicationJob_requestedById_idx" ON "PublicationJob"("requestedById");

-- CreateIndex
CREATE INDEX "PublicationJob_publicationId_idx" ON "PublicationJob"("publicationId");

-- CreateIndex
CREATE INDEX "PublicationJob_state_updatedAt_idx" ON "PublicationJob"("state", "updatedAt");

-- AddForeignKey
ALTER TABLE "PublicationJob" ADD CONSTRAINT "PublicationJob_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationJob" ADD CONSTRAINT "PublicationJob_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationJob" ADD CONSTRAINT "PublicationJob_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "PublicationJob"
  ADD CONSTRAINT "PublicationJob_position" CHECK ("position" BETWEEN 0 AND "total"),
  ADD CONSTRAINT "PublicationJob_outcome" CHECK (
    ("publicationId" IS NOT NULL) = ("state" = 'published') AND ("failure" IS NOT NULL) = ("state" = 'failed')
  );
-- An article is prepared for publication once at a time.
CREATE UNIQUE INDEX "PublicationJob_preparing_key" ON "PublicationJob" ("articleId") WHERE "state" = 'preparing';
