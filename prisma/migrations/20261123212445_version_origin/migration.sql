-- CreateEnum
CREATE TYPE "VersionOrigin" AS ENUM ('imported', 'replaced', 'edited');

-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "origin" "VersionOrigin" NOT NULL DEFAULT 'imported';

-- Versions after the first were all made by replacing the text until now. What a version says stays as it is.
ALTER TABLE "ArticleVersion" DISABLE TRIGGER "ArticleVersion_immutable";
UPDATE "ArticleVersion" SET "origin" = 'replaced' WHERE "number" > 1;
ALTER TABLE "ArticleVersion" ENABLE TRIGGER "ArticleVersion_immutable";
