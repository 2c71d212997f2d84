import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { NewScaleForm } from "@/components/settings/new-scale-form";
import { newestOf, ScaleList } from "@/components/settings/scale-list";
import { SettingsNav } from "@/components/settings/settings-nav";
import { WhomToAsk } from "@/components/settings/whom-to-ask";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { listScalesOfDesk } from "@/lib/workflows/settings/list-scales";
import { chooseDefaultAction, makeScaleAction } from "./actions";
import { scaleView } from "./scale-view";

export const metadata: Metadata = { title: "Rating scales" };

/** The scales that claims are rated on. */
export default async function ScalesPage() {
  const actor = await requireActor("/desk/settings/scales");
  const [result, settings] = await Promise.all([listScalesOfDesk(actor), getDeskSettings(actor)]);
  if (!result.ok) throw new Error(result.error.message);
  if (!settings.ok) throw new Error(settings.error.message);
  const scales = result.value.map(scaleView);
  const mayChange = can(actor, "change", "scale").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>
          Rating scales <span className={desk.count}>{newestOf(scales).length}</span>
        </h1>
      </div>
      <SettingsNav here="/desk/settings/scales" />
      <p className={desk.hint}>
        New articles get the default scale. An article can be moved to another on its page; what is published
        keeps the scale that it was published with.
      </p>
      {!mayChange && <WhomToAsk administrators={settings.value.administrators} />}
      <ScaleList scales={scales} {...(mayChange && { choose: chooseDefaultAction })} />
      {mayChange && <NewScaleForm make={makeScaleAction} />}
    </main>
  );
}
