import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { SettingsNav } from "@/components/settings/settings-nav";
import { WhomToAsk } from "@/components/settings/whom-to-ask";
import { WebhookForm } from "@/components/webhooks/webhook-form";
import { WebhookList } from "@/components/webhooks/webhook-list";
import { requireActor } from "@/lib/auth/require-actor";
import { words } from "@/lib/words/words";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listWebhooks } from "@/lib/workflows/webhooks/manage-webhooks";
import { addWebhookAction } from "./actions";

const t = words("webhooks");

export const metadata: Metadata = { title: t("title") };

/** The webhooks of the desk. Only administrators see them: their addresses often contain keys. */
export default async function WebhooksPage() {
  const actor = await requireActor("/desk/settings/webhooks");
  const [webhooks, settings] = await Promise.all([listWebhooks(actor), getDeskSettings(actor)]);
  if (!settings.ok) throw new Error(settings.error.message);
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>
          {t("title")}
          {webhooks.ok && <span className={desk.count}> {webhooks.value.length}</span>}
        </h1>
      </div>
      <SettingsNav here="/desk/settings/webhooks" />
      <p className={desk.hint}>{t("hint")}</p>
      {webhooks.ok ? (
        <>
          <WebhookList webhooks={webhooks.value} />
          <WebhookForm add={addWebhookAction} />
        </>
      ) : (
        <WhomToAsk administrators={settings.value.administrators} />
      )}
    </main>
  );
}
