import type { ReactNode } from "react";
import styles from "@/components/desk/desk-page.module.css";
import { words } from "@/lib/words/words";

/** Searches a library of the desk. A form that works without scripts. */
export function LibrarySearch({
  action,
  query,
  label,
  placeholder,
  children,
}: {
  /** The page of the library. */
  action: string;
  query: string;
  label: string;
  placeholder: string;
  /** Choices beside the text, each a `FilterSelect`. */
  children: ReactNode;
}) {
  return (
    <form className={styles.search} action={action}>
      <div>
        <label className="visually-hidden" htmlFor="q">
          {label}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          placeholder={placeholder}
          className="input"
        />
      </div>
      {children}
      <button type="submit" className="action-plain">
        {words("common")("search")}
      </button>
    </form>
  );
}
