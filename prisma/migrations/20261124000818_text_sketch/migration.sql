-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "sketch" INTEGER[];

-- CreateIndex
CREATE INDEX "ArticleVersion_sketch_idx" ON "ArticleVersion" USING GIN ("sketch");
