import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "./steps/project-root";

/**
 * Writes components/reader/fallback-fonts.css: fonts that readers have already, in the proportions of ours, for the time in which ours are
 * not there. Run it after a change of fonts: `node --import tsx scripts/make-fallback-fonts.ts`.
 */

interface Metrics {
  /** All in units of the font. */
  ascent: number;
  descent: number;
  lineGap: number;
  unitsPerEm: number;
  /** Average width of a letter in Latin text. */
  xWidthAvg: number;
}

type Family = Metrics & { variants: Readonly<Record<string, Metrics>> };

interface Style {
  variant: "regular" | "600" | "italic";
  /** The variant of local fonts. Most have no 600. */
  localVariant: "regular" | "700" | "italic";
  css: string;
  /** What follows the name of a local font. */
  ending: string;
}

const REGULAR: Style = {
  variant: "regular",
  localVariant: "regular",
  css: "font-style: normal;\n  font-weight: 200 549;",
  ending: "",
};
const BOLD: Style = {
  variant: "600",
  localVariant: "700",
  css: "font-style: normal;\n  font-weight: 550 900;",
  ending: " Bold",
};
const ITALIC: Style = {
  variant: "italic",
  localVariant: "italic",
  css: "font-style: italic;\n  font-weight: 400;",
  ending: " Italic",
};

/** Local fonts by the metrics that they have; the second of a pair has those of the first. */
const FALLBACKS = [
  {
    web: "sourceSerif4",
    name: "Source Serif 4",
    styles: [REGULAR, BOLD, ITALIC],
    local: [
      ["georgia", ["Georgia"]],
      ["timesNewRoman", ["Times New Roman", "Liberation Serif"]],
      ["notoSerif", ["Noto Serif"]],
    ],
  },
  {
    web: "sourceSans3",
    name: "Source Sans 3",
    styles: [REGULAR, BOLD],
    local: [
      ["arial", ["Arial", "Liberation Sans"]],
      ["roboto", ["Roboto"]],
    ],
  },
] as const;

const percent = (ratio: number) => `${Number((ratio * 100).toFixed(2))}%`;

/** The style sheet. Source of the measures: the metrics that `next/font` adjusts fallback fonts by (made with Capsize). */
export function makeFallbackFonts(): string {
  const file = createRequire(import.meta.url).resolve("next/dist/server/capsize-font-metrics.json");
  const families = JSON.parse(readFileSync(file, "utf8")) as Record<string, Family>;
  const metricsOf = (family: string, variant: string): Metrics => {
    const found = families[family]?.variants[variant];
    if (!found) throw new Error(`there are no metrics of ${family} ${variant}`);
    return found;
  };
  const faces = FALLBACKS.flatMap(({ web, name, styles, local }) =>
    local.flatMap(([key, [first, ...others]]) =>
      styles.map((style) => {
        const ours = metricsOf(web, style.variant);
        const theirs = metricsOf(key, style.localVariant);
        const size = ours.xWidthAvg / ours.unitsPerEm / (theirs.xWidthAvg / theirs.unitsPerEm);
        const override = (units: number) => percent(Math.abs(units) / ours.unitsPerEm / size);
        return `@font-face {
  font-family: "${first} as ${name}";
  ${style.css}
  src: ${[first, ...others].map((each) => `local("${each}${style.ending}")`).join(", ")};
  size-adjust: ${percent(size)};
  ascent-override: ${override(ours.ascent)};
  descent-override: ${override(ours.descent)};
  line-gap-override: ${override(ours.lineGap)};
}
`;
      }),
    ),
  );
  return `/* Made by scripts/make-fallback-fonts.ts: local fonts in the proportions of the fonts of public documents. */\n\n${faces.join("\n")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(join(projectRoot, "components/reader/fallback-fonts.css"), makeFallbackFonts());
