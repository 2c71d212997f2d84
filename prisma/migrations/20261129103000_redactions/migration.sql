-- CreateTable
CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "target" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "privateNote" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Redaction_byId_idx" ON "Redaction"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "Redaction_articleId_number_key" ON "Redaction"("articleId", "number");

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot state.
ALTER TABLE "Redaction"
  ADD CONSTRAINT "Redaction_number" CHECK ("number" > 0),
  ADD CONSTRAINT "Redaction_reason_given" CHECK (btrim("reason") <> '');
CREATE TRIGGER "Redaction_immutable" BEFORE UPDATE OR DELETE ON "Redaction"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Redaction_kept" BEFORE TRUNCATE ON "Redaction" EXECUTE FUNCTION refuse_change();

-- Which publications name a source: used when it becomes confidential.
CREATE INDEX "Publication_sources_idx" ON "Publication" USING gin (("report" -> 'sources') jsonb_path_ops);
