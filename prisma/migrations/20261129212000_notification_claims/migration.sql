-- CreateTable
CREATE TABLE "NotificationClaim" (
    "notificationId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "eventKey" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "NotificationClaim_pkey" PRIMARY KEY ("notificationId","claimId")
);

-- CreateIndex
CREATE INDEX "NotificationClaim_claimId_idx" ON "NotificationClaim"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "NotificationClaim_personId_eventKey_key" ON "NotificationClaim"("personId", "eventKey");

-- AddForeignKey
ALTER TABLE "NotificationClaim" ADD CONSTRAINT "NotificationClaim_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationClaim" ADD CONSTRAINT "NotificationClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
