import { z } from "zod";
import { optional, text } from "@/lib/input-fields";
import { isLanguageTag } from "@/lib/language-tag";
import { isLicenceId, type Organisation } from "@/lib/organisation";
import { webAddress } from "@/lib/sources/source-input";
import { words } from "@/lib/words/words";

const t = words("organisation");

/** Limits in UTF-16 units; of lists, in rows. */
const LIMITS = { name: 200, address: 500, email: 254, funding: 5000, languages: 50, sameAs: 30 } as const;

/** Who publishes the fact-checks. */
export type OrganisationSetting = Omit<Organisation, "name"> & {
  /** Null until it is set: then the host of the desk's address stands for it. */
  name: string | null;
};

/** A list without blank rows and repetitions. Missing means none. */
const list = (row: z.ZodType<string | null>, max: number, message: string) =>
  z
    .array(row)
    .max(max, message)
    .nullish()
    .transform(
      (rows) => [...new Set((rows ?? []).filter((each) => each !== null && each !== ""))] as string[],
    );

const NO_POLICIES = { ethicsUrl: null, correctionsUrl: null, methodUrl: null };

/** Checks the organisation, when it is saved and when it is read. Earlier settings have only a name and a website. */
export const organisationInput: z.ZodType<OrganisationSetting> = z.object({
  name: optional(t("name"), LIMITS.name),
  legalName: optional(t("legalName"), LIMITS.name),
  url: webAddress,
  logo: z
    .object({
      hash: z.string().regex(/^[0-9a-f]{64}$/, t("error.logo")),
      width: z.int().positive(),
      height: z.int().positive(),
    })
    .nullish()
    .transform((logo) => logo ?? null),
  address: optional(t("address"), LIMITS.address),
  email: optional(t("email"), LIMITS.email).refine(
    (email) => email === null || z.email().safeParse(email).success,
    t("error.email"),
  ),
  contactUrl: webAddress,
  languages: list(
    text(t("language"), 35).refine((tag) => tag === "" || isLanguageTag(tag), t("error.language")),
    LIMITS.languages,
    t("error.languageCount", { max: LIMITS.languages }),
  ),
  funding: optional(t("funding"), LIMITS.funding),
  policies: z
    .object({ ethicsUrl: webAddress, correctionsUrl: webAddress, methodUrl: webAddress })
    .nullish()
    .transform((policies) => policies ?? NO_POLICIES),
  licence: optional(t("licence"), 500).superRefine((licence, context) => {
    if (licence !== null && !isLicenceId(licence) && !webAddress.safeParse(licence).success)
      context.addIssue({ code: "custom", message: t("error.licence") });
  }),
  sameAs: list(webAddress, LIMITS.sameAs, t("error.sameAsCount", { max: LIMITS.sameAs })),
});
