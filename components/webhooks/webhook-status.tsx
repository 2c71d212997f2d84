import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { Webhook } from "@/lib/webhooks/webhook";
import { words } from "@/lib/words/words";

/** Whether a webhook works, in a word or two. */
export function WebhookStatus({ webhook: { state, failingSince } }: { webhook: Webhook }) {
  const t = words("webhooks");
  return (
    <span className={styles.status}>
      {state === "active" && failingSince !== null
        ? rich(t, "state.failing", { time: <RelativeTime at={failingSince} /> })
        : t(`state.${state}`)}
    </span>
  );
}
