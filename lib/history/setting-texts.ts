import { z } from "zod";
import { type SettingKey, settingInputs, settingKey } from "@/lib/settings/desk-settings";
import { settingWords } from "@/lib/settings/setting-words";

const labels: Record<SettingKey, string> = {
  requiredApprovals: "Required approvals",
  claimRequirements: "Required fields",
  tags: "Tags",
  organisation: "Organisation",
  watching: "Watching",
};

/** The label and values of a setting on one side of an event, one sentence per line; null if it can't be read. */
export function settingText(
  name: string,
  side: Record<string, unknown> | null,
): { label: string; text: string } | null {
  if (name.startsWith("page:")) return { label: "Text", text: pageText(side) };
  const key = settingKey(name);
  if (!key) return null;
  const parsed = settingInputs[key].safeParse(side?.value);
  if (!parsed.success) return null;
  const sentencesOf = settingWords[key] as (value: unknown) => string[];
  return { label: labels[key], text: sentencesOf(parsed.data).join("\n") };
}

const sectionTexts = z.object({ sections: z.record(z.string(), z.string()) });

/** The sections of a page on one side of an event, in order; empty if they can't be read. */
function pageText(side: Record<string, unknown> | null): string {
  const parsed = sectionTexts.safeParse(side);
  return parsed.success ? Object.values(parsed.data.sections).join("\n") : "";
}

const ratings = z.array(
  z.object({
    label: z.string(),
    definition: z.string(),
    value: z.number().nullable(),
    colour: z.string(),
    underline: z.string(),
    icon: z.string(),
  }),
);

/** The ratings of a scale on one side of an event, one per line in order; empty if they can't be read. */
export function scaleText(side: Record<string, unknown> | null): string {
  const parsed = ratings.safeParse(side?.ratings);
  if (!parsed.success) return "";
  return parsed.data
    .map(({ label, definition, value, colour, underline, icon }) =>
      [
        `${label}: ${definition}`,
        value === null ? "No score." : `Score ${value}.`,
        `Colour ${colour}, underline ${underline}, icon ${icon}.`,
      ].join(" "),
    )
    .join("\n");
}
