-- CreateTable
CREATE TABLE "DeskSetting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" UUID NOT NULL,

    CONSTRAINT "DeskSetting_pkey" PRIMARY KEY ("key")
);

-- AddForeignKey
ALTER TABLE "DeskSetting" ADD CONSTRAINT "DeskSetting_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- checks

ALTER TABLE "DeskSetting"
  ADD CONSTRAINT "DeskSetting_key_given" CHECK (btrim("key") <> ''),
  ADD CONSTRAINT "DeskSetting_revision" CHECK ("revision" > 0);

ALTER TABLE "RatingScale"
  ADD CONSTRAINT "RatingScale_name_given" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "RatingScale_version" CHECK ("version" > 0);
