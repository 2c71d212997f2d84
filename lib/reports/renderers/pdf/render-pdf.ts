import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "../../report";
import { reportView } from "./report-view";
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
function openCompiler(scriptFonts: readonly ScriptFont[]): NodeCompiler {
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
 * Renders a Report as a tagged PDF/UA-1 (ISO 14289-1) with embedded fonts. The same Report always gives the same bytes.
 * Text in a script that no available font covers is set as boxes; such a file is tagged but can't claim PDF/UA.
 * @param address the public URL of the article, printed at the end; null to omit it
 * @param language BCP 47, of the words around its facts
 */
export async function renderPdf(
  report: Report,
  address: string | null = null,
  language = "en",
): Promise<Buffer> {
  const view = JSON.stringify(reportView(report, address, language));
  const scriptFonts = scriptFontsFor(view);
  const typst = openCompiler(scriptFonts);
  const source = {
    mainFileContent: readFileSync(join(project, "lib/reports/renderers/pdf/report.typ"), "utf8"),
    inputs: { report: view, scriptFonts: JSON.stringify(scriptFonts.map(({ family }) => family)) },
  };
  try {
    return typst.pdf(source, { pdfStandard: "ua-1" });
  } catch (cause) {
    console.warn("the report does not conform to PDF/UA-1; rendering it without the PDF/UA marker", cause);
    return typst.pdf(source);
  } finally {
    typst.evictCache(10);
  }
}
