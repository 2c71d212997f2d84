import { useCallback, useEffect, useRef, useState } from "react";
import { type DeskRead, deskRead } from "@/components/reads/read-desk";
import { browserStorage } from "@/components/storage/browser-storage";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import { err, type Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { useDraftOwner } from "./draft-owner-context";
import { fingerprintOf } from "./fingerprint-of";
import { formKey, readForm } from "./form-draft";

/** A form that was sent, and whose answer has not arrived. */
interface Sent {
  /** The same each time that this content is sent: the server carries it out once. */
  key: string;
  fingerprint: string;
}

/** A form that was sent before and took effect. */
export interface EarlierSubmission<T> {
  key: string;
  /** What the server answered; null if its answer is not stored. */
  value: T | null;
}

export type FindSubmission = DeskRead<{ key: string }, { state: "none" } | { state: "done"; value: unknown }>;

const findSubmission: FindSubmission = deskRead("submission");

const NOTHING_SENT = { sent: [] as Sent[] };

export interface Submission<I, T> {
  /** Sends the form. If the same content was sent before, the result is that of the first time. */
  submit: (input: I) => Promise<Result<T, Failure>>;
  /** What was sent before this page was opened, and took effect, though no answer arrived: to be shown. */
  earlier: readonly EarlierSubmission<T>[];
  /** Drops what `earlier` shows. */
  dismiss: () => void;
}

/**
 * Sends a form that creates something, so that it is created once: its key is stored in this browser until the answer arrives, also over a
 * reload.
 * @param name identifies the form, as for `useFormDraft`
 * @param send the server action; it passes the key to `asActorOnce`
 * @param options.isSeries the form sends many things, one after the other. Otherwise other content is sent only once it is known what became
 * of the content before.
 */
export function useSubmission<I, T>(
  name: string,
  send: (input: I, key: string) => Promise<Result<T, Failure>>,
  { isSeries = false }: { isSeries?: boolean } = {},
): Submission<I, T> {
  const ownerId = useDraftOwner();
  const storageKey = ownerId === null ? null : formKey(ownerId, `${name}:sent`);
  const [earlier, setEarlier] = useState<readonly EarlierSubmission<T>[]>([]);
  /** Where nothing can be stored. */
  const inMemory = useRef<readonly Sent[]>([]);

  const read = useCallback((): readonly Sent[] => {
    if (storageKey === null) return inMemory.current;
    return readForm(storageKey, NOTHING_SENT, ({ sent }) => sent.every(isSent))?.value.sent ?? [];
  }, [storageKey]);
  const store = useCallback(
    (sent: readonly Sent[]) => {
      inMemory.current = sent;
      if (storageKey === null) return;
      if (sent.length === 0) browserStorage.remove(storageKey);
      else
        void browserStorage.set(
          storageKey,
          JSON.stringify({ value: { sent }, at: new Date().toISOString() }),
        );
    },
    [storageKey],
  );

  /** Asks what became of everything sent. */
  const look = useCallback(async (): Promise<Result<EarlierSubmission<T>[], Failure>> => {
    const done: EarlierSubmission<T>[] = [];
    for (const { key } of read()) {
      const found = await attempt(() => findSubmission({ key }));
      if (!found.ok) return found;
      if (found.value.state === "done") done.push({ key, value: found.value.value as T | null });
    }
    return { ok: true, value: done };
  }, [read]);

  useEffect(() => {
    let isOpen = true;
    void look().then((found) => {
      // Without an answer, nothing is known: sending again is safe.
      if (isOpen && found.ok) setEarlier(found.value);
    });
    return () => {
      isOpen = false;
    };
  }, [look]);

  async function submit(input: I): Promise<Result<T, Failure>> {
    const fingerprint = fingerprintOf(JSON.stringify(input));
    const known = read().find((each) => each.fingerprint === fingerprint);
    if (!known && !isSeries && read().length > 0) {
      // What is shown already is known to the person.
      const found = earlier.length > 0 ? null : await look();
      if (found && !found.ok) return found;
      if (found && found.value.length > 0) {
        setEarlier(found.value);
        return err({ kind: "invalid", message: words("submissions")("sentBefore") });
      }
      store([]);
    }
    const { key } = known ?? { key: crypto.randomUUID() };
    store([...read().filter((each) => each.key !== key), { key, fingerprint }]);
    const result = await attempt(() => send(input, key));
    if (result.ok || result.error.kind !== "unavailable") {
      store(read().filter((each) => each.key !== key));
      setEarlier((shown) => shown.filter((each) => each.key !== key));
    }
    return result;
  }

  return {
    submit,
    earlier,
    dismiss() {
      store(read().filter(({ key }) => !earlier.some((each) => each.key === key)));
      setEarlier([]);
    },
  };
}

function isSent(value: unknown): value is Sent {
  const { key, fingerprint } = (value ?? {}) as Partial<Sent>;
  return typeof key === "string" && typeof fingerprint === "string";
}
