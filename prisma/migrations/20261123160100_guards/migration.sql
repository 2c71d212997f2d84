-- What Prisma's schema cannot state: the checks, triggers and indexes that guard the data.

-- Trigram search over titles, publishers and addresses.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "Source_search_idx" ON "Source"
  USING gin ((lower("title" || ' ' || coalesce("publisher", '') || ' ' || coalesce("url", ''))) gin_trgm_ops);
CREATE INDEX "Article_title_search_idx" ON "Article"
  USING gin ((lower("title" || ' ' || coalesce("publisher", ''))) gin_trgm_ops);

-- ---------------------------------------------------------------- checks

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_normal" CHECK ("email" = lower(btrim("email")) AND position('@' IN "email") > 1),
  ADD CONSTRAINT "User_name_given" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "User_epoch" CHECK ("sessionEpoch" >= 0);

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_email_normal" CHECK ("email" = lower(btrim("email"))),
  ADD CONSTRAINT "Invitation_accepted_once" CHECK (("acceptedAt" IS NULL) = ("acceptedById" IS NULL));

ALTER TABLE "RateLimit" ADD CONSTRAINT "RateLimit_count" CHECK ("count" > 0);

CREATE UNIQUE INDEX "RatingScale_one_default" ON "RatingScale" ("isDefault") WHERE "isDefault";

ALTER TABLE "Rating"
  ADD CONSTRAINT "Rating_key_form" CHECK ("key" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Rating_label_given" CHECK (btrim("label") <> ''),
  ADD CONSTRAINT "Rating_value_positive" CHECK ("value" > 0),
  ADD CONSTRAINT "Rating_position" CHECK ("position" >= 0);

ALTER TABLE "Article"
  ADD CONSTRAINT "Article_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Article_title_given" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "Article_required_approvals" CHECK ("requiredApprovals" BETWEEN 1 AND 5),
  ADD CONSTRAINT "Article_revision" CHECK ("revision" > 0),
  ADD CONSTRAINT "Article_published" CHECK (("status" = 'published') = ("currentPublicationId" IS NOT NULL)),
  ADD CONSTRAINT "Article_source_url" CHECK ("sourceUrl" ~ '^https?://');

ALTER TABLE "ArticleVersion"
  ADD CONSTRAINT "ArticleVersion_number" CHECK ("number" > 0),
  ADD CONSTRAINT "ArticleVersion_text_given" CHECK (btrim("text") <> ''),
  ADD CONSTRAINT "ArticleVersion_hash_form" CHECK ("textHash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "Claim"
  ADD CONSTRAINT "Claim_number" CHECK ("number" > 0),
  ADD CONSTRAINT "Claim_statement_given" CHECK (btrim("statement") <> ''),
  ADD CONSTRAINT "Claim_revisions" CHECK ("revision" > 0 AND "contentRevision" > 0 AND "contentRevision" <= "revision"),
  ADD CONSTRAINT "Claim_left_out_reason" CHECK ("leftOut" = ("leftOutReason" IS NOT NULL)),
  ADD CONSTRAINT "Claim_approved_with_verdict" CHECK ("state" NOT IN ('in_review', 'approved') OR "currentVerdictId" IS NOT NULL);

ALTER TABLE "Anchor"
  ADD CONSTRAINT "Anchor_span" CHECK ("start" >= 0 AND "end" > "start"),
  ADD CONSTRAINT "Anchor_exact_given" CHECK ("exact" <> ''),
  ADD CONSTRAINT "Anchor_score" CHECK ("score" BETWEEN 0 AND 1);

ALTER TABLE "Source"
  ADD CONSTRAINT "Source_title_given" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "Source_url_form" CHECK ("url" ~ '^https?://'),
  ADD CONSTRAINT "Source_url_key" CHECK ("urlKey" IS NULL OR ("url" IS NOT NULL AND NOT "confidential")),
  ADD CONSTRAINT "Source_published_form" CHECK ("publishedOn" ~ '^\d{4}(-\d{2}(-\d{2})?)?$');

ALTER TABLE "Evidence"
  ADD CONSTRAINT "Evidence_position" CHECK ("position" >= 0),
  ADD CONSTRAINT "Evidence_archive_form" CHECK ("archiveUrl" ~ '^https?://');

ALTER TABLE "ClaimDraft"
  ADD CONSTRAINT "ClaimDraft_subject" CHECK ("subject" = coalesce("claimId"::text, 'new'));

ALTER TABLE "Publication"
  ADD CONSTRAINT "Publication_number" CHECK ("number" > 0),
  ADD CONSTRAINT "Publication_claims" CHECK ("claimCount" >= 0);

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_note_given" CHECK (btrim("note") <> '');

-- ---------------------------------------------------------------- rows that never change

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "ArticleVersion_immutable" BEFORE UPDATE OR DELETE ON "ArticleVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ArticleVersion_kept" BEFORE TRUNCATE ON "ArticleVersion" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publication_immutable" BEFORE UPDATE OR DELETE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publication_kept" BEFORE TRUNCATE ON "Publication" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_immutable" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_kept" BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Verdict_immutable" BEFORE UPDATE OR DELETE ON "Verdict"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Verdict_kept" BEFORE TRUNCATE ON "Verdict" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Review_immutable" BEFORE UPDATE OR DELETE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Review_kept" BEFORE TRUNCATE ON "Review" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Correction_immutable" BEFORE UPDATE OR DELETE ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Correction_kept" BEFORE TRUNCATE ON "Correction" EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- rows that must fit each other

CREATE FUNCTION check_article_current() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."currentVersionId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "ArticleVersion" v WHERE v."id" = NEW."currentVersionId" AND v."articleId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'the current version of an article must be one of its own' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."currentPublicationId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Publication" p WHERE p."id" = NEW."currentPublicationId" AND p."articleId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'the current publication of an article must be one of its own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Article_current" BEFORE INSERT OR UPDATE OF "currentVersionId", "currentPublicationId" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION check_article_current();

-- Offsets are UTF-16 code units, and Postgres counts code points: no text has more units than twice its code points.
CREATE FUNCTION check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW."end" > 2 * code_points THEN
    RAISE EXCEPTION 'an anchor must end within its version' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Anchor_fits" BEFORE INSERT OR UPDATE ON "Anchor"
  FOR EACH ROW EXECUTE FUNCTION check_anchor();

CREATE FUNCTION check_claim_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."currentVerdictId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Verdict" v WHERE v."id" = NEW."currentVerdictId" AND v."claimId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'the current verdict of a claim must be one of its own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Claim_verdict" BEFORE INSERT OR UPDATE OF "currentVerdictId" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION check_claim_verdict();
