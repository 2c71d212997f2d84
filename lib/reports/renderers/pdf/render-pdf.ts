import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "../../report";
import { reportView } from "./report-view";

/** Where files that are no modules are read from: the server and the commands run at the top of the project. */
const project = process.cwd();

const FONTS = [
  ...["400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic"].map(
    (cut) => `source-serif-4/${cut}/SourceSerif4_${cut}.ttf`,
  ),
  ...["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"].map(
    (cut) => `source-sans-3/${cut}/SourceSans3_${cut}.ttf`,
  ),
  ...["400Regular", "700Bold"].map((cut) => `noto-naskh-arabic/${cut}/NotoNaskhArabic_${cut}.ttf`),
  ...["400Regular", "700Bold"].map((cut) => `noto-serif-hebrew/${cut}/NotoSerifHebrew_${cut}.ttf`),
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

let compiler: NodeCompiler | undefined;

/** Fonts are read once a process. */
function openCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: join(project, "lib/reports/renderers/pdf"),
    fontArgs: [
      {
        fontBlobs: FONTS.map((font) => readFileSync(join(project, "node_modules/@expo-google-fonts", font))),
      },
    ],
  });
  return compiler;
}

/**
 * Renders a Report as a PDF with embedded fonts, tagged by PDF/UA-1 (ISO 14289-1). The same Report gives the same bytes.
 * A script that no font here or on the machine has is set in boxes; such a file cannot call itself PDF/UA and is tagged only.
 * @param report what to render
 * @param address the public address of the article, printed at the end; null to leave it out
 */
export async function renderPdf(report: Report, address: string | null = null): Promise<Buffer> {
  const typst = openCompiler();
  const source = {
    mainFileContent: readFileSync(join(project, "lib/reports/renderers/pdf/report.typ"), "utf8"),
    inputs: { report: JSON.stringify(reportView(report, address)) },
  };
  try {
    return typst.pdf(source, { pdfStandard: "ua-1" });
  } catch (cause) {
    console.warn("the report does not fit PDF/UA-1 and is rendered without that mark", cause);
    return typst.pdf(source);
  } finally {
    typst.evictCache(10);
  }
}
