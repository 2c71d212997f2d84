import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DeskAround } from "@/components/drafts/desk-around.testing";
import { browserStorage } from "@/components/storage/browser-storage";
import { attempt } from "@/components/ui/attempt";
import type { Failure } from "@/lib/failure";
import { err, ok, type Result } from "@/lib/result";

/** Stands for every server action of a form. */
export type Send = () => Promise<Result<never, Failure>>;

/** For forms whose page calls the server and shows its refusal. */
export const isSent = (send: Send) => async () => (await attempt(send)).ok;

/** A form whose content is stored in the browser until it is sent. */
export interface DraftedForm {
  form: (send: Send) => ReactNode;
  /** The button that opens the form, and the one that sends it where Enter does not. */
  opens?: string;
  sends?: string;
  /** What it sends is stored by its page until the server has it, so it is empty at once. */
  isQueued?: true;
}

const ANSWERS: Record<string, Send> = {
  "a refusal": async () => err({ kind: "invalid", message: "Enter something else." }),
  "no answer": async () => {
    throw new TypeError("Failed to fetch");
  },
};

/** How a browser refuses to store anything. */
const BROKEN_STORAGES: Record<string, () => void> = {
  full: () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
  },
  blocked: () => {
    vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
  },
};

let box: HTMLElement;
let root: Root | null = null;
function openBox(): void {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  box = document.body.appendChild(document.createElement("main"));
}

async function closeBox(): Promise<void> {
  await close();
  box.remove();
  await act(async () => {
    for (const key of browserStorage.keys("")) browserStorage.remove(key);
  });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
}

async function close(): Promise<void> {
  await act(async () => root?.unmount());
  root = null;
}

/** Opens a form. Opened again, it is as after a reload: what it shows comes from the storage. @returns how often it called the server */
async function open({ form, opens }: DraftedForm, answer: Send = async () => new Promise(() => {})) {
  await close();
  const calls = { count: 0 };
  const send: Send = async () => {
    calls.count++;
    return answer();
  };
  // Reads, such as what became of an earlier submission.
  vi.stubGlobal("fetch", async (address: string) => {
    if (String(address).includes("/submission")) return Response.json(ok({ state: "none" }));
    const result = await send();
    return Response.json(result, { status: result.ok ? 200 : 422 });
  });
  root = createRoot(box);
  await act(async () => root?.render(<DeskAround>{form(send)}</DeskAround>));
  if (opens) await press(opens);
  return calls;
}

async function press(name: string): Promise<void> {
  const button = [...box.querySelectorAll("button")].find((each) => each.textContent?.startsWith(name));
  await act(async () => button?.click());
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controls = (): Control[] =>
  [
    ...box.querySelectorAll<Control>("input:not([type=file], [type=hidden], [readonly]), textarea, select"),
  ].filter((control) => !control.disabled);

const shown = () =>
  controls().map((control) =>
    control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)
      ? control.checked
      : control.value,
  );

const TYPED: Record<string, string> = {
  date: "2027-03-04",
  "datetime-local": "2027-03-04T05:06",
  email: "nia@example.org",
  number: "3",
  url: "https://example.org/typed",
};

/** Fills every field in. Fields that appear meanwhile are filled in as well. */
async function fillIn(): Promise<void> {
  for (let index = 0; index < controls().length; index++) {
    const control = controls()[index] as Control;
    await act(async () => {
      if (control instanceof HTMLSelectElement) choose(control);
      else if (control.type === "checkbox" || control.type === "radio") control.click();
      else type(control, TYPED[control.type] ?? "Typed words");
    });
  }
}

function choose(control: HTMLSelectElement): void {
  const other = [...control.options].findLast(({ value, disabled }) => !disabled && value !== control.value);
  if (!other) return;
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(control, other.value);
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(control, text);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

async function submit({ sends }: DraftedForm): Promise<void> {
  if (sends) return press(sends);
  const submitter = box.querySelector<HTMLButtonElement>("form button[type=submit]");
  await act(async () => {
    if (submitter) submitter.click();
    else box.querySelector("form")?.requestSubmit();
  });
}

/**
 * Tests that each form keeps what is typed: over a reload, a refusal, a lost connection, and in a browser that stores nothing.
 * @param rows the forms, by what they are about: "a token"
 */
export function testDrafts(rows: Readonly<Record<string, DraftedForm>>): void {
  beforeEach(openBox);
  afterEach(closeBox);
  describe.each(Object.entries(rows))("%s", (_, row) => testDraft(row));
}

function testDraft(row: DraftedForm): void {
  test("what is typed is there again after a reload", async () => {
    await open(row);
    const empty = shown();
    await fillIn();
    const typed = shown();
    expect(typed).not.toEqual(empty);
    await open(row);
    expect(shown()).toEqual(typed);
  });

  test.each(row.isQueued ? [] : Object.entries(ANSWERS))(
    "%s changes nothing in it, also after a reload",
    async (_, answer) => {
      const calls = await open(row, answer);
      await fillIn();
      const typed = shown();
      await submit(row);
      expect(calls.count).toBeGreaterThan(0);
      expect(shown()).toEqual(typed);
      await open(row, answer);
      expect(shown()).toEqual(typed);
    },
  );

  test.each(Object.entries(BROKEN_STORAGES))(
    "with a storage that is %s, it can be filled in, closed and opened again",
    async (_, breakStorage) => {
      breakStorage();
      await open(row);
      await fillIn();
      const typed = shown();
      await open(row);
      expect(shown()).toEqual(typed);
    },
  );
}
