-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('unchecked', 'answers', 'gone', 'unreachable');

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "archiveUrl" TEXT,
ADD COLUMN     "authors" TEXT[],
ADD COLUMN     "doi" TEXT,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "linkCheckedAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkNote" TEXT,
ADD COLUMN     "linkState" "LinkState" NOT NULL DEFAULT 'unchecked',
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "takenById" UUID,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Snapshot_sourceId_takenAt_idx" ON "Snapshot"("sourceId", "takenAt" DESC);

-- CreateIndex
CREATE INDEX "Attachment_sourceId_addedAt_idx" ON "Attachment"("sourceId", "addedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Source_doi_key" ON "Source"("doi");

-- CreateIndex
CREATE INDEX "Source_linkState_linkCheckedAt_idx" ON "Source"("linkState", "linkCheckedAt");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A snapshot is what was seen at one time: it may go with its source when two are merged into one, and is never changed.
CREATE FUNCTION refuse_change_of_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Merging two sources moves it to the other one, and nothing else.
  IF to_jsonb(NEW) - 'sourceId' IS DISTINCT FROM to_jsonb(OLD) - 'sourceId' THEN
    RAISE EXCEPTION 'a snapshot is never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Snapshot_immutable" BEFORE UPDATE ON "Snapshot"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_snapshot();

ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_size" CHECK ("size" BETWEEN 1 AND 20971520);
