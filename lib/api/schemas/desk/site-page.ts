import { z } from "zod";
import { PAGE_LIMITS, SITE_PAGE_NAMES, SITE_PAGES } from "@/lib/site-pages/site-page";
import { instant, person } from "../common";

const sectionNames = Object.values(SITE_PAGES).flat();

const sections = z
  .strictObject({
    mission: z.string().optional(),
    organisation: z.string().optional(),
    staff: z.string().optional(),
    funding: z.string().optional(),
    nonPartisanship: z.string().optional(),
    dataUse: z.string().optional(),
    selection: z.string().optional(),
    process: z.string().optional(),
    sources: z.string().optional(),
    ratings: z.string().optional(),
    corrections: z.string().optional(),
    intro: z.string().optional(),
  } satisfies Record<(typeof sectionNames)[number], z.ZodType>)
  .meta({
    id: "PageSections",
    description: `Texts by section, each of at most ${PAGE_LIMITS.section.toLocaleString("en")} characters. A missing section is made from the settings.`,
  });

const textState = {
  language: z.string().meta({ description: "BCP 47." }),
  revision: z.int().meta({ description: "0 if nothing was written yet." }),
  changedBy: person.nullable(),
  changedAt: instant.nullable(),
};

export const sitePageListSchema = z
  .object({
    items: z.array(
      z.object({
        name: z.enum(SITE_PAGE_NAMES),
        sections: z.array(z.enum(sectionNames)).meta({ description: "Its sections, in order." }),
        texts: z.array(z.object(textState)).meta({ description: "The languages that it is written in." }),
      }),
    ),
  })
  .meta({ id: "SitePageList" });

export const pageTextSchema = z
  .object({ page: z.enum(SITE_PAGE_NAMES), ...textState, sections })
  .meta({ id: "PageText" });

export const savePageTextSchema = z
  .object({ sections: sections.meta({ description: "All sections; those of other pages are left out." }) })
  .meta({ id: "SavePageText" });
