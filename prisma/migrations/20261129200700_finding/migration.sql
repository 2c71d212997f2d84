-- AlterTable
ALTER TABLE "Article" ADD COLUMN "finding" TEXT;

-- What Prisma's schema cannot state.
ALTER TABLE "Article" ADD CONSTRAINT "Article_finding_short" CHECK ("finding" <> '' AND char_length("finding") <= 1000);
