import { useCallback, useEffect, useRef, useState } from "react";
import { browserStorage } from "@/components/storage/browser-storage";
import { useDraftOwner } from "./draft-owner";
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
}

type TextFields<T> = { [Name in keyof T]: T[Name] extends string ? Name : never }[keyof T];

/**
 * The state of a form, stored in this browser with each change, so that neither a reload nor a crash loses any of it. Secrets must not be in
 * it: passwords, codes and tokens.
 * @param name identifies the form and the thing it is about: "source:<id>"; null stores nothing
 * @param initial what the form contains before anything is typed, with the revision that it is based on, if it edits something
 * @param options.accepts whether a stored value is still valid, where comparing its fields with `initial` is not enough
 * @param options.onRestore called when the draft is restored, discarded or brought back, for what does not follow `value`
 */
export function useFormDraft<T extends object>(
  name: string | null,
  initial: T,
  options: { accepts?: (value: T) => boolean; onRestore?: (value: T) => void } = {},
): FormDraft<T> {
  const ownerId = useDraftOwner();
  const key = ownerId === null || name === null ? null : formKey(ownerId, name);
  const [value, setValue] = useState(initial);
  const [at, setAt] = useState<string | null>(null);
  const [isChanged, setChanged] = useState(false);
  const [discarded, setDiscarded] = useState<{ value: T; at: string } | null>(null);
  /** What the form contains when nothing is typed. Its JSON is compared with each change. */
  const [first] = useState(() => ({ value: initial, json: JSON.stringify(initial) }));
  const base = useRef(first);
  /** What it contains now: two changes in one event build on each other. */
  const current = useRef(initial);
  const isTouched = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  /** Shows a content and stores it. A form that shows what it started from holds nothing to restore. */
  const put = useCallback(
    (next: T) => {
      const json = JSON.stringify(next);
      const isBase = json === base.current.json;
      current.current = next;
      setValue(next);
      setChanged(!isBase);
      if (key === null) return;
      if (isBase) browserStorage.remove(key);
      else void browserStorage.set(key, `{"value":${json},"at":${JSON.stringify(new Date())}}`);
    },
    [key],
  );

  // After the first render: the server has no browser storage to render from.
  useEffect(() => {
    if (key === null) return;
    let hasEnded = false;
    function restore(): boolean {
      if (hasEnded || isTouched.current || key === null) return true;
      const stored = readForm(key, base.current.value, latest.current.accepts);
      if (!stored) return false;
      if (JSON.stringify(stored.value) === base.current.json) browserStorage.remove(key);
      else {
        current.current = stored.value;
        setValue(stored.value);
        setChanged(true);
        setAt(stored.at);
        latest.current.onRestore?.(stored.value);
      }
      return true;
    }
    // Large drafts are found a moment later.
    if (!restore()) browserStorage.ready().then(restore);
    return () => {
      hasEnded = true;
    };
  }, [key]);

  const change = useCallback(
    (next: Partial<T> | ((before: T) => T)) => {
      isTouched.current = true;
      const before = current.current;
      const after = typeof next === "function" ? next(before) : { ...before, ...next };
      setDiscarded(null);
      put(after);
    },
    [put],
  );

  const forget = useCallback(
    (next: T = current.current) => {
      isTouched.current = true;
      base.current = { value: next, json: JSON.stringify(next) };
      put(next);
      setAt(null);
      setDiscarded(null);
    },
    [put],
  );

  function discard() {
    setDiscarded({ value: current.current, at: at ?? new Date().toISOString() });
    setAt(null);
    put(base.current.value);
    options.onRestore?.(base.current.value);
  }

  function undo() {
    if (!discarded) return;
    setAt(discarded.at);
    setDiscarded(null);
    put(discarded.value);
    options.onRestore?.(discarded.value);
  }

  return {
    value,
    isChanged,
    change,
    field: (each) => ({
      value: value[each] as string,
      onChange: ({ target }) => change({ [each]: target.value } as Partial<T>),
    }),
    forget,
    restored: { at, discard, undo: discarded && undo },
  };
}
