import { nonBlankLines } from "@/lib/non-blank-lines";
import type { Logo } from "@/lib/organisation";
import type { OrganisationSetting } from "@/lib/settings/organisation-input";

/** The fields of the form that are text; lists have one entry per line. */
export type TextField =
  | "name"
  | "legalName"
  | "url"
  | "address"
  | "email"
  | "contactUrl"
  | "languages"
  | "funding"
  | "ethicsUrl"
  | "correctionsUrl"
  | "methodUrl"
  | "licence"
  | "sameAs";

/** What the form of the organisation contains. */
export type OrganisationDraft = Record<TextField, string> & { logo: Logo | null };

/** The form for an organisation. */
export function organisationDraftOf(organisation: OrganisationSetting): OrganisationDraft {
  const { languages, sameAs, policies, logo, ...texts } = organisation;
  return {
    name: texts.name ?? "",
    legalName: texts.legalName ?? "",
    url: texts.url ?? "",
    address: texts.address ?? "",
    email: texts.email ?? "",
    contactUrl: texts.contactUrl ?? "",
    funding: texts.funding ?? "",
    licence: texts.licence ?? "",
    ethicsUrl: policies.ethicsUrl ?? "",
    correctionsUrl: policies.correctionsUrl ?? "",
    methodUrl: policies.methodUrl ?? "",
    languages: languages.join("\n"),
    sameAs: sameAs.join("\n"),
    logo,
  };
}

/** The organisation that a form describes. What is blank is null. */
export function organisationIn(draft: OrganisationDraft): OrganisationSetting {
  const text = (field: TextField) => draft[field].trim() || null;
  return {
    name: text("name"),
    legalName: text("legalName"),
    url: text("url"),
    logo: draft.logo,
    address: text("address"),
    email: text("email"),
    contactUrl: text("contactUrl"),
    languages: nonBlankLines(draft.languages),
    funding: text("funding"),
    policies: {
      ethicsUrl: text("ethicsUrl"),
      correctionsUrl: text("correctionsUrl"),
      methodUrl: text("methodUrl"),
    },
    licence: text("licence"),
    sameAs: nonBlankLines(draft.sameAs),
  };
}
