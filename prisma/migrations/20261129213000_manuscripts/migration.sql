-- CreateEnum
CREATE TYPE "ArticlePurpose" AS ENUM ('published_text', 'manuscript');

-- CreateEnum
CREATE TYPE "OutcomeKind" AS ENUM ('stands', 'change', 'query');

-- CreateEnum
CREATE TYPE "WordingDecision" AS ENUM ('accepted', 'declined');

-- CreateEnum
CREATE TYPE "AuthorDecision" AS ENUM ('answer', 'agree', 'disagree');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "purpose" "ArticlePurpose" NOT NULL DEFAULT 'published_text';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "currentOutcomeId" UUID;

-- CreateTable
CREATE TABLE "ClaimOutcome" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "OutcomeKind" NOT NULL,
    "wording" TEXT,
    "question" TEXT,
    "note" TEXT,
    "decision" "WordingDecision",
    "decidedById" UUID,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorLink" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuthorLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorAnswer" (
    "id" UUID NOT NULL,
    "outcomeId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "decision" "AuthorDecision" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "key" TEXT NOT NULL,

    CONSTRAINT "AuthorAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimOutcome_claimId_givenAt_idx" ON "ClaimOutcome"("claimId", "givenAt");

-- CreateIndex
CREATE INDEX "ClaimOutcome_decidedById_idx" ON "ClaimOutcome"("decidedById");

-- CreateIndex
CREATE INDEX "ClaimOutcome_givenById_idx" ON "ClaimOutcome"("givenById");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorLink_tokenHash_key" ON "AuthorLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AuthorLink_articleId_createdAt_idx" ON "AuthorLink"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "AuthorLink_createdById_idx" ON "AuthorLink"("createdById");

-- CreateIndex
CREATE INDEX "AuthorAnswer_outcomeId_at_idx" ON "AuthorAnswer"("outcomeId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorAnswer_linkId_key_key" ON "AuthorAnswer"("linkId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_currentOutcomeId_key" ON "Claim"("currentOutcomeId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_currentOutcomeId_fkey" FOREIGN KEY ("currentOutcomeId") REFERENCES "ClaimOutcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOutcome" ADD CONSTRAINT "ClaimOutcome_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOutcome" ADD CONSTRAINT "ClaimOutcome_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimOutcome" ADD CONSTRAINT "ClaimOutcome_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorLink" ADD CONSTRAINT "AuthorLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorLink" ADD CONSTRAINT "AuthorLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorAnswer" ADD CONSTRAINT "AuthorAnswer_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "ClaimOutcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorAnswer" ADD CONSTRAINT "AuthorAnswer_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "AuthorLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- checks

ALTER TABLE "ClaimOutcome"
  ADD CONSTRAINT "ClaimOutcome_wording" CHECK (("kind" = 'change') = ("wording" IS NOT NULL) AND btrim("wording") <> ''),
  ADD CONSTRAINT "ClaimOutcome_question" CHECK (("kind" = 'query') = ("question" IS NOT NULL) AND btrim("question") <> ''),
  ADD CONSTRAINT "ClaimOutcome_decision" CHECK (
    ("decision" IS NULL) = ("decidedById" IS NULL) AND ("decision" IS NULL OR "kind" = 'stands')
    AND ("decision" IS DISTINCT FROM 'declined' OR btrim(coalesce("note", '')) <> '')
  );
ALTER TABLE "AuthorLink"
  ADD CONSTRAINT "AuthorLink_has_name" CHECK (btrim("name") <> '' AND char_length("name") <= 200),
  ADD CONSTRAINT "AuthorLink_expires" CHECK ("expiresAt" > "createdAt");
ALTER TABLE "AuthorAnswer"
  ADD CONSTRAINT "AuthorAnswer_has_text" CHECK ("decision" = 'agree' OR btrim("text") <> '');

CREATE TRIGGER "ClaimOutcome_immutable" BEFORE UPDATE OR DELETE ON "ClaimOutcome"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ClaimOutcome_kept" BEFORE TRUNCATE ON "ClaimOutcome" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuthorAnswer_immutable" BEFORE UPDATE OR DELETE ON "AuthorAnswer"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuthorAnswer_kept" BEFORE TRUNCATE ON "AuthorAnswer" EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- rows that must fit each other

CREATE FUNCTION check_claim_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."currentOutcomeId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ClaimOutcome" o WHERE o."id" = NEW."currentOutcomeId" AND o."claimId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'the current outcome of a claim must be one of its own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Claim_outcome" BEFORE INSERT OR UPDATE OF "currentOutcomeId" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION check_claim_outcome();

CREATE FUNCTION check_author_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "AuthorLink" l
      JOIN "Claim" c ON c."articleId" = l."articleId"
      JOIN "ClaimOutcome" o ON o."claimId" = c."id"
      WHERE l."id" = NEW."linkId" AND o."id" = NEW."outcomeId"
        AND o."kind" = CASE WHEN NEW."decision" = 'answer' THEN 'query'::"OutcomeKind" ELSE 'change' END
  ) THEN
    RAISE EXCEPTION 'an author answers the queries of one article' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "AuthorAnswer_fits" BEFORE INSERT ON "AuthorAnswer"
  FOR EACH ROW EXECUTE FUNCTION check_author_answer();

-- ---------------------------------------------------------------- what a claim needs before it is signed off

ALTER TABLE "Claim" DROP CONSTRAINT "Claim_approved_with_verdict";
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_approved_with_verdict" CHECK (
  "state" NOT IN ('in_review', 'disputed', 'approved', 'published')
  OR "currentVerdictId" IS NOT NULL OR ("currentOutcomeId" IS NOT NULL AND "state" IN ('in_review', 'approved'))
);

CREATE OR REPLACE FUNCTION check_claim_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  required integer;
  made_for "ArticlePurpose";
  voted integer;
  of_staff integer;
BEGIN
  IF NEW."state" = OLD."state" THEN
    RETURN NEW;
  END IF;
  IF NOT (
    NEW."state" IN ('draft', 'retired')
    OR (NEW."state" = 'in_review' AND OLD."state" IN ('draft', 'disputed', 'approved', 'published'))
    OR (NEW."state" = 'disputed' AND OLD."state" = 'in_review')
    OR (NEW."state" = 'approved' AND OLD."state" IN ('in_review', 'disputed', 'published'))
    OR (NEW."state" = 'published' AND OLD."state" = 'approved')
  ) THEN
    RAISE EXCEPTION 'a claim cannot go from % to %', OLD."state", NEW."state" USING ERRCODE = 'check_violation';
  END IF;
  SELECT a."requiredApprovals", a."purpose" INTO required, made_for FROM "Article" a WHERE a."id" = NEW."articleId";
  IF NEW."state" IN ('in_review', 'disputed', 'approved', 'published') THEN
    IF made_for = 'manuscript' THEN
      IF NEW."state" NOT IN ('in_review', 'approved') THEN
        RAISE EXCEPTION 'a claim of a manuscript cannot be %', NEW."state" USING ERRCODE = 'check_violation';
      END IF;
      IF NOT EXISTS (SELECT 1 FROM "ClaimOutcome" o WHERE o."id" = NEW."currentOutcomeId" AND o."kind" = 'stands') THEN
        RAISE EXCEPTION 'a claim of a manuscript must stand before it is reviewed' USING ERRCODE = 'check_violation';
      END IF;
    ELSIF NEW."currentVerdictId" IS NULL THEN
      RAISE EXCEPTION 'a claim must have a verdict before it is reviewed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  -- Ratings are voted on; a manuscript has none, so one approval is enough.
  IF made_for <> 'manuscript' AND OLD."state" IN ('in_review', 'disputed') AND NEW."state" IN ('disputed', 'approved') THEN
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

-- ---------------------------------------------------------------- the purpose of an article

CREATE FUNCTION check_article_purpose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."purpose" = OLD."purpose" THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT 1 FROM "Publication" p WHERE p."articleId" = NEW."id") THEN
    RAISE EXCEPTION 'a published article cannot become a manuscript' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "Claim" c WHERE c."articleId" = NEW."id" AND c."state" IN ('in_review', 'disputed', 'approved', 'published')
  ) THEN
    RAISE EXCEPTION 'claims that were submitted for one purpose are not submitted for another' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Article_purpose" BEFORE UPDATE OF "purpose" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION check_article_purpose();

CREATE FUNCTION check_publication_purpose() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Article" a WHERE a."id" = NEW."articleId" AND a."purpose" = 'manuscript') THEN
    RAISE EXCEPTION 'a manuscript is not published to readers' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Publication_purpose" BEFORE INSERT ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION check_publication_purpose();

-- Lists are filtered by it.
CREATE INDEX "Article_manuscript_idx" ON "Article"("id") WHERE "purpose" = 'manuscript';
