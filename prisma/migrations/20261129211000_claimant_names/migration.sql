-- The list of claimants by name, as searchClaimants of lib/db/claimants.ts reads it.
CREATE INDEX "Claimant_name_idx" ON "Claimant"(lower("name"), "id") WHERE "mergedIntoId" IS NULL;
