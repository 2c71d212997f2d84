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

/** The state of saving a setting. */
export interface SettingSave<Key extends SettingKey> {
  pending: boolean;
  saved: boolean;
  failure: Failure | null;
  /** What someone else has saved in the meantime. The next save overwrites it. */
  theirs: DeskSettings[Key] | null;
  /** Error messages by the path of the field; "" is the setting itself. */
  messages: (path: string) => string[] | undefined;
  submit: (value: DeskSettings[Key]) => Promise<void>;
  /** Forgets the failure once the person has chosen the other version. */
  clearFailure: () => void;
}

/** Saves one setting, based on the revision the person saw. The form keeps its input if saving fails. */
export function useSetting<Key extends SettingKey>(
  key: Key,
  revision: number,
  save: SaveSetting,
): SettingSave<Key> {
  const router = useRouter();
  /** The revision the form was filled from. A refresh brings a newer revision to the page, which the person may not have seen. */
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
    clearFailure: () => setFailure(null),
  };
}

function settingFrom<Key extends SettingKey>(key: Key, current: unknown): DeskSettings[Key] | null {
  const parsed = settingInputs[key].safeParse((current as { value: unknown }).value);
  return parsed.success ? (parsed.data as DeskSettings[Key]) : null;
}
