-- CreateTable
CREATE TABLE "SourceAlias" (
    "key" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,

    CONSTRAINT "SourceAlias_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "SourceAlias_sourceId_idx" ON "SourceAlias"("sourceId");

-- AddForeignKey
ALTER TABLE "SourceAlias" ADD CONSTRAINT "SourceAlias_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
