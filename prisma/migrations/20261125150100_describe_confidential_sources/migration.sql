-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "publicDescription" TEXT;
