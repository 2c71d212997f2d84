import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { NewScaleForm } from "@/components/settings/new-scale-form";
import { latestOf, ScaleList } from "@/components/settings/scale-list";
import { SettingsNav } from "@/components/settings/settings-nav";
import { WhomToAsk } from "@/components/settings/whom-to-ask";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { words } from "@/lib/words/words";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { chooseDefaultAction, createScaleAction } from "./actions";
import { scaleView } from "./scale-view";

const t = words("settings");

export const metadata: Metadata = { title: t("scales.title") };

export default async function ScalesPage() {
  const actor = await requireActor("/desk/settings/scales");
  const [result, settings] = await Promise.all([listScalesOfDesk(actor), getDeskSettings(actor)]);
  if (!result.ok) throw new Error(result.error.message);
  if (!settings.ok) throw new Error(settings.error.message);
  const scales = result.value.map(scaleView);
  const canChange = can(actor, "change", "scale").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>
          {t("scales.title")} <span className={desk.count}>{latestOf(scales).length}</span>
        </h1>
      </div>
      <SettingsNav here="/desk/settings/scales" />
      <p className={desk.hint}>{t("scales.hint")}</p>
      {!canChange && <WhomToAsk administrators={settings.value.administrators} />}
      <ScaleList scales={scales} {...(canChange && { choose: chooseDefaultAction })} />
      {canChange && <NewScaleForm create={createScaleAction} />}
    </main>
  );
}
