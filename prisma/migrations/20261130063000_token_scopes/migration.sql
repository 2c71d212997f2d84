-- A token has several scopes. Existing tokens keep what they could do.
ALTER TYPE "ApiScope" RENAME TO "ApiScope_before";
CREATE TYPE "ApiScope" AS ENUM ('read', 'write', 'review', 'publish', 'export', 'admin');
ALTER TABLE "ApiToken" ADD COLUMN "scopes" "ApiScope"[];
UPDATE "ApiToken" SET "scopes" = CASE "scope"
  WHEN 'read' THEN '{read,export}'::"ApiScope"[]
  ELSE '{read,write,review,publish,export}'::"ApiScope"[]
END;
ALTER TABLE "ApiToken" DROP COLUMN "scope";
DROP TYPE "ApiScope_before";

-- What Prisma's schema cannot state.
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scopes_some" CHECK (cardinality("scopes") > 0);
