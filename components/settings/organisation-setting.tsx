"use client";

import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { OrganisationSetting } from "@/lib/settings/desk-settings";
import { SettingForm } from "./setting-form";
import { type SaveSetting, useSetting } from "./use-setting";

/** Who publishes the fact-checks: the name that ClaimReview, citations and reports give. */
export function OrganisationForm({
  value,
  revision,
  save,
}: {
  value: OrganisationSetting;
  revision: number;
  save: SaveSetting;
}) {
  const t = useWords("settings");
  const saving = useSetting("organisation", revision, save, { name: value.name ?? "", url: value.url ?? "" });
  const { name, url } = saving.content;
  return (
    <SettingForm
      name="organisation"
      label={t("organisation.title")}
      saving={saving}
      onSubmit={() => saving.submit({ name: name.trim() || null, url: url.trim() || null })}
      onUseTheirs={(theirs) => saving.replace({ name: theirs.name ?? "", url: theirs.url ?? "" })}
    >
      <Field label={t("organisation.name")} errors={saving.messages("name")}>
        {(control) => (
          <input
            {...control}
            value={name}
            autoComplete="organization"
            onChange={(event) => saving.change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("organisation.url")} optional errors={saving.messages("url")}>
        {(control) => (
          <input
            {...control}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => saving.change({ url: event.target.value })}
          />
        )}
      </Field>
    </SettingForm>
  );
}
