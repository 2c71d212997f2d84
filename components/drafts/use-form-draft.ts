import { useCallback, useEffect, useRef, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { useDiscards } from "./discards-context";
import { useDraftOwner } from "./draft-owner-context";
import { formKey, readForm } from "./form-draft";

/** The content of a form, stored in this browser until it is saved or discarded. */
export interface FormDraft<T> {
  value: T;
  /** Whether something was typed that is not saved yet. */
  isChanged: boolean;
  /** Changes fields, or the entire content, and stores the result. */
  change: (next: Partial<T> | ((before: T) => T)) => void;
  /** The attributes of a text field, by the name of its field. */
  field: (name: TextFields<T>) => { value: string; onChange: (event: { target: { value: string } }) => void };
  /** To be called when the form was saved: drops the draft. @param next what the form shows from now on, if that differs */
  forget: (next?: T) => void;
  /**
   * Replaces what was typed by something else, and offers to bring it back.
   * @param message "What you entered was replaced."
   */
  replace: (next: Partial<T> | ((before: T) => T), message: string) => void;
  /**
   * To be called when the form is cancelled: drops the draft, and offers to bring it back if something was typed.
   * @param message "Comment discarded."
   * @param reopen opens the form again
   */
  cancel: (message: string, reopen: () => void) => void;
  /** What to say about the draft, for `RestoredNotice`. */
  restored: RestoredDraft;
}

/** A draft that was restored, and what can be done with it. */
export interface RestoredDraft {
  /** When the content that was restored was stored, ISO 8601; null if nothing was restored. */
  at: string | null;
  /** Shows the form as it was before anything was typed. */
  discard: () => void;
  /** Brings back what was discarded; null if nothing was. */
  undo: (() => void) | null;
  /** Shows what another tab stored while something else is typed here; null or missing if none did. */
  showOther?: (() => void) | null;
}

/** A content, and when it was stored, ISO 8601. */
interface Dated<T> {
  value: T;
  at: string;
}

type TextFields<T> = { [Name in keyof T]: T[Name] extends string ? Name : never }[keyof T];

/**
 * The state of a form, stored in this browser with each change, so that neither a reload nor a crash loses any of it. Secrets must not be in
 * it: passwords, codes and tokens.
 * @param name identifies the form and the thing it is about: "source:<id>"; null stores nothing
 * @param initial what the form contains before anything is typed, with the revision that it is based on, if it edits something
 * @param options.accepts whether a stored value is still valid, where comparing its fields with `initial` is not enough
 * @param options.onRestore called when the draft is restored, discarded or brought back, for what does not follow `value`
 * @param options.typed the part that a person types, where the value has a revision too. If it is what the form starts from, there is no
 * draft: a save whose answer was lost has nothing left to save.
 */
export function useFormDraft<T extends object>(
  name: string | null,
  initial: T,
  options: {
    accepts?: (value: T) => boolean;
    onRestore?: (value: T) => void;
    typed?: (value: T) => unknown;
  } = {},
): FormDraft<T> {
  const ownerId = useDraftOwner();
  const discards = useDiscards();
  const key = ownerId === null || name === null ? null : formKey(ownerId, name);
  const [value, setValue] = useState(initial);
  const [at, setAt] = useState<string | null>(null);
  const [isChanged, setChanged] = useState(false);
  /** What was discarded, the oldest first. */
  const [discarded, setDiscarded] = useState<readonly Dated<T>[]>([]);
  const [other, setOther] = useState<Dated<T> | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const jsonOf = useCallback((content: T) => JSON.stringify(latest.current.typed?.(content) ?? content), []);
  /** What the form contains when nothing is typed. Its JSON is compared with each change. */
  const [first] = useState(() => ({ value: initial, json: jsonOf(initial) }));
  const base = useRef(first);
  /** What it contains now: two changes in one event build on each other. */
  const current = useRef(initial);
  const isTouched = useRef(false);

  /** Shows a content and stores it. A form that shows what it started from holds nothing to restore. */
  const put = useCallback(
    (next: T) => {
      const json = JSON.stringify(next);
      const isBase = (latest.current.typed ? jsonOf(next) : json) === base.current.json;
      current.current = next;
      setValue(next);
      setChanged(!isBase);
      if (key === null) return;
      if (isBase) browserStorage.remove(key);
      else void browserStorage.set(key, `{"value":${json},"at":${JSON.stringify(new Date())}}`);
    },
    [key, jsonOf],
  );

  /** Remembers what can be brought back, also while the form is closed. */
  const keep = useCallback(
    (next: readonly Dated<T>[]) => {
      setDiscarded(next);
      if (key !== null) discards.setOfForm(key, next);
    },
    [discards, key],
  );

  /** Brings a content back. What was typed instead can be brought back in turn. */
  const bringBack = useCallback(
    (next: Dated<T>, rest: readonly Dated<T>[]) => {
      const isBase = jsonOf(current.current) === base.current.json;
      keep(isBase ? rest : [...rest, { value: current.current, at: new Date().toISOString() }]);
      isTouched.current = true;
      put(next.value);
      setAt(next.at);
      latest.current.onRestore?.(next.value);
    },
    [keep, put, jsonOf],
  );

  // After the first render: the server has no browser storage to render from.
  useEffect(() => {
    if (key === null) return;
    let hasEnded = false;
    const read = () => readForm(key, base.current.value, latest.current.accepts);
    function restore(): boolean {
      if (hasEnded || isTouched.current || key === null) return true;
      const stored = read();
      if (!stored) return false;
      if (jsonOf(stored.value) === base.current.json) browserStorage.remove(key);
      else {
        current.current = stored.value;
        setValue(stored.value);
        setChanged(true);
        setAt(stored.at);
        latest.current.onRestore?.(stored.value);
      }
      return true;
    }
    /** Another tab changed the draft, or dropped it. What is typed here stays. */
    function onStorage(event: StorageEvent) {
      if (event.key !== key) return;
      const here = jsonOf(current.current);
      const stored = read();
      if (here === base.current.json) restore();
      else if (!stored) put(current.current);
      else setOther(jsonOf(stored.value) === here ? null : stored);
    }
    const ofForm = () => discards.ofForm<Dated<T>>(key);
    setDiscarded(ofForm());
    // Large drafts are found a moment later.
    if (!restore()) browserStorage.ready().then(restore);
    const stop = discards.whileOpen(key, (gone) => bringBack(gone as Dated<T>, ofForm()));
    window.addEventListener("storage", onStorage);
    return () => {
      hasEnded = true;
      stop();
      window.removeEventListener("storage", onStorage);
    };
  }, [key, discards, put, bringBack, jsonOf]);

  const change = useCallback(
    (next: Partial<T> | ((before: T) => T)) => {
      isTouched.current = true;
      const before = current.current;
      put(typeof next === "function" ? next(before) : { ...before, ...next });
    },
    [put],
  );

  const forget = useCallback(
    (next: T = current.current) => {
      isTouched.current = true;
      base.current = { value: next, json: jsonOf(next) };
      put(next);
      setAt(null);
      setOther(null);
    },
    [put, jsonOf],
  );

  // The page was updated while the form is open. If it shows what is typed here, that was saved, though no answer came.
  const shown = useRef(initial);
  useEffect(() => {
    if (shown.current === initial) return;
    shown.current = initial;
    const json = jsonOf(initial);
    if (json === base.current.json || json !== jsonOf(current.current)) return;
    forget(initial);
    latest.current.onRestore?.(initial);
  });

  /** Offers to bring back what the form contains now, whether it is open by then or not. */
  function offer(message: string, reopen?: () => void) {
    const gone = { value: current.current, at: at ?? new Date().toISOString() };
    if (jsonOf(gone.value) === base.current.json) return;
    discards.add(message, () => {
      if (key === null) bringBack(gone, discarded);
      else {
        const isOpen = discards.showIn(key, gone);
        if (!isOpen) void browserStorage.set(key, JSON.stringify(gone));
      }
      reopen?.();
      return true;
    });
  }

  function discard() {
    keep([...discarded, { value: current.current, at: at ?? new Date().toISOString() }]);
    setAt(null);
    put(base.current.value);
    options.onRestore?.(base.current.value);
  }

  const last = discarded.at(-1) ?? null;
  return {
    value,
    isChanged,
    change,
    field: (each) => ({
      value: value[each] as string,
      onChange: ({ target }) => change({ [each]: target.value } as Partial<T>),
    }),
    forget,
    replace(next, message) {
      offer(message);
      change(next);
    },
    cancel(message, reopen) {
      offer(message, reopen);
      setAt(null);
      setOther(null);
      put(base.current.value);
    },
    restored: {
      at,
      discard,
      undo: last && (() => bringBack(last, discarded.slice(0, -1))),
      showOther:
        other &&
        (() => {
          setOther(null);
          bringBack(other, discarded);
        }),
    },
  };
}
