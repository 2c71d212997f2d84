-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "byGuest" BOOLEAN NOT NULL DEFAULT false;

-- ---------------------------------------------------------------- the votes that there are: who was let in was a guest

ALTER TABLE "Vote" DISABLE TRIGGER "Vote_immutable";
UPDATE "Vote" o SET "byGuest" = true
  FROM "User" u WHERE u."id" = o."voterId" AND u."role" = 'guest';
ALTER TABLE "Vote" ENABLE TRIGGER "Vote_immutable";

-- ---------------------------------------------------------------- guests alone sign nothing off

CREATE OR REPLACE FUNCTION check_claim_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  required integer;
  voted integer;
  of_staff integer;
BEGIN
  IF NEW."state" = OLD."state" THEN
    RETURN NEW;
  END IF;
  IF NOT (
    NEW."state" IN ('draft', 'retired')
    OR (NEW."state" = 'in_review' AND OLD."state" IN ('draft', 'split', 'approved', 'published'))
    OR (NEW."state" = 'split' AND OLD."state" = 'in_review')
    OR (NEW."state" = 'approved' AND OLD."state" IN ('in_review', 'split', 'published'))
    OR (NEW."state" = 'published' AND OLD."state" = 'approved')
  ) THEN
    RAISE EXCEPTION 'a claim cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."state" IN ('in_review', 'split') AND NEW."state" IN ('split', 'approved') THEN
    SELECT a."requiredApprovals" INTO required FROM "Article" a WHERE a."id" = NEW."articleId";
    SELECT count(*), count(*) FILTER (WHERE NOT v."byGuest") INTO voted, of_staff FROM "Vote" v
      WHERE v."claimId" = NEW."id" AND v."contentRevision" = NEW."contentRevision";
    IF required > 1 AND voted < required THEN
      RAISE EXCEPTION 'this claim needs % votes on its content and has %', required, voted
        USING ERRCODE = 'check_violation';
    END IF;
    IF required > 1 AND of_staff = 0 THEN
      RAISE EXCEPTION 'guests alone sign nothing off' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
