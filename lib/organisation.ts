/** The newsroom that publishes fact-checks, as publications freeze it. */
export interface Organisation {
  name: string;
  legalName: string | null;
  /** Its own website. */
  url: string | null;
  logo: Logo | null;
  /** Postal address; lines are separated by "\n". */
  address: string | null;
  email: string | null;
  /** URL of a page for contacting it. */
  contactUrl: string | null;
  /** BCP 47, of what it publishes. */
  languages: string[];
  /** Who pays for it, as text for readers. */
  funding: string | null;
  policies: {
    ethicsUrl: string | null;
    correctionsUrl: string | null;
    methodUrl: string | null;
  };
  /** Of its data: an identifier of the SPDX list, such as "CC-BY-4.0", or a URL. */
  licence: string | null;
  /** URLs of its accounts and entries elsewhere. */
  sameAs: string[];
}

/** Of a logo's file, and of the PNG that is made of it. */
export const MAX_LOGO_MEGABYTES = 2;

/** A picture by its content: the bytes are a PNG whose SHA-256 is the hash. */
export interface Logo {
  /** In hexadecimal. */
  hash: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** An organisation with nothing but these two details. */
export function bareOrganisation<Name extends string | null>(
  name: Name,
  url: string | null,
): Omit<Organisation, "name"> & { name: Name } {
  return {
    name,
    url,
    legalName: null,
    logo: null,
    address: null,
    email: null,
    contactUrl: null,
    languages: [],
    funding: null,
    policies: { ethicsUrl: null, correctionsUrl: null, methodUrl: null },
    licence: null,
    sameAs: [],
  };
}

/** The public path of a logo. */
export function logoPath({ hash }: Pick<Logo, "hash">): string {
  return `/api/logos/${hash}`;
}

/** The URL of a licence: itself, or its entry in the SPDX list. Source: https://spdx.org/licenses/ */
export function licenceUrl(licence: string): string {
  return isLicenceId(licence) ? `https://spdx.org/licenses/${licence}.html` : licence;
}

/** Whether a text has the form of an SPDX identifier. */
export function isLicenceId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.+-]{0,99}$/.test(text);
}
