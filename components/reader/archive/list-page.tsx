import type { ReactNode } from "react";
import { useWords } from "@/components/words/use-words";
import { PRODUCT } from "@/lib/product";
import { breadcrumbData } from "@/lib/reports/renderers/breadcrumb-data";
import { Document, type DocumentContext } from "../document";
import { OwnText } from "../own-text";
import page from "../page.module.css";
import styles from "./archive.module.css";
import { Count } from "./count";

/** A page above this one. */
export interface Crumb {
  path: string;
  name: string;
}

interface Props {
  /** For the head: text only. */
  title: string;
  /** By default the title. */
  heading?: ReactNode;
  description: string;
  /** Without a cursor. */
  path: string;
  /** Below the front page and above this page, the highest first. */
  crumbs: readonly Crumb[];
  /** Counts further than lists do as "1,000+". */
  total?: number;
  nextCursor?: string | null;
  isFirst?: boolean;
  /** Further JSON-LD. */
  data?: readonly object[];
  context: DocumentContext;
  children: ReactNode;
}

/** A page of the archive: where it is, what it lists and how much, and the way to its next page. */
export function ListPage({
  title,
  heading,
  description,
  path,
  crumbs,
  total,
  nextCursor = null,
  isFirst = true,
  data = [],
  context,
  children,
}: Props) {
  const t = useWords("archive");
  const reader = useWords("reader");
  const { publicUrl, organisation } = context.site;
  const steps = [{ path: "/", name: organisation?.name ?? PRODUCT }, ...crumbs, { path, name: title }];
  return (
    <Document
      head={{
        title,
        description,
        path: isFirst ? path : null,
        canonicalPath: path,
        data: [
          breadcrumbData(steps.map(({ path: its, name }) => ({ name, item: `${publicUrl}${its}` }))),
          ...data,
        ],
      }}
      context={context}
    >
      <main id="content" className={page.page}>
        <div className={page.column}>
          {crumbs.length > 0 && (
            <p className={styles.crumbs}>
              {crumbs.map(({ path: its, name }) => (
                <a key={its} href={its}>
                  <OwnText>{name}</OwnText>
                </a>
              ))}
            </p>
          )}
          <h1 className={page.title}>
            {heading ?? <OwnText>{title}</OwnText>} {total !== undefined && <Count count={total} />}
          </h1>
          {children}
          {(nextCursor || !isFirst) && (
            <nav className={page.pager} aria-label={reader("pages.label")}>
              {isFirst ? <span /> : <a href={path}>{t("pages.first")}</a>}
              {nextCursor && (
                <a href={`${path}?after=${encodeURIComponent(nextCursor)}`} rel="next">
                  {t("pages.next")}
                </a>
              )}
            </nav>
          )}
        </div>
      </main>
    </Document>
  );
}
