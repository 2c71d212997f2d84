// @vitest-environment jsdom
import { DateSettingsForm } from "@/components/account/date-settings-form";
import { TokenPanel } from "@/components/account/token-panel";
import { SavedViews } from "@/components/board/saved-views";
import { ClaimantForm } from "@/components/claimants/claimant-form";
import { type Send, testDrafts } from "@/components/drafts/drafted-forms.testing";
import { AnswerForm } from "@/components/inbox/answer-form";
import { HandlingForm } from "@/components/inbox/handling-form";
import { DuplicateMerge } from "@/components/merging/duplicate-merge";
import { PreferenceForm } from "@/components/notifications/preference-form";
import { PeoplePanel } from "@/components/people/people-panel";
import { DigestForm } from "@/components/reports/digest-form";
import { ApprovalsSetting } from "@/components/settings/approvals-setting";
import { NewScaleForm } from "@/components/settings/new-scale-form";
import { OrganisationForm } from "@/components/settings/organisation-setting";
import { RequirementsSetting } from "@/components/settings/requirements-setting";
import { ScaleEditor } from "@/components/settings/scale-editor";
import { TagsSetting } from "@/components/settings/tags-setting";
import { WatchingForm } from "@/components/settings/watching-setting";
import { PageTextForm } from "@/components/site-pages/page-text-form";
import { CitationImport } from "@/components/sources/citation-import";
import { SourceAdd } from "@/components/sources/source-add";
import { SourceForm } from "@/components/sources/source-form";
import { WebhookEdit } from "@/components/webhooks/webhook-edit";
import { WebhookForm } from "@/components/webhooks/webhook-form";
import { DEFAULT_PREFERENCE } from "@/lib/notifications/notification";
import { scaleTemplates } from "@/lib/ratings/scale-templates";
import { defaultSettings } from "@/lib/settings/desk-settings";
import { buildSource } from "@/lib/testing/builders";

const ratings = scaleTemplates[0]?.ratings.slice(0, 3) ?? [];
const claimant = {
  ...{ id: "claimant", kind: "person" as const, name: "Ann Lee", revision: 1 },
  ...{ description: null, aliases: [], sameAs: [] },
};
const setting = (save: Send) => ({ revision: 1, save });

testDrafts({
  "a token": { form: (send) => <TokenPanel tokens={[]} actions={{ create: send, revoke: send }} /> },
  "an answer to a reader": { form: (send) => <AnswerForm id="m" email="ann@example.org" send={send} /> },
  "how a message is handled": {
    form: (send) => (
      <HandlingForm
        message={{ id: "m", revision: 1, assignee: null, note: null }}
        people={[{ id: "ann", name: "Ann" }]}
        save={send}
      />
    ),
  },
  "a page about the newsroom": {
    form: (send) => <PageTextForm page="about" language="en" sections={{}} revision={0} save={send} />,
  },
  "a webhook": { form: (send) => <WebhookForm add={send} /> },
  "the address of a webhook": {
    form: (send) => (
      <WebhookEdit
        webhook={{ id: "hook", url: "https://example.org/hook", kinds: ["claim.approved"] }}
        change={send}
      />
    ),
  },
  "dates and times": {
    form: (send) => (
      <DateSettingsForm
        stored={{ language: null, timeZone: null }}
        current={{ language: "en", timeZone: "Europe/Berlin" }}
        save={send}
      />
    ),
  },
  "a new view": {
    form: (send) => (
      <SavedViews
        views={[]}
        path="/desk"
        query="q=trade"
        actorId="ada"
        actions={{ saveView: send, changeView: send, deleteView: send }}
      />
    ),
    opens: "Save this view",
  },
  "a view": {
    form: (send) => (
      <SavedViews
        views={[
          {
            ...{ id: "view", name: "Late", query: "due=overdue", shared: false, revision: 1 },
            owner: { id: "ada", name: "Ada" },
          },
        ]}
        path="/desk"
        query="due=overdue"
        actorId="ada"
        actions={{ saveView: send, changeView: send, deleteView: send }}
      />
    ),
    opens: "Edit",
  },
  "a claimant": { form: (send) => <ClaimantForm claimant={claimant} save={send} /> },
  notifications: {
    form: (send) => <PreferenceForm preference={DEFAULT_PREFERENCE} sendsMail reviews save={send} />,
  },
  "a colleague’s invitation": {
    form: (send) => (
      <PeoplePanel
        people={[]}
        invitations={[]}
        actorId="ada"
        passwordsOff={false}
        actions={{
          ...{ invite: send, revoke: send, changeRole: send, disable: send },
          ...{ endSessions: send, resetSecondFactor: send, renewPassword: send },
        }}
      />
    ),
  },
  "the number of approvals": {
    form: (send) => <ApprovalsSetting value={defaultSettings.requiredApprovals} {...setting(send)} />,
  },
  "required fields": {
    form: (send) => <RequirementsSetting value={defaultSettings.claimRequirements} {...setting(send)} />,
  },
  tags: { form: (send) => <TagsSetting value={defaultSettings.tags} {...setting(send)} /> },
  "the organisation": {
    form: (send) => (
      <OrganisationForm value={defaultSettings.organisation} addLogo={send} {...setting(send)} />
    ),
  },
  watching: { form: (send) => <WatchingForm value={defaultSettings.watching} {...setting(send)} /> },
  "a new scale": { form: (send) => <NewScaleForm create={send} /> },
  "a scale": {
    form: (send) => <ScaleEditor scale={{ id: "scale", version: 1, ratings }} save={send} />,
  },
  citations: { form: (send) => <CitationImport importSources={send} /> },
  "a new source": { form: (send) => <SourceAdd add={send} /> },
  "a source": {
    form: (send) => <SourceForm source={{ ...buildSource(), revision: 1 }} save={send} />,
  },
  "the merge of a duplicate": {
    form: (send) => (
      <DuplicateMerge
        keepId="kept"
        draftKey="merge:kept"
        page="/desk/sources/kept"
        labels={{ duplicate: "Duplicate", hint: "Its name", run: "Merge" }}
        field={({ control, value, onPick }) => (
          <input
            {...control}
            value={value}
            onChange={({ target: { value: name } }) => onPick({ id: name, name })}
          />
        )}
        merge={send}
      />
    ),
    sends: "Merge",
  },
  "the report of a period": {
    form: () => (
      <DigestForm today="2026-11-30" ratings={ratings} languages={["en", "es"]} onPreparing={() => {}} />
    ),
  },
});
