-- ---------------------------------------------------------------- what a full citation needs

ALTER TABLE "Source" ADD COLUMN "details" JSONB;
ALTER TABLE "Source" ADD COLUMN "csl" JSONB;
ALTER TABLE "Source" ADD CONSTRAINT "Source_details_is_object" CHECK ("details" IS NULL OR jsonb_typeof("details") = 'object');
ALTER TABLE "Source" ADD CONSTRAINT "Source_csl_is_object" CHECK ("csl" IS NULL OR jsonb_typeof("csl") = 'object');

-- ---------------------------------------------------------------- sources that are typed again

-- Filled in by the application (lib/workflows/sources/rekey-sources.ts), which knows the normal form.
ALTER TABLE "Source" ADD COLUMN "titleKey" TEXT;
CREATE INDEX "Source_titleKey_idx" ON "Source" USING hash ("titleKey");
DROP INDEX IF EXISTS "Source_title_idx";
-- Sources whose key has to be filled in: few after the first start.
CREATE INDEX "Source_without_titleKey_idx" ON "Source" ("id") WHERE "titleKey" IS NULL AND NOT "confidential";

-- The search also finds the journal or book, and titles without their accents and punctuation.
ALTER TABLE "Source" DROP COLUMN "searchText";
ALTER TABLE "Source" ADD COLUMN "searchText" text
  GENERATED ALWAYS AS (
    source_search_text(
      "title",
      coalesce("publisher", '') || ' ' || coalesce("details" ->> 'containerTitle', '') || ' ' || coalesce("titleKey", ''),
      "url",
      "authors"
    )
  ) STORED;
ALTER TABLE "Source" ALTER COLUMN "searchText" SET STATISTICS 500;
CREATE INDEX "Source_searchText_idx" ON "Source" USING gin ("searchText" gin_trgm_ops);
