import { licenceUrl } from "@/lib/organisation";
import { words } from "@/lib/words/words";
import { sentenceMarks } from "./languages/sentence-marks";
import { isRedacted } from "./redacted-mark";
import type { Report } from "./report";

type OrganisationLabel =
  | "name"
  | "legalName"
  | "address"
  | "email"
  | "contactUrl"
  | "funding"
  | "ethicsUrl"
  | "correctionsUrl"
  | "methodUrl"
  | "licence"
  | "sameAs";

/** A line on the organisation: "Funding:", "Readers", with the address that the value links to. */
export interface OrganisationLine {
  label: string;
  value: string;
  url: string | null;
}

/** Who publishes the report, a line for each thing that is known; none without an organisation. @param language BCP 47 */
export function organisationLines(
  { organisation }: Pick<Report, "organisation">,
  language = "en",
): OrganisationLine[] {
  if (!organisation) return [];
  const t = words("report", language);
  const { name, legalName, url, address, email, contactUrl, funding, policies, licence, sameAs } =
    organisation;
  const line = (label: OrganisationLabel, value: string | null, link: string | null = null) =>
    value === null ? [] : [{ label: t(`publisher.${label}`), value, url: link }];
  return [
    ...line("name", name, url),
    ...line("legalName", legalName),
    ...line("address", address?.split("\n").join(sentenceMarks(language).comma) ?? null),
    ...line("email", email, email && !isRedacted(email) ? `mailto:${email}` : null),
    ...line("contactUrl", contactUrl, contactUrl),
    ...line("funding", funding),
    ...line("ethicsUrl", policies.ethicsUrl, policies.ethicsUrl),
    ...line("correctionsUrl", policies.correctionsUrl, policies.correctionsUrl),
    ...line("methodUrl", policies.methodUrl, policies.methodUrl),
    ...line("licence", licence, licence && licenceUrl(licence)),
    ...sameAs.flatMap((account) => line("sameAs", account, account)),
  ];
}
