import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type DeskSettings, type SettingKey, settingInputs } from "@/lib/settings/desk-settings";

export type SaveSetting = (input: {
  key: SettingKey;
  revision: number;
  value: unknown;
}) => Promise<Result<{ revision: number }, Failure>>;

/** Where saving a setting stands. */
export interface SettingSave<Key extends SettingKey> {
  pending: boolean;
  saved: boolean;
  failure: Failure | null;
  /** What somebody else saved in the meantime; the next save puts another in its place. */
  theirs: DeskSettings[Key] | null;
  /** What is wrong, by the field's path; "" is the setting as a whole. */
  messages: (path: string) => string[] | undefined;
  submit: (value: DeskSettings[Key]) => Promise<void>;
  /** What was typed is given up for what somebody else saved. */
  settle: () => void;
}

/** Saves one setting on the revision that was seen. What was typed stays with the form, whatever comes of it. */
export function useSetting<Key extends SettingKey>(
  key: Key,
  revision: number,
  save: SaveSetting,
): SettingSave<Key> {
  const router = useRouter();
  /** The revision whose value one sees: the page may be refreshed meanwhile, and what was not seen is not to be overwritten. */
  const seen = useRef(revision);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(value: DeskSettings[Key]) {
    setPending(true);
    setSaved(false);
    const result = await attempt(() => save({ key, revision: seen.current, value }));
    setPending(false);
    setSaved(result.ok);
    setFailure(result.ok ? null : result.error);
    if (result.ok) {
      seen.current = result.value.revision;
      router.refresh();
    } else if (result.error.kind === "stale") {
      seen.current = (result.error.current as { revision: number }).revision;
    }
  }

  return {
    pending,
    saved,
    failure,
    theirs: failure?.kind === "stale" ? settingFrom(key, failure.current) : null,
    messages: (path) => (failure?.kind === "invalid" ? failure.fields?.[path] : undefined),
    submit,
    settle: () => setFailure(null),
  };
}

function settingFrom<Key extends SettingKey>(key: Key, current: unknown): DeskSettings[Key] | null {
  const parsed = settingInputs[key].safeParse((current as { value: unknown }).value);
  return parsed.success ? (parsed.data as DeskSettings[Key]) : null;
}
