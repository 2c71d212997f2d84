import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { ApprovalsSetting } from "@/components/settings/approvals-setting";
import { OrganisationForm } from "@/components/settings/organisation-setting";
import { RequirementsSetting } from "@/components/settings/requirements-setting";
import { SettingSection, SettingValue } from "@/components/settings/setting-section";
import { SettingsNav } from "@/components/settings/settings-nav";
import { TagsSetting } from "@/components/settings/tags-setting";
import { WatchingForm } from "@/components/settings/watching-setting";
import { WhomToAsk } from "@/components/settings/whom-to-ask";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { settingWords } from "@/lib/settings/setting-words";
import { words } from "@/lib/words/words";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { addLogoAction, saveSettingAction } from "./actions";

const t = words("settings");
const organisation = words("organisation");
const watching = words("watching");

export const metadata: Metadata = { title: t("title") };

/** The settings of the desk. Everyone at the desk can see them; administrators can change them. */
export default async function SettingsPage() {
  const actor = await requireActor("/desk/settings");
  const result = await getDeskSettings(actor);
  if (!result.ok) throw new Error(result.error.message);
  const { settings, states, administrators } = result.value;
  const canChange = can(actor, "change", "setting").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>{t("title")}</h1>
      </div>
      <SettingsNav here="/desk/settings" />
      {!canChange && <WhomToAsk administrators={administrators} />}
      <SettingSection title={organisation("title")} hint={organisation("hint")} state={states.organisation}>
        {canChange ? (
          <OrganisationForm
            value={settings.organisation}
            revision={states.organisation.revision}
            save={saveSettingAction}
            addLogo={addLogoAction}
          />
        ) : (
          <SettingValue sentences={settingWords.organisation(settings.organisation)} />
        )}
      </SettingSection>
      <SettingSection
        title={t("approvals.title")}
        hint={t("approvals.hint")}
        state={states.requiredApprovals}
      >
        {canChange ? (
          <ApprovalsSetting
            value={settings.requiredApprovals}
            revision={states.requiredApprovals.revision}
            save={saveSettingAction}
          />
        ) : (
          <SettingValue sentences={settingWords.requiredApprovals(settings.requiredApprovals)} />
        )}
      </SettingSection>
      <SettingSection title={t("fields.title")} hint={t("fields.hint")} state={states.claimRequirements}>
        {canChange ? (
          <RequirementsSetting
            value={settings.claimRequirements}
            revision={states.claimRequirements.revision}
            save={saveSettingAction}
          />
        ) : (
          <SettingValue sentences={settingWords.claimRequirements(settings.claimRequirements)} />
        )}
      </SettingSection>
      <SettingSection title={t("tags.title")} hint={t("tags.hint")} state={states.tags}>
        {canChange ? (
          <TagsSetting value={settings.tags} revision={states.tags.revision} save={saveSettingAction} />
        ) : (
          <SettingValue sentences={settingWords.tags(settings.tags)} />
        )}
      </SettingSection>
      <SettingSection
        title={watching("setting.title")}
        hint={watching("setting.hint")}
        state={states.watching}
      >
        {canChange ? (
          <WatchingForm
            value={settings.watching}
            revision={states.watching.revision}
            save={saveSettingAction}
          />
        ) : (
          <SettingValue sentences={settingWords.watching(settings.watching)} />
        )}
      </SettingSection>
    </main>
  );
}
