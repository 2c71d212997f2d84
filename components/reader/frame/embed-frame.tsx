import { useContext } from "react";
import { rich } from "@/components/words/rich";
import { LanguageContext, useWords } from "@/components/words/use-words";
import type { Organisation } from "@/lib/organisation";
import { organisationLines } from "@/lib/reports/organisation-lines";
import { OwnText } from "../own-text";
import styles from "./embed-frame.module.css";
import { logoSize } from "./logo-size";

/** The header of a document outside its site: who says this. */
export function EmbedHeader({
  organisation,
  logo = null,
  canonical,
}: {
  organisation: Pick<Organisation, "name" | "logo"> | null;
  /** The picture itself, as data; null for none. */
  logo?: string | null;
  /** URL of the document on its site. */
  canonical: string;
}) {
  const t = useWords("reader");
  return (
    <header className={styles.header}>
      <div>
        {organisation?.logo && logo ? (
          // biome-ignore lint/performance/noImgElement: this is not rendered by Next
          <img className={styles.logo} src={logo} alt="" {...logoSize(organisation.logo)} />
        ) : (
          <span aria-hidden="true" className={styles.obelus}>
            †
          </span>
        )}{" "}
        <a href={canonical}>
          {organisation
            ? rich(t, "embed.by", { organisation: <OwnText>{organisation.name}</OwnText> })
            : t("embed.fact-check")}
        </a>
      </div>
    </header>
  );
}

/** The footer of a document in a page of another site. */
export function EmbedFooter({ canonical }: { canonical: string }) {
  const t = useWords("reader");
  return (
    <footer className={styles.footer}>
      <div>
        <a href={canonical}>{t("embed.open")}</a>
      </div>
    </footer>
  );
}

/** The footer of a document that is a file: how to reach who says this, and where the current state is. */
export function FileFooter({
  organisation,
  canonical,
}: {
  organisation: Organisation | null;
  /** URL of the document on its site. */
  canonical: string;
}) {
  const t = useWords("reader");
  const language = useContext(LanguageContext);
  return (
    <footer className={styles.footer}>
      <div>
        {organisationLines({ organisation }, language).map(({ label, value, url }) => (
          <p key={`${label} ${value}`}>
            {label}{" "}
            {url ? (
              <a href={url}>
                <OwnText>{value}</OwnText>
              </a>
            ) : (
              <OwnText>{value}</OwnText>
            )}
          </p>
        ))}
        <p>
          {t("embed.current")} <a href={canonical}>{canonical}</a>
        </p>
      </div>
    </footer>
  );
}
