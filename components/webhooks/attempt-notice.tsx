import { Notice } from "@/components/ui/notice";
import { useWords } from "@/components/words/use-words";
import type { WebhookAttempt } from "@/lib/webhooks/webhook";

export type Attempted = Pick<WebhookAttempt, "status" | "failure" | "durationMs">;

/** How a request that someone just sent ended. */
export function AttemptNotice({ attempted: { status, failure, durationMs: ms } }: { attempted: Attempted }) {
  const t = useWords("webhooks");
  return failure === null ? (
    <Notice tone="success">{t("result.ok", { status: String(status), ms })}</Notice>
  ) : (
    <Notice tone="failure">{t("result.failed", { failure, ms })}</Notice>
  );
}
