import styles from "@/components/desk/desk-page.module.css";
import { RelativeTime } from "@/components/ui/relative-time";
import { rich } from "@/components/words/rich";
import type { WebhookAttempt, WebhookDelivery } from "@/lib/webhooks/webhook";
import { words } from "@/lib/words/words";
import { type Redeliver, RedeliverButton } from "./redeliver-button";
import own from "./webhooks.module.css";

/** The deliveries of a webhook, each with its attempts. */
export function DeliveryList({
  deliveries,
  redeliver,
}: {
  deliveries: readonly WebhookDelivery[];
  redeliver: Redeliver;
}) {
  const t = words("webhooks");
  if (deliveries.length === 0) return <p className={styles.empty}>{t("deliveriesEmpty")}</p>;
  return (
    <ul className={styles.list} aria-label={t("deliveries")}>
      {deliveries.map(({ id, kind, at, state, nextAt, attempts }) => (
        <li key={id} className={styles.item}>
          <span>
            {t(`kind.${kind}`)} <span className={styles.status}>{t(`delivery.${state}`)}</span>
          </span>
          <RedeliverButton deliveryId={id} kind={t(`kind.${kind}`)} at={at} redeliver={redeliver} />
          <p className={styles.meta}>
            <RelativeTime at={at} />
            {nextAt !== null && (
              <span>{rich(t, "delivery.next", { time: <RelativeTime at={nextAt} /> })}</span>
            )}
          </p>
          {attempts.map((each) => (
            <Attempt key={each.id} attempt={each} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Attempt({
  attempt: { at, status, durationMs, failure, request, answer },
}: {
  attempt: WebhookAttempt;
}) {
  const t = words("webhooks");
  return (
    <details className={own.attempt}>
      <summary>
        {t("attempt", { status: status === null ? "none" : String(status), ms: durationMs })},{" "}
        <RelativeTime at={at} />
      </summary>
      {failure !== null && <p>{failure}</p>}
      <h3>{t("request")}</h3>
      {request === null ? <p>{t("requestGone")}</p> : <pre>{request}</pre>}
      {answer !== null && (
        <>
          <h3>{t("answer")}</h3>
          {answer === "" ? <p>{t("answerEmpty")}</p> : <pre>{answer}</pre>}
        </>
      )}
    </details>
  );
}
