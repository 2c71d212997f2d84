-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- What Prisma's schema cannot state.
CREATE UNIQUE INDEX "SigningKey_one_current" ON "SigningKey" ((true)) WHERE "retiredAt" IS NULL;
ALTER TABLE "SigningKey"
  ADD CONSTRAINT "SigningKey_id_form" CHECK ("id" ~ '^[A-Za-z0-9_-]{43}$'),
  ADD CONSTRAINT "SigningKey_public_form" CHECK ("publicKey" ~ '^[A-Za-z0-9_-]{43}$');
