"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import type { DeskSettings, SettingKey } from "@/lib/settings/desk-settings";
import { settingWords } from "@/lib/settings/setting-words";
import { SettingValue } from "./setting-section";
import styles from "./settings.module.css";
import type { SettingSave } from "./use-setting";

/** The form of one setting, which saves by itself. */
export function SettingForm<Key extends SettingKey>({
  name,
  label,
  saving,
  onSubmit,
  onTake,
  children,
}: {
  name: Key;
  /** What the form is called for those who hear it. */
  label: string;
  saving: SettingSave<Key>;
  onSubmit: () => void;
  /** What somebody else saved in the meantime is to stand in the form. */
  onTake: (theirs: DeskSettings[Key]) => void;
  children: ReactNode;
}) {
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
      {failure && !(failure.kind === "invalid" && failure.fields) && (
        <Notice tone="failure">
          <p className={styles.plain}>{failure.message}</p>
          {theirs !== null && (
            <>
              <SettingValue words={settingWords[name](theirs)} />
              <Button
                onClick={() => {
                  onTake(theirs);
                  saving.settle();
                }}
              >
                Take theirs
              </Button>
            </>
          )}
        </Notice>
      )}
      {children}
      <div className={styles.actions}>
        <Button type="submit" look="primary" pending={pending}>
          {pending ? "Saving …" : "Save"}
          <span className="visually-hidden"> {label}</span>
        </Button>
        <span role="status">{saved && "Saved"}</span>
      </div>
    </Form>
  );
}
