-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('error', 'source', 'claim', 'other');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('new', 'open', 'answered', 'closed', 'spam');

-- AlterTable
ALTER TABLE "Notification" ALTER COLUMN "articleId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ReaderMessage" (
    "id" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "state" "MessageState" NOT NULL DEFAULT 'new',
    "text" TEXT,
    "name" TEXT,
    "email" TEXT,
    "url" TEXT,
    "quote" TEXT,
    "articleId" UUID,
    "claimId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "formKey" TEXT NOT NULL,
    "textHash" TEXT,
    "spamSign" TEXT,
    "assigneeId" UUID,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sourceId" UUID,
    "madeClaimId" UUID,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReaderMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageAnswer" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "givenById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT,
    "isMailed" BOOLEAN NOT NULL,

    CONSTRAINT "MessageAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageText" (
    "page" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sections" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID NOT NULL,

    CONSTRAINT "PageText_pkey" PRIMARY KEY ("page","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReaderMessage_formKey_key" ON "ReaderMessage"("formKey");

-- CreateIndex
CREATE INDEX "ReaderMessage_state_receivedAt_id_idx" ON "ReaderMessage"("state", "receivedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "ReaderMessage_receivedAt_id_idx" ON "ReaderMessage"("receivedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "ReaderMessage_textHash_idx" ON "ReaderMessage"("textHash");

-- CreateIndex
CREATE INDEX "ReaderMessage_articleId_receivedAt_idx" ON "ReaderMessage"("articleId", "receivedAt");

-- CreateIndex
CREATE INDEX "ReaderMessage_claimId_idx" ON "ReaderMessage"("claimId");

-- CreateIndex
CREATE INDEX "ReaderMessage_madeClaimId_idx" ON "ReaderMessage"("madeClaimId");

-- CreateIndex
CREATE INDEX "ReaderMessage_sourceId_idx" ON "ReaderMessage"("sourceId");

-- CreateIndex
CREATE INDEX "ReaderMessage_assigneeId_idx" ON "ReaderMessage"("assigneeId");

-- CreateIndex
CREATE INDEX "MessageAnswer_messageId_at_idx" ON "MessageAnswer"("messageId", "at");

-- CreateIndex
CREATE INDEX "MessageAnswer_givenById_idx" ON "MessageAnswer"("givenById");

-- CreateIndex
CREATE INDEX "PageText_updatedById_idx" ON "PageText"("updatedById");

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_madeClaimId_fkey" FOREIGN KEY ("madeClaimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderMessage" ADD CONSTRAINT "ReaderMessage_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageAnswer" ADD CONSTRAINT "MessageAnswer_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ReaderMessage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageAnswer" ADD CONSTRAINT "MessageAnswer_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageText" ADD CONSTRAINT "PageText_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "ReaderMessage"
  ADD CONSTRAINT "ReaderMessage_erased" CHECK (
    ("erasedAt" IS NULL) = ("text" IS NOT NULL)
    AND ("erasedAt" IS NULL OR ("name" IS NULL AND "email" IS NULL AND "url" IS NULL AND "quote" IS NULL AND "textHash" IS NULL AND "note" IS NULL))
  ),
  ADD CONSTRAINT "ReaderMessage_claim_needs_article" CHECK ("claimId" IS NULL OR "articleId" IS NOT NULL);
