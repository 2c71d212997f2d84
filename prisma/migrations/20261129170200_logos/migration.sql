-- CreateTable
CREATE TABLE "Logo" (
    "hash" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Logo_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "Logo_addedById_idx" ON "Logo"("addedById");

-- AddForeignKey
ALTER TABLE "Logo" ADD CONSTRAINT "Logo_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state. Publications name a logo by the hash of its bytes.
ALTER TABLE "Logo"
  ADD CONSTRAINT "Logo_hash_of_body" CHECK ("hash" = encode(sha256("body"), 'hex')),
  ADD CONSTRAINT "Logo_size" CHECK ("width" > 0 AND "height" > 0);
CREATE TRIGGER "Logo_immutable" BEFORE UPDATE OR DELETE ON "Logo"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Logo_kept" BEFORE TRUNCATE ON "Logo" EXECUTE FUNCTION refuse_change();
