import { useEffect, useState } from "react";
import { useDesk } from "@/components/article-desk/state/desk-context";
import { useStore } from "@/components/article-desk/state/use-store";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import { CHECKABLE_KINDS, type CheckableKind, itemKey } from "@/lib/checklist/checkable-item";
import type { ListedItem } from "@/lib/checklist/tick";
import styles from "./coverage-panel.module.css";

/** Items in the page at a time: a long text has thousands. */
const PAGE_LENGTH = 50;
const SHOWN = ["open", "ticked", "all"] as const;

/** The items in text order, a page of them at a time. The page follows the current item. */
export function CoverageList({ items }: { items: readonly ListedItem[] }) {
  const t = useWords("checklist");
  const { checklist } = useDesk();
  const currentKey = useStore(checklist.currentKey);
  const [shown, setShown] = useState<(typeof SHOWN)[number]>("open");
  const [kind, setKind] = useState<CheckableKind | "all">("all");
  const [first, setFirst] = useState(0);
  const ofKind = items.filter((item) => kind === "all" || item.kind === kind);
  const isOpen = ({ status }: ListedItem) => status.kind === "open";
  const counts = { open: ofKind.filter(isOpen).length, ticked: 0, all: ofKind.length };
  counts.ticked = counts.all - counts.open;
  const list = ofKind.filter((item) => shown === "all" || isOpen(item) === (shown === "open"));
  const currentIndex = list.findIndex((item) => itemKey(item) === currentKey);
  useEffect(() => {
    if (currentIndex >= 0) setFirst(currentIndex - (currentIndex % PAGE_LENGTH));
  }, [currentIndex]);
  const from = first < list.length ? first : 0;
  const page = list.slice(from, from + PAGE_LENGTH);
  return (
    <>
      <div className={styles.filters}>
        <select
          aria-label={t("show")}
          value={shown}
          onChange={(event) => setShown(event.target.value as typeof shown)}
        >
          {SHOWN.map((each) => (
            <option key={each} value={each}>
              {t(`show.${each}`, { count: counts[each] })}
            </option>
          ))}
        </select>
        <select
          aria-label={t("kinds")}
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        >
          <option value="all">{t("kinds.all")}</option>
          {CHECKABLE_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`kind.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {list.length === 0 && (
        <p className={styles.empty}>
          {items.length === 0
            ? t("list.empty.none")
            : t(shown === "open" && kind === "all" ? "list.empty.open" : "list.empty.other")}
        </p>
      )}
      <ul className={styles.items} aria-label={t("list")}>
        {page.map((item) => (
          <Item key={itemKey(item)} item={item} isCurrent={itemKey(item) === currentKey} />
        ))}
      </ul>
      {list.length > PAGE_LENGTH && (
        <p className={styles.pages}>
          <Button
            look="quiet"
            aria-label={t("list.previous")}
            disabled={from === 0}
            onClick={() => setFirst(from - PAGE_LENGTH)}
          >
            ←
          </Button>
          <span>{t("list.range", { first: from + 1, last: from + page.length, count: list.length })}</span>
          <Button
            look="quiet"
            aria-label={t("list.next")}
            disabled={from + PAGE_LENGTH >= list.length}
            onClick={() => setFirst(from + PAGE_LENGTH)}
          >
            →
          </Button>
        </p>
      )}
    </>
  );
}

/** An item: whether it is ticked off, its passage as a link into the text, and who ticked it off. */
function Item({ item, isCurrent }: { item: ListedItem; isCurrent: boolean }) {
  const t = useWords("checklist");
  const { page, checklist, choice, claims } = useDesk();
  const { status, start, end, kind } = item;
  const passage = page.map.text.slice(start, end);
  const toClaim = (number: number) => {
    const claim = claims.list.get().find((each) => each.number === number);
    if (claim) choice.goTo(claim.id);
  };
  return (
    <li className={styles.item} aria-current={isCurrent || undefined}>
      <label className={styles.box}>
        <input
          type="checkbox"
          aria-label={t("tickItem", { passage })}
          checked={status.kind !== "open"}
          disabled={status.kind === "claimed"}
          onChange={() => checklist.toggle(item)}
        />
      </label>
      <button type="button" className={styles.passage} dir="auto" onClick={() => checklist.goTo(item)}>
        {passage}
      </button>
      <span className={styles.note}>
        {status.kind === "open" && t(`kind.${kind}`)}
        {status.kind === "ticked" &&
          (status.tick.outcome === "skipped"
            ? t("status.skipped", { person: status.tick.by.name, reason: status.tick.reason ?? "" })
            : t("status.ticked", { person: status.tick.by.name }))}
        {status.kind === "claimed" && (
          <button type="button" onClick={() => toClaim(status.claimNumber)}>
            {t("status.claimed", { number: status.claimNumber })}
          </button>
        )}
      </span>
    </li>
  );
}
