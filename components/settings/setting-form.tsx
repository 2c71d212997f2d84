"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { visuallyHidden } from "@/components/ui/visually-hidden";
import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import type { DeskSettings, SettingKey } from "@/lib/settings/desk-settings";
import { settingWords } from "@/lib/settings/setting-words";
import { SettingValue } from "./setting-section";
import styles from "./settings.module.css";
import type { SettingSave } from "./use-setting";

/** The form of one setting. Each setting is saved on its own. */
export function SettingForm<Key extends SettingKey, Content>({
  name,
  label,
  saving,
  onSubmit,
  onUseTheirs,
  children,
}: {
  name: Key;
  /** Accessible name of the form. */
  label: string;
  saving: SettingSave<Key, Content>;
  onSubmit: () => void;
  /** Replaces what the form holds with what someone else has saved in the meantime. */
  onUseTheirs: (theirs: DeskSettings[Key]) => void;
  children: ReactNode;
}) {
  const t = useWords("settings");
  const common = useWords("common");
  const { pending, saved, failure, theirs } = saving;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);
  return (
    <Form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!pending) onSubmit();
      }}
    >
      <RestoredNotice restored={saving.restored} />
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">
          <p className={styles.plain}>{failure.message}</p>
          {theirs !== null && (
            <>
              <SettingValue sentences={settingWords[name](theirs)} />
              <Button
                onClick={() => {
                  onUseTheirs(theirs);
                  saving.clearFailure();
                }}
              >
                {t("useTheirs")}
              </Button>
            </>
          )}
        </Notice>
      )}
      {children}
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {rich(t, "save", { pending: String(pending), setting: label, hidden: visuallyHidden })}
        </Button>
        <span role="status">{saved && common("saved")}</span>
      </div>
    </Form>
  );
}
