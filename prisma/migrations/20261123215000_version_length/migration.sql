-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN "length" INTEGER;

-- Every code point beyond the first 65,536 takes two units of UTF-16.
ALTER TABLE "ArticleVersion" DISABLE TRIGGER "ArticleVersion_immutable";
UPDATE "ArticleVersion"
  SET "length" = char_length("text") + char_length(regexp_replace("text", '[\u0001-\uFFFF]', '', 'g'));
ALTER TABLE "ArticleVersion" ENABLE TRIGGER "ArticleVersion_immutable";

ALTER TABLE "ArticleVersion" ALTER COLUMN "length" SET NOT NULL;
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_length" CHECK ("length" BETWEEN 1 AND 2 * char_length("text"));

-- The length stands in the row: an anchor is checked without reading the whole text, and to the unit.
CREATE OR REPLACE FUNCTION check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_article uuid;
  claim_article uuid;
  units integer;
BEGIN
  SELECT v."articleId", v."length" INTO version_article, units
    FROM "ArticleVersion" v WHERE v."id" = NEW."versionId";
  SELECT c."articleId" INTO claim_article FROM "Claim" c WHERE c."id" = NEW."claimId";
  IF version_article IS DISTINCT FROM claim_article THEN
    RAISE EXCEPTION 'an anchor must be on a version of its claim''s article' USING ERRCODE = 'check_violation';
  END IF;
  -- One that is orphaned keeps its offsets in an earlier version, which may have been longer.
  IF NEW."outcome" <> 'orphaned' AND NEW."end" > units THEN
    RAISE EXCEPTION 'an anchor must end within its version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
