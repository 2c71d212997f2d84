import { rich } from "@/components/words/rich";
import { useWords } from "@/components/words/use-words";
import { licenceUrl, type Organisation } from "@/lib/organisation";
import type { Rating } from "@/lib/ratings/rating";
import type { PageSection } from "@/lib/site-pages/site-page";
import page from "../page.module.css";
import { SignedRating } from "../signed-rating";
import { useOwnLanguage } from "../use-own-language";
import styles from "./site-page.module.css";

interface Props {
  section: PageSection;
  organisation: Organisation | null;
  requiredApprovals: number;
}

/** What a section says where the newsroom wrote nothing: only what the settings and the product know. */
export function DefaultText({ section, organisation, requiredApprovals }: Props) {
  const t = useWords("sitePages");
  const own = useOwnLanguage();
  const name = organisation?.name;
  switch (section) {
    case "mission":
      return <p>{name === undefined ? t("default.missionNoName") : t("default.mission", { name })}</p>;
    case "organisation":
      return (
        <p>
          {organisation
            ? t("default.organisation", {
                name: organisation.name,
                legalName: organisation.legalName ?? "none",
              })
            : t("default.organisationNoName")}
        </p>
      );
    case "funding":
      return organisation?.funding ? (
        <p {...own(organisation.funding)}>{organisation.funding}</p>
      ) : (
        <p>{t("default.funding")}</p>
      );
    case "dataUse": {
      const licence = organisation?.licence;
      if (!licence) return <p>{t("default.noLicence")}</p>;
      return (
        <p>
          {rich(t, "default.licence", {
            licence: (
              <a href={licenceUrl(licence)} rel="license noopener">
                {licence}
              </a>
            ),
          })}
        </p>
      );
    }
    case "process":
      return <p>{t("default.process", { count: requiredApprovals })}</p>;
    case "staff":
    case "nonPartisanship":
    case "selection":
    case "sources":
    case "ratings":
    case "corrections":
      return <p>{t(`default.${section}`)}</p>;
    case "intro":
      return <p>{t("contact.intro")}</p>;
  }
}

/** What a section lists below its text, written or not: what the settings know, and where to go on. */
export function SectionFacts({
  section,
  organisation,
  ratings,
}: {
  section: PageSection;
  organisation: Organisation | null;
  ratings: readonly Rating[];
}) {
  const t = useWords("sitePages");
  switch (section) {
    case "organisation":
      return organisation && <OrganisationFacts organisation={organisation} />;
    case "nonPartisanship":
      return <Links links={[["/methodology", t("default.nonPartisanshipLink")]]} />;
    case "selection":
      return <Links links={[["/contact?want=claim", t("default.selectionSuggest")]]} />;
    case "corrections":
      return (
        <Links
          links={[
            ["/corrections", t("default.correctionsList")],
            ["/contact?want=error", t("reportError")],
          ]}
        />
      );
    case "ratings":
      return <RatingTable ratings={ratings} />;
    case "dataUse":
      return (
        <>
          <p>{t("default.dataHint")}</p>
          <Links
            links={[
              ["/data/fact-checks.csv", t("default.dataCsv")],
              ["/data/fact-checks.json", t("default.dataJson")],
              ["/claimreview.json", t("default.dataReviews")],
              ["/feed.atom", t("default.dataFeed")],
            ]}
          />
        </>
      );
    case "mission":
    case "staff":
    case "funding":
    case "process":
    case "sources":
    case "intro":
      return null;
  }
}

/** How to reach the newsroom, and where else it is. */
export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const t = useWords("sitePages");
  const own = useOwnLanguage();
  const { url, contactUrl, address, email, sameAs } = organisation;
  const link = (href: string) => (
    <a key={href} href={href} rel="noopener">
      {href.replace(/^mailto:|^https?:\/\/|\/$/g, "")}
    </a>
  );
  const rows = [
    [t("default.website"), url === null ? [] : [link(url)]],
    [t("contact.title"), contactUrl === null ? [] : [link(contactUrl)]],
    [t("default.email"), email === null ? [] : [link(`mailto:${email}`)]],
    [
      t("default.address"),
      address === null
        ? []
        : [
            <span key="address" className={styles.lines} {...own(address)}>
              {address}
            </span>,
          ],
    ],
    [t("default.accounts"), sameAs.map(link)],
  ] as const;
  const filled = rows.filter(([, values]) => values.length > 0);
  if (filled.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {filled.map(([label, values]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{values}</dd>
        </div>
      ))}
    </dl>
  );
}

function Links({ links }: { links: readonly (readonly [href: string, label: string])[] }) {
  return (
    <p className={page.links}>
      {links.map(([href, label]) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

function RatingTable({ ratings }: { ratings: readonly Rating[] }) {
  const own = useOwnLanguage();
  return (
    <dl className={styles.ratings}>
      {ratings.map((rating) => (
        <div key={rating.key}>
          <dt>
            <SignedRating rating={rating} />
          </dt>
          <dd {...own(rating.definition)}>{rating.definition}</dd>
        </div>
      ))}
    </dl>
  );
}
