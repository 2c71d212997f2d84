-- An orphaned anchor keeps the offsets of the place where its words stood last, in an earlier version: they fit no text now.
CREATE OR REPLACE FUNCTION check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_article uuid;
  claim_article uuid;
  code_points integer;
BEGIN
  SELECT v."articleId", char_length(v."text") INTO version_article, code_points
    FROM "ArticleVersion" v WHERE v."id" = NEW."versionId";
  SELECT c."articleId" INTO claim_article FROM "Claim" c WHERE c."id" = NEW."claimId";
  IF version_article IS DISTINCT FROM claim_article THEN
    RAISE EXCEPTION 'an anchor must be on a version of its claim''s article' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."outcome" <> 'orphaned' AND NEW."end" > 2 * code_points THEN
    RAISE EXCEPTION 'an anchor must end within its version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

ALTER TABLE "Anchor"
  ADD CONSTRAINT "Anchor_score_of_changed" CHECK (("outcome" = 'changed') = ("score" IS NOT NULL));
