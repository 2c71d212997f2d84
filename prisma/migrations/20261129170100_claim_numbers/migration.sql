-- Publications numbered their claims by position; from now on a claim has one number, in the desk and in public. So that public addresses
-- go on naming the same claims, the numbers of the desk become those of the publications. Publications stay as they are.
-- Running it again changes nothing.

ALTER TABLE "Article" ADD COLUMN IF NOT EXISTS "reservedNumbers" INTEGER NOT NULL DEFAULT 0;

CREATE TEMPORARY TABLE "publishedNumber" ON COMMIT DROP AS
SELECT p."articleId", p."number" AS "publication", c."id" AS "claimId", (shown.claim ->> 'number')::int AS "number"
FROM "Publication" p
CROSS JOIN LATERAL jsonb_array_elements(p."report" -> 'claims') AS shown(claim)
JOIN "Claim" c ON c."articleId" = p."articleId" AND c."id"::text = shown.claim ->> 'id'
WHERE p."report" ->> 'schemaVersion' = '1';

UPDATE "Article" a SET "reservedNumbers" = n."highest"
FROM (
  SELECT p."articleId", max((shown.claim ->> 'number')::int) AS "highest"
  FROM "Publication" p CROSS JOIN LATERAL jsonb_array_elements(p."report" -> 'claims') AS shown(claim)
  WHERE p."report" ->> 'schemaVersion' = '1'
  GROUP BY p."articleId"
) n
WHERE n."articleId" = a."id" AND a."reservedNumbers" < n."highest";

CREATE TEMPORARY TABLE "newNumber" ON COMMIT DROP AS
WITH
  -- The number that each claim had when readers saw it last.
  "last" AS (
    SELECT DISTINCT ON ("articleId", "claimId") * FROM "publishedNumber"
    ORDER BY "articleId", "claimId", "publication" DESC
  ),
  -- If several claims had the same, the one that was published last keeps it: all claims of the latest publication do.
  "named" AS (
    SELECT DISTINCT ON ("articleId", "number") * FROM "last"
    ORDER BY "articleId", "number", "publication" DESC
  ),
  -- Every other claim whose number names, or once named, a claim for readers gets one after all that there ever were.
  "others" AS (
    SELECT c."id", a."reservedNumbers",
      row_number() OVER (PARTITION BY c."articleId" ORDER BY c."number") AS "nth",
      (SELECT max(m."number") FROM "Claim" m WHERE m."articleId" = c."articleId") AS "highest"
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId"
    WHERE c."number" <= a."reservedNumbers"
      AND NOT EXISTS (SELECT 1 FROM "named" n WHERE n."claimId" = c."id")
  )
SELECT "claimId", "number" FROM "named"
UNION ALL
SELECT "id", (greatest("reservedNumbers", "highest") + "nth")::int FROM "others";

DELETE FROM "newNumber" n USING "Claim" c WHERE c."id" = n."claimId" AND c."number" = n."number";

-- In two passes: within an article, numbers are unique at every moment.
UPDATE "Claim" c SET "number" = c."number" + 1000000000 FROM "newNumber" n WHERE n."claimId" = c."id";
UPDATE "Claim" c SET "number" = n."number" FROM "newNumber" n WHERE n."claimId" = c."id";
