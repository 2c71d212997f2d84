-- AlterTable
ALTER TABLE "Notification" ALTER COLUMN "actorId" DROP NOT NULL;
