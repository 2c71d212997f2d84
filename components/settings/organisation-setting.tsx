"use client";

import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import { nonBlankLines } from "@/lib/non-blank-lines";
import type { OrganisationSetting } from "@/lib/settings/organisation-input";
import { type AddLogo, LogoField } from "./logo-field";
import { organisationDraftOf, organisationIn, type TextField } from "./organisation-draft";
import { SettingForm } from "./setting-form";
import styles from "./settings.module.css";
import { type SaveSetting, useSetting } from "./use-setting";

/** The path of a field in the setting, where it differs. */
const PATHS: Partial<Record<TextField, string>> = {
  ethicsUrl: "policies.ethicsUrl",
  correctionsUrl: "policies.correctionsUrl",
  methodUrl: "policies.methodUrl",
};
const LISTS: ReadonlySet<TextField> = new Set(["languages", "sameAs"]);
const ROWS: Partial<Record<TextField, number>> = { address: 3, languages: 2, funding: 4, sameAs: 3 };
const INPUTS: Partial<Record<TextField, { type: "url" | "email"; placeholder?: string }>> = {
  url: { type: "url", placeholder: "https://" },
  contactUrl: { type: "url", placeholder: "https://" },
  ethicsUrl: { type: "url", placeholder: "https://" },
  correctionsUrl: { type: "url", placeholder: "https://" },
  methodUrl: { type: "url", placeholder: "https://" },
  email: { type: "email" },
};
const HINTS = {
  legalName: "legalNameHint",
  languages: "languagesHint",
  funding: "fundingHint",
  licence: "licenceHint",
  sameAs: "sameAsHint",
} as const;

/** Who publishes the fact-checks: what reports, citations and data for search engines say about them. */
export function OrganisationForm({
  value,
  revision,
  save,
  addLogo,
}: {
  value: OrganisationSetting;
  revision: number;
  save: SaveSetting;
  addLogo: AddLogo;
}) {
  const t = useWords("organisation");
  const saving = useSetting("organisation", revision, save, organisationDraftOf(value));
  // A draft can be from before there were more fields than two.
  const draft = { ...organisationDraftOf(value), ...saving.content };

  const messagesOf = (field: TextField) => {
    const path = PATHS[field] ?? field;
    const rows = LISTS.has(field) ? nonBlankLines(draft[field]).map((_, index) => `${path}.${index}`) : [];
    return [...new Set([path, ...rows].flatMap((each) => saving.messages(each) ?? []))];
  };
  const field = (name: TextField, isOptional = true) => {
    const rows = ROWS[name];
    const hint = name in HINTS ? t(HINTS[name as keyof typeof HINTS]) : undefined;
    return (
      <Field key={name} label={t(name)} optional={isOptional} hint={hint} errors={messagesOf(name)}>
        {(control) =>
          rows ? (
            <textarea
              {...control}
              rows={Math.max(rows, draft[name].split("\n").length)}
              value={draft[name]}
              onChange={(event) => saving.change({ [name]: event.target.value })}
            />
          ) : (
            <input
              {...control}
              {...INPUTS[name]}
              value={draft[name]}
              onChange={(event) => saving.change({ [name]: event.target.value })}
            />
          )
        }
      </Field>
    );
  };

  return (
    <SettingForm
      name="organisation"
      label={t("title")}
      saving={saving}
      onSubmit={() => saving.submit(organisationIn(draft))}
      onUseTheirs={(theirs) => saving.replace(organisationDraftOf(theirs))}
    >
      {field("name", false)}
      {field("legalName")}
      {field("url")}
      <LogoField
        logo={draft.logo}
        addLogo={addLogo}
        onChange={(logo) => saving.change({ logo })}
        errors={saving.messages("logo")}
      />
      {field("address")}
      {field("email")}
      {field("contactUrl")}
      {field("languages")}
      {field("funding")}
      <fieldset className={styles.checks}>
        <legend>{t("policies")}</legend>
        {field("ethicsUrl")}
        {field("correctionsUrl")}
        {field("methodUrl")}
      </fieldset>
      {field("licence")}
      {field("sameAs")}
    </SettingForm>
  );
}
