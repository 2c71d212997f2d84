-- Values of enums alone: Postgres takes them into use only once they are committed.

-- AlterEnum
ALTER TYPE "ClaimState" ADD VALUE 'split' BEFORE 'approved';
ALTER TYPE "ClaimState" ADD VALUE 'published' BEFORE 'retired';

-- AlterEnum
ALTER TYPE "ReviewAction" ADD VALUE 'vote';
ALTER TYPE "ReviewAction" ADD VALUE 'settle';
ALTER TYPE "ReviewAction" ADD VALUE 'ask_more';
ALTER TYPE "ReviewAction" ADD VALUE 'publish';
ALTER TYPE "ReviewAction" ADD VALUE 'unpublish';
