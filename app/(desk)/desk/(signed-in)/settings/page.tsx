import type { Metadata } from "next";
import desk from "@/components/desk/desk-page.module.css";
import { ApprovalsSetting } from "@/components/settings/approvals-setting";
import { RequirementsSetting } from "@/components/settings/requirements-setting";
import { SettingSection, SettingValue } from "@/components/settings/setting-section";
import { SettingsNav } from "@/components/settings/settings-nav";
import { TagsSetting } from "@/components/settings/tags-setting";
import { WhomToAsk } from "@/components/settings/whom-to-ask";
import { requireActor } from "@/lib/auth/require-actor";
import { can } from "@/lib/policies/can";
import { settingWords } from "@/lib/settings/setting-words";
import { getDeskSettings } from "@/lib/workflows/settings/desk-settings";
import { saveSettingAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

/** What administrators decide for the desk: everybody sees it, and they change it here. */
export default async function SettingsPage() {
  const actor = await requireActor("/desk/settings");
  const result = await getDeskSettings(actor);
  if (!result.ok) throw new Error(result.error.message);
  const { settings, states, administrators } = result.value;
  const mayChange = can(actor, "change", "setting").allowed;
  return (
    <main id="content" className={desk.page}>
      <div className={desk.head}>
        <h1>Settings</h1>
      </div>
      <SettingsNav here="/desk/settings" />
      {!mayChange && <WhomToAsk administrators={administrators} />}
      <SettingSection
        title="Required approvals"
        hint="How many people sign off each claim of a new article. Nobody signs off a claim that they wrote. Where it takes more than one, each votes without seeing how the others did, and votes that differ have to be settled. Older articles keep their number; it can be raised on their pages."
        state={states.requiredApprovals}
      >
        {mayChange ? (
          <ApprovalsSetting
            value={settings.requiredApprovals}
            revision={states.requiredApprovals.revision}
            save={saveSettingAction}
          />
        ) : (
          <SettingValue words={settingWords.requiredApprovals(settings.requiredApprovals)} />
        )}
      </SettingSection>
      <SettingSection
        title="Required fields"
        hint="What a claim needs before another person reviews it, besides a verdict with a rationale. Drafts are saved without."
        state={states.claimRequirements}
      >
        {mayChange ? (
          <RequirementsSetting
            value={settings.claimRequirements}
            revision={states.claimRequirements.revision}
            save={saveSettingAction}
          />
        ) : (
          <SettingValue words={settingWords.claimRequirements(settings.claimRequirements)} />
        )}
      </SettingSection>
      <SettingSection
        title="Tags"
        hint="The tags that are offered where a claim is marked, so that one thing has one name."
        state={states.tags}
      >
        {mayChange ? (
          <TagsSetting value={settings.tags} revision={states.tags.revision} save={saveSettingAction} />
        ) : (
          <SettingValue words={settingWords.tags(settings.tags)} />
        )}
      </SettingSection>
    </main>
  );
}
