import { logoPath } from "@/lib/organisation";
import { publisherOf } from "../publisher-of";
import { isRedacted } from "../redacted-mark";
import type { Report } from "../report";
import type { OrganizationData, PublisherData } from "./schema-org";

/** Who publishes a report, as the author of its reviews. @param page public URL of a page of the report */
export function organizationData(report: Report, page: string): OrganizationData {
  const { organisation } = report;
  return {
    "@type": "Organization",
    ...publisherOf(report, page),
    ...(organisation?.logo && { logo: new URL(logoPath(organisation.logo), page).href }),
    ...(organisation && organisation.sameAs.length > 0 && { sameAs: organisation.sameAs }),
  };
}

/** Who publishes a report, in full. @param page public URL of a page of the report */
export function publisherData(report: Report, page: string): PublisherData {
  const { organisation } = report;
  const publisher = organizationData(report, page);
  if (!organisation) return publisher;
  const { legalName, address, email, contactUrl, languages, funding, policies } = organisation;
  return {
    ...publisher,
    ...(legalName && { legalName }),
    ...(address && { address }),
    ...(email && !isRedacted(email) && { email }),
    ...(contactUrl && {
      contactPoint: { "@type": "ContactPoint", contactType: "editorial", url: contactUrl },
    }),
    ...(languages.length > 0 && { knowsLanguage: languages }),
    ...(policies.ethicsUrl && { ethicsPolicy: policies.ethicsUrl }),
    ...(policies.correctionsUrl && { correctionsPolicy: policies.correctionsUrl }),
    ...(policies.methodUrl && { publishingPrinciples: policies.methodUrl }),
    ...(funding && { ownershipFundingInfo: funding }),
  };
}
