import { useWords } from "@/components/words/use-words";
import { licenceUrl, logoPath, type Organisation } from "@/lib/organisation";
import { PRODUCT } from "./product";
import styles from "./site-frame.module.css";
import { useOwnLanguage } from "./use-own-language";

/** Who publishes what is shown; null while no organisation is set. */
interface Props {
  organisation: Pick<
    Organisation,
    "name" | "url" | "logo" | "email" | "contactUrl" | "policies" | "licence" | "funding"
  > | null;
}

/** The height of a logo, in CSS pixels. */
const LOGO_HEIGHT = 32;

/** The header of every public page: who says this. */
export function SiteHeader({ organisation }: Props) {
  const t = useWords("reader");
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
            <img
              src={logoPath(logo)}
              alt=""
              width={Math.round((logo.width / logo.height) * LOGO_HEIGHT)}
              height={LOGO_HEIGHT}
            />
          )}
          {!organisation && <span aria-hidden="true">† </span>}
          {organisation?.name ?? PRODUCT}
        </a>
        <p className={styles.motto}>{t("site.motto")}</p>
      </header>
    </>
  );
}

/** The footer of every public page: how to reach who says this, by which rules they work, and with which software. */
export function SiteFooter({ organisation }: Props) {
  const own = useOwnLanguage();
  const t = useWords("reader");
  return (
    <footer className={styles.footer}>
      <p className={styles.links}>
        <a href="/corrections">{t("site.corrections")}</a>
        {organisation && <OrganisationLinks organisation={organisation} />}
        <a href="/desk">{t("site.desk")}</a>
      </p>
      {organisation?.funding && <p {...own(organisation.funding)}>{organisation.funding}</p>}
      <p>
        {t("site.obelus")} {organisation && t("site.made-with")}
      </p>
    </footer>
  );
}

function OrganisationLinks({ organisation }: { organisation: NonNullable<Props["organisation"]> }) {
  const { name, url, email, contactUrl, policies, licence } = organisation;
  const contact = contactUrl ?? (email === null ? null : `mailto:${email}`);
  const t = useWords("reader");
  const w = useWords("organisation");
  const links = [
    [name, url],
    [t("site.contact"), contact],
    [w("ethicsUrl"), policies.ethicsUrl],
    [w("correctionsUrl"), policies.correctionsUrl],
    [w("methodUrl"), policies.methodUrl],
    [w("licence"), licence === null ? null : licenceUrl(licence)],
  ] as const;
  return links.map(
    ([label, href]) =>
      href !== null && (
        <a key={label} href={href} rel="noopener">
          {label}
        </a>
      ),
  );
}
