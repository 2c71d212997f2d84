import { words } from "@/lib/words/words";
import type { OrganisationSetting } from "./organisation-input";

const t = words("organisation");

/** What is set of an organisation, one sentence per field. */
export function describeOrganisation(organisation: OrganisationSetting): string[] {
  const {
    name,
    url,
    legalName,
    logo,
    address,
    email,
    contactUrl,
    languages,
    funding,
    policies,
    licence,
    sameAs,
  } = organisation;
  const contact = [email, contactUrl].filter(Boolean).join(", ");
  return [
    name ? t("value.name", { name, url: url ?? "none" }) : t("none"),
    legalName && t("value.legalName", { legalName }),
    logo && t("value.logo", { width: logo.width, height: logo.height }),
    address && t("value.address", { address: address.split("\n").join(", ") }),
    contact && t("value.contact", { contact }),
    languages.length > 0 && t("value.languages", { languages: languages.join(", ") }),
    funding && t("value.funding", { funding }),
    policies.ethicsUrl && t("value.ethicsUrl", { url: policies.ethicsUrl }),
    policies.correctionsUrl && t("value.correctionsUrl", { url: policies.correctionsUrl }),
    policies.methodUrl && t("value.methodUrl", { url: policies.methodUrl }),
    licence && t("value.licence", { licence }),
    sameAs.length > 0 && t("value.sameAs", { addresses: sameAs.join(", ") }),
  ].filter((sentence): sentence is string => Boolean(sentence));
}
