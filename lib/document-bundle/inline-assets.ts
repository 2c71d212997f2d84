import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DocumentAssets, InlinedAssets } from "./document-content";

/**
 * What a document of one file has in itself: the style sheet with fonts as data, the script, and a policy that allows nothing else.
 * @param folder of the bundle
 * @param text every character that the document can show; fonts for other scripts stay out
 */
export async function inlineAssets(
  folder: string,
  { styles, script }: DocumentAssets,
  text: string,
): Promise<Omit<InlinedAssets, "logo">> {
  const read = (path: string) => readFile(join(folder, "assets", basename(path)));
  const [sheet, js] = await Promise.all([read(styles), read(script)]);
  const css = await inlineFonts(sheet.toString(), text, read);
  return { css: closed(css, "style"), js: closed(js.toString(), "script"), policy: policyOf(css, js) };
}

/** Only what is in the file may run or be shown (W3C Content Security Policy, level 3). */
function policyOf(css: string, js: Buffer): string {
  const hash = (source: string | Buffer) =>
    `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(js)}`,
    `style-src ${hash(css)}`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Makes sure that a source ends where its element does. esbuild writes "<\/script" for this reason. */
function closed(source: string, element: "style" | "script"): string {
  if (new RegExp(`</${element}|<!--`, "i").test(source))
    throw new Error(
      `the ${element} of documents can't be put into a page: it contains the end of its element`,
    );
  return source;
}

/**
 * Puts the font files of a style sheet into it, as data. Rules for characters that the text does not have are left out.
 * @param read the bytes of a font, by its public path
 */
export async function inlineFonts(
  css: string,
  text: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<string> {
  const characters = new Set<number>();
  for (const character of text) characters.add(character.codePointAt(0) as number);
  const parts = await Promise.all(
    css.split(/(@font-face\s*\{[^}]*\})/).map(async (part) => {
      const [address, path] = /url\("?(\/[^")]+)"?\)/.exec(part) ?? [];
      if (!part.startsWith("@font-face") || !address || !path) return part;
      if (!covers(part, characters)) return "";
      const data = Buffer.from(await read(path)).toString("base64");
      // It is in the file, so it is worth waiting for. A page of the site keeps its fallback font if the font takes long.
      return part
        .replace(address, () => `url(data:font/woff2;base64,${data})`)
        .replace(/font-display:\s*\w+/, "font-display:block");
    }),
  );
  return parts.join("");
}

/** Whether a rule is for any of the characters (CSS Fonts, level 4, `unicode-range`). */
function covers(rule: string, characters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]*)/i.exec(rule)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(",").some((range) => {
    const [from = "", to = from] = range.trim().replace(/^U\+/i, "").split("-");
    // "U+4??" stands for U+400 to U+4FF.
    const first = Number.parseInt(from.replaceAll("?", "0"), 16);
    const last = Number.parseInt(to.replaceAll("?", "F"), 16);
    for (const character of characters) if (character >= first && character <= last) return true;
    return false;
  });
}
