-- Claims are found by the words of their statement, those changed last first.
CREATE INDEX "Claim_statement_search_idx" ON "Claim" USING gin (lower("statement") gin_trgm_ops);
CREATE INDEX "Claim_updatedAt_id_idx" ON "Claim"("updatedAt" DESC, "id");
