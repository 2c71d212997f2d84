import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { Webhook } from "@/lib/webhooks/webhook";
import { words } from "@/lib/words/words";
import { WebhookStatus } from "./webhook-status";

/** The webhooks of the desk, each with a link to its page. */
export function WebhookList({ webhooks }: { webhooks: readonly Webhook[] }) {
  const t = words("webhooks");
  if (webhooks.length === 0) return <p className={styles.empty}>{t("empty")}</p>;
  return (
    <ul className={styles.list} aria-label={t("title")}>
      {webhooks.map((webhook) => (
        <li key={webhook.id} className={styles.item}>
          <h2>
            <a href={`/desk/settings/webhooks/${webhook.id}`}>{shortAddress(webhook.url)}</a>
          </h2>
          <WebhookStatus webhook={webhook} />
          <p className={styles.meta}>
            <span>{t("sends", { count: webhook.kinds.length })}</span>
            <span>{t("waiting", { count: webhook.waiting })}</span>
            <span>
              {rich(t, "addedBy", {
                name: webhook.createdBy.name,
                time: <RelativeTime at={webhook.createdAt} />,
              })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Host and path: what follows a "?" often is a key. */
export function shortAddress(url: string): string {
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : `${host}${pathname}`;
}
