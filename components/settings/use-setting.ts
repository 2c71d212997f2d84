import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type RestoredDraft, useFormDraft } from "@/components/drafts/use-form-draft";
import { attempt } from "@/components/ui/attempt";
import { useWords } from "@/components/words/use-words";
import type { Failure } from "@/lib/failure";
import type { Result } from "@/lib/result";
import { type DeskSettings, type SettingKey, settingInputs } from "@/lib/settings/desk-settings";

export type SaveSetting = (input: {
  key: SettingKey;
  revision: number;
  value: unknown;
}) => Promise<Result<{ revision: number }, Failure>>;

/** The state of saving a setting. */
export interface SettingSave<Key extends SettingKey, Content> {
  /** What the form contains. It survives reloads until it is saved or discarded. */
  content: Content;
  change: (part: Partial<Content>) => void;
  /** Like `change`, for what someone else saved: what it replaces can be brought back. */
  replace: (part: Partial<Content>) => void;
  restored: RestoredDraft;
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

/** Saves one setting, based on the revision the person saw. The form keeps its input if saving fails. @param initial what the form contains first */
export function useSetting<Key extends SettingKey, Content extends object>(
  key: Key,
  revision: number,
  save: SaveSetting,
  initial: Content,
): SettingSave<Key, Content> {
  const common = useWords("common");
  const router = useRouter();
  /**
   * The revision the form was filled from. A refresh brings a newer revision to the page, which the person may not have seen. After a
   * conflict it is the newer one, but not in the draft: after a reload, the conflict must be shown again.
   */
  const seen = useRef(revision);
  const draft = useFormDraft(
    `setting:${key}`,
    { content: initial, revision },
    {
      typed: ({ content }) => content,
      onRestore: (restored) => {
        seen.current = restored.revision;
      },
    },
  );
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
      draft.forget({ ...draft.value, revision: result.value.revision });
      router.refresh();
    } else if (result.error.kind === "stale") {
      seen.current = (result.error.current as { revision: number }).revision;
    }
  }

  return {
    content: draft.value.content,
    change: (part) => draft.change((before) => ({ ...before, content: { ...before.content, ...part } })),
    replace: (part) =>
      draft.replace(
        (before) => ({ ...before, content: { ...before.content, ...part } }),
        common("draft.replaced"),
      ),
    restored: draft.restored,
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
