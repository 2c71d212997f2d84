-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "reopenedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reopenedById" UUID,
ADD COLUMN     "reopenedFields" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "contentRevision" INTEGER NOT NULL,
    "voterId" UUID NOT NULL,
    "ratingId" UUID NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Vote_voterId_at_idx" ON "Vote"("voterId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_claimId_contentRevision_voterId_key" ON "Vote"("claimId", "contentRevision", "voterId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_reopenedById_fkey" FOREIGN KEY ("reopenedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_voterId_fkey" FOREIGN KEY ("voterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_ratingId_fkey" FOREIGN KEY ("ratingId") REFERENCES "Rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- checks

ALTER TABLE "Claim" DROP CONSTRAINT "Claim_approved_with_verdict";
ALTER TABLE "Claim"
  ADD CONSTRAINT "Claim_approved_with_verdict" CHECK (
    "state" NOT IN ('in_review', 'split', 'approved', 'published') OR "currentVerdictId" IS NOT NULL
  ),
  ADD CONSTRAINT "Claim_reopened_by" CHECK ("reopenedById" IS NULL OR "reopenedAt" IS NOT NULL);

ALTER TABLE "Review" ADD CONSTRAINT "Review_note_given" CHECK (
  "action" NOT IN ('return', 'settle', 'leave_out') OR btrim(coalesce("note", '')) <> ''
);

-- ---------------------------------------------------------------- votes never change, and are given by those who may

CREATE TRIGGER "Vote_immutable" BEFORE UPDATE OR DELETE ON "Vote"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Vote_kept" BEFORE TRUNCATE ON "Vote" EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claim record;
BEGIN
  SELECT c."state", c."contentRevision", c."createdById", c."lastEditedById", v."givenById", a."scaleId"
    INTO claim
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" LEFT JOIN "Verdict" v ON v."id" = c."currentVerdictId"
    WHERE c."id" = NEW."claimId";
  IF claim."state" IS DISTINCT FROM 'in_review' OR claim."contentRevision" <> NEW."contentRevision" THEN
    RAISE EXCEPTION 'a vote must be on the content of a claim in review' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."voterId" IN (claim."createdById", claim."lastEditedById", claim."givenById") THEN
    RAISE EXCEPTION 'nobody votes on a claim of their own' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "Rating" r WHERE r."id" = NEW."ratingId" AND r."scaleId" = claim."scaleId") THEN
    RAISE EXCEPTION 'a vote must be a rating of the article''s scale' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Vote_fits" BEFORE INSERT ON "Vote" FOR EACH ROW EXECUTE FUNCTION check_vote();

-- ---------------------------------------------------------------- the way of a claim

CREATE FUNCTION check_claim_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  required integer;
  voted integer;
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
    SELECT count(*) INTO voted FROM "Vote" v
      WHERE v."claimId" = NEW."id" AND v."contentRevision" = NEW."contentRevision";
    IF required > 1 AND voted < required THEN
      RAISE EXCEPTION 'this claim needs % votes on its content and has %', required, voted
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Claim_state" BEFORE UPDATE OF "state" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION check_claim_state();

-- ---------------------------------------------------------------- what is published already

UPDATE "Claim" c SET "state" = 'published'
  FROM "Article" a JOIN "Publication" p ON p."id" = a."currentPublicationId"
  WHERE c."articleId" = a."id" AND c."state" = 'approved' AND NOT c."leftOut" AND c."deletedAt" IS NULL
    AND c."updatedAt" <= p."publishedAt"
    AND p."report" -> 'claims' @> jsonb_build_array(jsonb_build_object('id', c."id"));
