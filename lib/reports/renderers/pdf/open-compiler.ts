import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type ScriptFont, scriptFontsFor } from "./script-fonts";

/** Root of the project, for files that are not modules: the server and the commands are started there. */
const project = process.cwd();

const LATIN_FONTS = [
  ...["400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic"].map(
    (cut) => `@expo-google-fonts/source-serif-4/${cut}/SourceSerif4_${cut}.ttf`,
  ),
  ...["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"].map(
    (cut) => `@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`,
  ),
];

let opened: { files: string; compiler: NodeCompiler } | undefined;

/** The compiler with these fonts. The last one stays open, because reading fonts is slow. */
export function openCompiler(scriptFonts: readonly ScriptFont[]): NodeCompiler {
  const files = [...LATIN_FONTS, ...scriptFonts.flatMap((font) => font.files)];
  if (opened?.files !== files.join())
    opened = {
      files: files.join(),
      compiler: NodeCompiler.create({
        workspace: join(project, "lib/reports/renderers/pdf"),
        fontArgs: [{ fontBlobs: files.map((file) => readFileSync(join(project, "node_modules", file))) }],
      }),
    };
  return opened.compiler;
}

/**
 * What a template is compiled from.
 * @param template path of the Typst file below the root of the project
 * @param report all that it shows, as JSON: its input `report`
 */
export function templateSource(template: string, report: string, scriptFonts = scriptFontsFor(report)) {
  return {
    mainFileContent: readFileSync(join(project, template), "utf8"),
    inputs: { report, scriptFonts: JSON.stringify(scriptFonts.map(({ family }) => family)) },
  };
}
