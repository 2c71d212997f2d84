"use client";

import { Field } from "@/components/ui/field";
import { useWords } from "@/components/words/use-words";
import type { WatchingSetting } from "@/lib/settings/desk-settings";
import { SettingForm } from "./setting-form";
import { type SaveSetting, useSetting } from "./use-setting";

const FIELDS = ["pageDays", "idleDays"] as const;

/** How often the pages of sources are checked, and after which time people are reminded of assigned work. */
export function WatchingForm({
  value,
  revision,
  save,
}: {
  value: WatchingSetting;
  revision: number;
  save: SaveSetting;
}) {
  const t = useWords("watching");
  const saving = useSetting("watching", revision, save, textOf(value));
  return (
    <SettingForm
      name="watching"
      label={t("setting.title")}
      saving={saving}
      onSubmit={() =>
        saving.submit({
          pageDays: Number(saving.content.pageDays || Number.NaN),
          idleDays: Number(saving.content.idleDays || Number.NaN),
        })
      }
      onUseTheirs={(theirs) => saving.replace(textOf(theirs))}
    >
      {FIELDS.map((name) => (
        <Field
          key={name}
          label={t(`setting.${name}`)}
          hint={t(`setting.${name}Hint`)}
          errors={saving.messages(name)}
        >
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              value={saving.content[name]}
              onChange={({ target }) => saving.change({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </SettingForm>
  );
}

const textOf = ({ pageDays, idleDays }: WatchingSetting) => ({
  pageDays: String(pageDays),
  idleDays: String(idleDays),
});
