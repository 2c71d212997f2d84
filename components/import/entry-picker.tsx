"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/format-date";
import styles from "./import.module.css";
import type { ArticleList } from "./import-types";

/** More are not fetched at a time. */
const MOST_AT_ONCE = 25;

/** The addresses of a feed or a sitemap, to pick from. */
export function EntryPicker({ list, onPick }: { list: ArticleList; onPick: (addresses: string[]) => void }) {
  const id = useId();
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = list.entries.filter(({ title, address }) =>
    asked.every((word) => `${title ?? ""} ${address}`.toLowerCase().includes(word)),
  );
  const full = picked.size >= MOST_AT_ONCE;
  return (
    <fieldset className={styles.entries}>
      <legend>{list.title ?? "Articles to pick from"}</legend>
      <label htmlFor={id} className={styles.entryFilter}>
        <span>With the words</span>
        <input
          id={id}
          className="input"
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <ul>
        {shown.slice(0, 200).map(({ address, title, publishedOn }) => (
          <li key={address}>
            <label>
              <input
                type="checkbox"
                checked={picked.has(address)}
                disabled={full && !picked.has(address)}
                onChange={(event) => {
                  const next = new Set(picked);
                  if (event.target.checked) next.add(address);
                  else next.delete(address);
                  setPicked(next);
                }}
              />
              <span>
                {title ?? address}
                <span className={styles.hint}>
                  {[publishedOn && formatDate(publishedOn), title && new URL(address).hostname]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {shown.length > 200 && `The first 200 of ${shown.length.toLocaleString("en")} are shown. `}
        {full && `${MOST_AT_ONCE} can be fetched at a time.`}
      </p>
      <Button disabled={picked.size === 0} onClick={() => onPick([...picked])}>
        {picked.size > 1 ? `Fetch the ${picked.size} articles` : "Fetch the article"}
      </Button>
    </fieldset>
  );
}
