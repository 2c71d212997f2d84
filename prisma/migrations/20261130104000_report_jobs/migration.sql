-- CreateEnum
CREATE TYPE "ReportJobState" AS ENUM ('preparing', 'ready', 'failed');

-- CreateTable
CREATE TABLE "ReportJob" (
    "id" UUID NOT NULL,
    "request" JSONB NOT NULL,
    "requestKey" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "ReportJobState" NOT NULL DEFAULT 'preparing',
    "startedAt" TIMESTAMPTZ(3),
    "step" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "fileName" TEXT,
    "mediaType" TEXT,
    "size" INTEGER,
    "body" BYTEA,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportJob_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportJob_requestedById_requestedAt_idx" ON "ReportJob"("requestedById", "requestedAt" DESC);

-- CreateIndex
CREATE INDEX "ReportJob_state_updatedAt_idx" ON "ReportJob"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "Review_at_idx" ON "Review"("at");

-- CreateIndex
CREATE INDEX "Vote_at_idx" ON "Vote"("at");

-- CreateIndex
CREATE INDEX "Redaction_at_idx" ON "Redaction"("at");

-- AddForeignKey
ALTER TABLE "ReportJob" ADD CONSTRAINT "ReportJob_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "ReportJob"
  ADD CONSTRAINT "ReportJob_position" CHECK ("position" BETWEEN 0 AND "total"),
  ADD CONSTRAINT "ReportJob_outcome" CHECK (
    ("body" IS NOT NULL) = ("state" = 'ready') AND ("failure" IS NOT NULL) = ("state" = 'failed')
    AND ("fileName" IS NOT NULL) = ("body" IS NOT NULL) AND ("mediaType" IS NOT NULL) = ("body" IS NOT NULL)
    AND ("size" IS NOT NULL) = ("body" IS NOT NULL)
  );
-- A person has the same report prepared once at a time.
CREATE UNIQUE INDEX "ReportJob_preparing_key" ON "ReportJob" ("requestedById", "requestKey") WHERE "state" = 'preparing';
