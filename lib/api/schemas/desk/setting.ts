import { z } from "zod";
import type { SettingKey } from "@/lib/settings/desk-settings";
import { fileInput, instant, person } from "../common";

export const SETTING_KEYS = [
  "requiredApprovals",
  "claimRequirements",
  "tags",
  "organisation",
  "watching",
] as const satisfies readonly SettingKey[];

const requiredApprovals = z
  .int()
  .meta({ description: "How many people have to approve each claim of a new article, 1 to 5." });

const claimRequirements = z
  .strictObject({
    claimant: z.boolean(),
    claimedOn: z.boolean(),
    kind: z.boolean(),
    tags: z.boolean(),
    sources: z.int().meta({ description: "How many sources, 0 to 10." }),
    primarySource: z.boolean(),
    excerpts: z.boolean(),
    copies: z.boolean(),
  })
  .meta({ id: "ClaimRequirements", description: "What a claim needs before it can be submitted." });

const tags = z
  .strictObject({
    list: z.array(z.string()),
    free: z.boolean().meta({ description: "Whether claims can have other tags too." }),
  })
  .meta({ id: "ManagedTags" });

const logo = z
  .strictObject({
    hash: z.string().meta({ description: "SHA-256 of the picture, in hexadecimal." }),
    width: z.int().meta({ description: "In pixels." }),
    height: z.int(),
  })
  .meta({ id: "Logo", description: "A picture that was sent with `POST /logos`." });

const line = z.string().nullable();

const organisation = z
  .object({
    name: line.meta({ description: "Null until it is set: then the host of the desk's address is shown." }),
    legalName: line,
    url: line,
    logo: logo.nullable(),
    address: line,
    email: line,
    contactUrl: line,
    languages: z.array(z.string()).meta({ description: "BCP 47, of what it publishes." }),
    funding: line,
    policies: z.object({ ethicsUrl: line, correctionsUrl: line, methodUrl: line }),
    licence: line.meta({ description: "Of its data: an identifier of the SPDX list, or an address." }),
    sameAs: z.array(z.string()).meta({ description: "Addresses of its accounts and entries elsewhere." }),
  })
  .meta({ id: "Organisation" });

const organisationInput = z
  .strictObject({
    name: line.optional(),
    legalName: line.optional(),
    url: line.optional(),
    logo: logo.nullish(),
    address: line.optional(),
    email: line.optional(),
    contactUrl: line.optional(),
    languages: z.array(z.string()).optional(),
    funding: line.optional(),
    policies: z
      .strictObject({
        ethicsUrl: line.optional(),
        correctionsUrl: line.optional(),
        methodUrl: line.optional(),
      })
      .optional(),
    licence: line.optional(),
    sameAs: z.array(z.string()).optional(),
  })
  .meta({ id: "OrganisationInput", description: "A missing field removes its value." });

const watching = z
  .strictObject({
    pageDays: z
      .int()
      .meta({ description: "Days between two checks of the page of a source, up to 365; 0 for none." }),
    idleDays: z.int().meta({
      description:
        "Days without a change after which work reminds the person that has it, up to 90; 0 for never.",
    }),
  })
  .meta({ id: "WatchingSetting" });

const state = {
  revision: z.int().meta({ description: "0 if it was never changed." }),
  changedBy: person.nullable().meta({ description: "Null if it was never changed." }),
  changedAt: instant.nullable(),
};

const stated = <Value extends z.ZodType>(value: Value) => z.object({ value, ...state });

export const settingsSchema = z
  .object({
    requiredApprovals: stated(requiredApprovals),
    claimRequirements: stated(claimRequirements),
    tags: stated(tags),
    organisation: stated(organisation),
    watching: stated(watching),
  })
  .meta({ id: "Settings" });

export const settingSchema = z
  .object({
    key: z.enum(SETTING_KEYS),
    value: z.union([requiredApprovals, claimRequirements, tags, watching, organisation]),
    ...state,
  })
  .meta({ id: "Setting" });

export const changeSettingSchema = z
  .object({
    value: z
      .union([requiredApprovals, claimRequirements, tags, watching, organisationInput])
      .meta({ description: "The whole value, of the kind that the setting has." }),
  })
  .meta({ id: "ChangeSetting" });

export const logoSchema = logo;

export const addLogoSchema = z
  .object({
    name: z.string().max(300).meta({ description: "The name of the file, for messages." }),
    file: fileInput.meta({ description: "A picture, in base64." }),
  })
  .meta({ id: "AddLogo" });
