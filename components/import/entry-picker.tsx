"use client";

import { useId, useState } from "react";
import { useDates } from "@/components/dates/dates-context";
import { RestoredNotice } from "@/components/drafts/restored-notice";
import { useFormDraft } from "@/components/drafts/use-form-draft";
import { Button } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";
import styles from "./import.module.css";
import type { ArticleList, ImportInput } from "./import-types";
import type { ImportItem } from "./use-import-queue";

/** The most articles fetched at a time. */
const MAX_PICKED = 25;
/** The most entries listed. */
const MAX_LISTED = 200;

const NO_PICKS = { picked: [] as string[] };
const arePicks = ({ picked }: typeof NO_PICKS) => picked.every((each) => typeof each === "string");

/** The lists among the imports, each with its addresses to choose from. */
export function EntryPickers({
  items,
  onAdd,
}: {
  items: readonly ImportItem[];
  onAdd: (inputs: ImportInput[]) => void;
}) {
  return items.map(({ id, state }) =>
    state.kind === "list" ? (
      <EntryPicker
        key={id}
        list={state.list}
        onPick={(addresses) => onAdd(addresses.map((address) => ({ address })))}
      />
    ) : null,
  );
}

/** The addresses of a feed or a sitemap, to choose from. */
function EntryPicker({ list, onPick }: { list: ArticleList; onPick: (addresses: string[]) => void }) {
  const dates = useDates();
  const t = useWords("import");
  const id = useId();
  const [query, setQuery] = useState("");
  const draft = useFormDraft(`entries:${list.entries[0]?.address}`, NO_PICKS, { accepts: arePicks });
  // A feed that was read again may no longer have all of them.
  const picked = new Set(
    draft.value.picked.filter((each) => list.entries.some(({ address }) => address === each)),
  );
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = list.entries.filter(({ title, address }) =>
    terms.every((term) => `${title ?? ""} ${address}`.toLowerCase().includes(term)),
  );
  const isFull = picked.size >= MAX_PICKED;
  return (
    <fieldset className={styles.entries}>
      <legend>{list.title ?? t("entries.title")}</legend>
      <RestoredNotice restored={draft.restored} />
      <label htmlFor={id} className={styles.entryFilter}>
        <span>{t("entries.filter")}</span>
        <input
          id={id}
          className="input"
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <ul>
        {shown.slice(0, MAX_LISTED).map(({ address, title, publishedOn }) => (
          <li key={address}>
            <label>
              <input
                type="checkbox"
                checked={picked.has(address)}
                disabled={isFull && !picked.has(address)}
                onChange={(event) => {
                  const next = new Set(picked);
                  if (event.target.checked) next.add(address);
                  else next.delete(address);
                  draft.change({ picked: [...next] });
                }}
              />
              <span>
                {title ?? address}
                <span className={styles.hint}>
                  {[publishedOn && dates.date(publishedOn), title && new URL(address).hostname]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {shown.length > MAX_LISTED && t("entries.limited", { shown: MAX_LISTED, total: shown.length })}{" "}
        {isFull && t("entries.limit", { max: MAX_PICKED })}
      </p>
      <Button
        disabled={picked.size === 0}
        onClick={() => {
          onPick([...picked]);
          draft.forget(NO_PICKS);
        }}
      >
        {t("entries.fetch", { count: picked.size })}
      </Button>
    </fieldset>
  );
}
