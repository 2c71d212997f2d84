import type { ShowMessage } from "@/components/article-desk/operations/message";
import { Store } from "@/components/article-desk/operations/store";
import type { EditorRef } from "@/components/article-desk/text/editor-handle";
import { outbox } from "@/components/live/outbox";
import type { SentWrite } from "@/components/live/send-queued";
import { type CheckableItem, itemKey } from "@/lib/checklist/checkable-item";
import { type ListedItem, listItems, type MarkedItem, type Tick } from "@/lib/checklist/tick";
import type { Claim } from "@/lib/claims/claim";
import type { Failure } from "@/lib/failure";
import type { DeskWrite } from "@/lib/live/desk-write";
import type { Actor } from "@/lib/policies/actor";
import type { Result } from "@/lib/result";
import { words } from "@/lib/words/words";
import { findItems } from "./find-items";
import { nextItem } from "./next-item";
import { withMark, withoutItem } from "./shown-ticks";
import { createTickLoader } from "./tick-loader";

export type Checklist = ReturnType<typeof createChecklist>;

type Mark = Extract<DeskWrite, { kind: "checklist.mark" }>["input"];

/** The names, figures and quotations of the text, who ticked them off, and ticking. Nothing is looked for until it is opened. */
export function createChecklist({
  articleId,
  version,
  text,
  textLanguage,
  language,
  actor,
  claims,
  editor,
  send,
  showMessage,
}: {
  articleId: string;
  version: { id: string; number: number };
  /** The canonical text of the version. */
  text: string;
  /** Of the text, BCP 47. */
  textLanguage: () => string;
  /** Of the messages, BCP 47. */
  language: string;
  actor: Actor;
  claims: Store<readonly Claim[]>;
  editor: EditorRef;
  send: (write: DeskWrite, label: string) => Promise<Result<SentWrite, Failure>>;
  showMessage: ShowMessage;
}) {
  const t = words("checklist", language);
  const isOpen = new Store(false);
  /** Null until they are found. */
  const items = new Store<readonly CheckableItem[] | null>(null);
  /** Null until they are loaded. */
  const ticks = new Store<readonly Tick[] | null>(null);
  const hasFailed = new Store(false);
  /** The items with what is known of each; null until everything is there. */
  const listed = new Store<readonly ListedItem[] | null>(null);
  /** Key of the item that the keys act on. */
  const currentKey = new Store<string | null>(null);
  /** Whether the reason for skipping the current item is being typed. */
  const isSkipping = new Store(false);
  let lastTicked: CheckableItem | null = null;
  let foundIn: string | null = null;

  const loader = createTickLoader({ articleId, versionId: version.id, ticks, hasFailed, withUnsent });

  function refresh(): void {
    const found = items.get();
    const known = ticks.get();
    if (isOpen.get()) listed.set(found && known && listItems(found, known, claims.get(), version.id));
  }
  for (const store of [items, ticks, claims, isOpen]) store.watch(refresh);

  /** Ticks from the server with what this browser has not sent yet. */
  function withUnsent(loaded: readonly Tick[]): readonly Tick[] {
    let shown = loaded;
    for (const { write } of outbox.current().writes)
      if (write.kind === "checklist.mark" && write.input.versionId === version.id)
        shown = withMark(shown, write.input, {
          by: actor,
          now: new Date().toISOString(),
          version: version.number,
          text,
        });
    return shown;
  }

  async function open(): Promise<void> {
    isOpen.set(true);
    if (ticks.get() === null) void loader.load(null);
    const from = textLanguage();
    if (foundIn === from) return;
    foundIn = from;
    const found = await findItems(text, from);
    if (foundIn === from) items.set(found);
  }

  function close(): void {
    isOpen.set(false);
    isSkipping.set(false);
    currentKey.set(null);
  }

  const current = (): ListedItem | null => {
    const key = currentKey.get();
    return listed.get()?.find((item) => itemKey(item) === key) ?? null;
  };

  function goTo(item: CheckableItem): void {
    isSkipping.set(false);
    currentKey.set(itemKey(item));
    editor.current?.revealIfHidden(item.start);
  }

  /** Goes to the next or previous open item, from the current one or the cursor on. */
  function step(by: 1 | -1): void {
    const all = listed.get();
    if (!all) return;
    const next = nextItem(all, current() ?? editor.current?.caret() ?? 0, by);
    if (next) goTo(next);
    else showMessage({ tone: "success", text: t("allDone") });
  }

  /** Marks an item here, and sends it. */
  async function mark(item: CheckableItem, as: Mark["as"], reason: string | null = null): Promise<void> {
    const { kind, start, end } = item;
    const input: Mark = {
      articleId,
      versionId: version.id,
      item: { kind, start, end },
      as,
      reason,
      operationId: crypto.randomUUID(),
    };
    loader.changed();
    ticks.update(
      (before) =>
        before &&
        withMark(before, input, { by: actor, now: new Date().toISOString(), version: version.number, text }),
    );
    if (as !== "open") lastTicked = item;
    const sent = await send(
      { kind: "checklist.mark", input },
      t(`queue.${as}`, { passage: text.slice(start, end) }),
    );
    if (sent.ok) {
      if (sent.value.written?.kind === "item") applyMarked(sent.value.written);
    } else {
      showMessage({ tone: "failure", text: t("failed", { message: sent.error.message }) });
      void loader.load(null);
    }
  }

  /** Shows what the server has for an item, unless a later mark of it is on its way. */
  function applyMarked({ articleId: of, versionId, item, tick }: MarkedItem): void {
    if (of !== articleId || versionId !== version.id) return;
    loader.changed();
    const key = itemKey(item);
    const isUnsent = outbox
      .current()
      .writes.some(({ write }) => write.kind === "checklist.mark" && itemKey(write.input.item) === key);
    if (!isUnsent)
      ticks.update((before) => before && [...withoutItem(before, item), ...(tick ? [tick] : [])]);
  }

  /** Ticks the current item off and goes to the next open one. */
  function tick(): void {
    const item = current();
    if (item?.status.kind === "open") void mark(item, "checked");
    step(1);
  }

  /** Opens the current item again, or the last one that was ticked off here. */
  function untick(): void {
    const shown = current();
    const key = lastTicked && itemKey(lastTicked);
    const last = listed.get()?.find((each) => itemKey(each) === key) ?? null;
    const item = shown && shown.status.kind !== "open" ? shown : last;
    if (item?.status.kind === "ticked") {
      void mark(item, "open");
      goTo(item);
    } else if (item?.status.kind === "claimed") sayClaim(item.status.claimNumber);
    else showMessage({ tone: "plain", text: t("noCurrent") });
  }

  function sayClaim(number: number): void {
    showMessage({ tone: "plain", text: t("byClaim", { number }) });
  }

  /** Ticks an item off, or opens it again. */
  function toggle(item: ListedItem): void {
    currentKey.set(itemKey(item));
    if (item.status.kind === "claimed") sayClaim(item.status.claimNumber);
    else void mark(item, item.status.kind === "open" ? "checked" : "open");
  }

  /** A click at an offset of the text. @returns whether it was a tap that ticked an item */
  function clickAt(offset: number, isTouch: boolean): boolean {
    if (!isOpen.get()) return false;
    const under = (listed.get() ?? [])
      .filter(({ start, end }) => start <= offset && offset <= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const [item] = under;
    if (!item) return false;
    if (isTouch) toggle(item);
    else currentKey.set(itemKey(item));
    return isTouch;
  }

  return {
    isOpen,
    listed,
    hasFailed,
    currentKey,
    isSkipping,
    open,
    close,
    reload: () => loader.load(null),
    takeEvents: loader.takeEvents,
    applyMarked,
    goTo,
    step,
    tick,
    untick,
    toggle,
    skip: (reason: string) => {
      const item = current();
      if (!item) return;
      isSkipping.set(false);
      void mark(item, "skipped", reason);
      step(1);
    },
    /** Asks why the current item is skipped. */
    askReason: () => {
      if (current()?.status.kind === "open") isSkipping.set(true);
      else showMessage({ tone: "plain", text: t("noCurrent") });
    },
    clickAt,
  };
}
