import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import desk from "@/components/desk/desk-page.module.css";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { DeliveryList } from "@/components/webhooks/delivery-list";
import { WebhookControls } from "@/components/webhooks/webhook-controls";
import { WebhookEdit } from "@/components/webhooks/webhook-edit";
import { shortAddress } from "@/components/webhooks/webhook-list";
import { WebhookStatus } from "@/components/webhooks/webhook-status";
import { rich } from "@/components/words/rich";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { listDeliveries } from "@/lib/workflows/webhooks/list-deliveries";
import {
  changeWebhookAction,
  deleteWebhookAction,
  redeliverAction,
  rotateWebhookSecretAction,
  setWebhookStateAction,
  testWebhookAction,
} from "../actions";

interface Props {
  params: Promise<{ webhookId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

const t = words("webhooks");

export const metadata: Metadata = { title: t("title") };

/** One webhook: whether it works, what can be done with it, and what was sent to it. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const { webhookId } = await params;
  const { after } = await searchParams;
  const actor = await requireActor(`/desk/settings/webhooks/${webhookId}`);
  const listed = await listDeliveries(actor, {
    webhookId,
    ...(typeof after === "string" && { cursor: after }),
  });
  if (!listed.ok) {
    if (listed.error.kind === "forbidden") forbidden();
    notFound();
  }
  const { webhook, deliveries, nextCursor } = listed.value;
  const { state, retryAt, formerSecretUntil } = webhook;
  return (
    <main id="content" className={desk.page}>
      <SettingsNav here="/desk/settings/webhooks" />
      <p>
        <a href="/desk/settings/webhooks">{t("back")}</a>
      </p>
      <div className={desk.head}>
        <h1>{shortAddress(webhook.url)}</h1>
        <WebhookStatus webhook={webhook} />
      </div>
      {state === "disabled" && <Notice tone="failure">{t("disabledNotice")}</Notice>}
      {state === "paused" && <Notice>{t("pausedNotice")}</Notice>}
      {state === "active" && retryAt !== null && (
        <Notice>{rich(t, "retryNotice", { time: <RelativeTime at={retryAt} /> })}</Notice>
      )}
      <p className={desk.meta}>
        <span>{webhook.url}</span>
        <span>{t("waiting", { count: webhook.waiting })}</span>
        {formerSecretUntil !== null && new Date(formerSecretUntil) > new Date() && (
          <span>{rich(t, "formerSecret", { time: <RelativeTime at={formerSecretUntil} /> })}</span>
        )}
      </p>
      <WebhookControls
        webhook={webhook}
        actions={{
          test: testWebhookAction,
          setState: setWebhookStateAction,
          rotate: rotateWebhookSecretAction,
          remove: deleteWebhookAction,
        }}
      />
      <WebhookEdit
        webhook={{ id: webhook.id, url: webhook.url, kinds: webhook.kinds }}
        change={changeWebhookAction}
      />
      <section aria-labelledby="deliveries">
        <h2 id="deliveries">{t("deliveries")}</h2>
        <p className={desk.hint}>{t("deliveriesHint")}</p>
        <DeliveryList deliveries={deliveries} redeliver={redeliverAction} />
        {nextCursor !== null && <a href={`?after=${nextCursor}`}>{t("older")}</a>}
      </section>
    </main>
  );
}
