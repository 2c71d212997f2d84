import { licenceUrl, logoPath, type Organisation } from "@/lib/organisation";
import { PRODUCT } from "@/lib/product";
import { ownLanguage } from "@/lib/reports/text-language";
import { words } from "@/lib/words/words";
import { LanguageMenu } from "./language-menu";
import { logoSize } from "./logo-size";
import styles from "./site-frame.module.css";

/** Who publishes what is shown; null while no organisation is set. */
interface Props {
  organisation: Pick<
    Organisation,
    "name" | "url" | "logo" | "email" | "contactUrl" | "policies" | "licence" | "funding"
  > | null;
  /** BCP 47. A prop, because Next's page for unknown addresses shows this as well, on the server, where there are no hooks. */
  language?: string;
}

/** The header of every public page: who says this. */
export function SiteHeader({
  organisation,
  language = "en",
  address,
  hasSearch = false,
}: Props & {
  /** Path and query of the document, without a language; missing where there is no other language. */
  address?: string | undefined;
  /** Whether the page has a search box. */
  hasSearch?: boolean;
}) {
  const t = words("reader", language);
  const logo = organisation?.logo;
  return (
    <>
      <a className={styles.skip} href="#content">
        {t("site.skip")}
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href="/">
          {logo && (
            // biome-ignore lint/performance/noImgElement: this is not rendered by Next
            <img src={logoPath(logo)} alt="" {...logoSize(logo)} />
          )}
          {!organisation && <span aria-hidden="true">† </span>}
          {organisation ? (
            <span {...ownLanguage(organisation.name, language)}>{organisation.name}</span>
          ) : (
            PRODUCT
          )}
        </a>
        <p className={styles.motto}>{t("site.motto")}</p>
        {!hasSearch && <HeaderSearch language={language} />}
        {address !== undefined && <LanguageMenu address={address} language={language} />}
      </header>
    </>
  );
}

/** A small search box. It needs no script. */
function HeaderSearch({ language }: { language: string }) {
  const t = words("archive", language);
  return (
    <search className={styles.search}>
      <form action="/search">
        <input type="search" name="q" aria-label={t("search.label")} maxLength={200} required />
        <button type="submit">{t("search.submit")}</button>
      </form>
    </search>
  );
}

/** The footer of every public page: how to reach who says this, by which rules they work, and with which software. */
export function SiteFooter({ organisation, language = "en" }: Props) {
  const t = words("reader", language);
  return (
    <footer className={styles.footer}>
      <p className={styles.links}>
        <SitePageLinks language={language} />
        <a href="/archive">{words("archive", language)("link")}</a>
        <a href="/corrections">{t("site.corrections")}</a>
        {organisation && <OrganisationLinks organisation={organisation} language={language} />}
        <a href="/desk">{t("site.desk")}</a>
      </p>
      {organisation?.funding && (
        <p {...ownLanguage(organisation.funding, language)}>{organisation.funding}</p>
      )}
      <p>
        {t("site.obelus")}
        {organisation && `${words("marks", language)("gap")}${t("site.made-with")}`}
      </p>
    </footer>
  );
}

/** The pages about the newsroom, and the way to reach it. */
function SitePageLinks({ language }: { language: string }) {
  const t = words("sitePages", language);
  return (["about", "methodology", "contact"] as const).map((page) => (
    <a key={page} href={`/${page}`}>
      {t(`${page}.title`)}
    </a>
  ));
}

function OrganisationLinks({
  organisation,
  language,
}: {
  organisation: NonNullable<Props["organisation"]>;
  language: string;
}) {
  const { name, url, policies, licence } = organisation;
  const t = words("reader", language);
  const links = [
    [name, url],
    [t("site.ethics"), policies.ethicsUrl],
    [t("site.corrections-policy"), policies.correctionsUrl],
    [t("site.method"), policies.methodUrl],
    [t("site.licence"), licence === null ? null : licenceUrl(licence)],
  ] as const;
  return links.map(
    ([label, href]) =>
      href !== null && (
        <a key={label} href={href} rel="noopener" {...ownLanguage(label, language)}>
          {label}
        </a>
      ),
  );
}
