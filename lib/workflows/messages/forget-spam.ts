import { deleteOldSpam } from "@/lib/db/messages";

/** Days that spam is kept, so that someone can find what was sorted out by mistake. */
const SPAM_DAYS = 30;

/** Deletes spam that is old. @returns how many messages */
export async function forgetSpam(now: Date): Promise<number> {
  return deleteOldSpam(new Date(now.getTime() - SPAM_DAYS * 86_400_000));
}
