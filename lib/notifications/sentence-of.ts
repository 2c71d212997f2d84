import { words } from "@/lib/words/words";
import type { Notification } from "./notification";

type Subject = Pick<Notification, "kind" | "actor" | "claim" | "claimCount"> &
  Partial<Pick<Notification, "article">>;

/**
 * The text of a notification: one sentence without a full stop.
 * @param language BCP 47
 */
export function sentenceOf({ kind, actor, article, claim, claimCount }: Subject, language = "en"): string {
  const t = words("mails", language);
  return t(`sentence.${kind}`, {
    name: actor?.name ?? t("sentence.someone"),
    about: article ? "article" : "none",
    number: claim?.number ?? "none",
    // Earlier releases recorded one claim only.
    count: claim ? 1 : claimCount,
  });
}
