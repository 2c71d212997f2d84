import { openCompiler, templateSource } from "./open-compiler";
import { scriptFontsFor } from "./script-fonts";

/**
 * Compiles a template to a tagged PDF/UA-1 (ISO 14289-1) with embedded fonts. The same view always gives the same bytes.
 * Text in a script that no available font covers is set as boxes; such a file is tagged but can't claim PDF/UA.
 * @param template path of the Typst file below the root of the project
 * @param view all that the template shows, as its input `report`
 */
export function compilePdf(template: string, view: object): Buffer {
  const report = JSON.stringify(view);
  const scriptFonts = scriptFontsFor(report);
  const typst = openCompiler(scriptFonts);
  const source = templateSource(template, report, scriptFonts);
  try {
    return typst.pdf(source, { pdfStandard: "ua-1" });
  } catch (cause) {
    console.warn("the report does not conform to PDF/UA-1; rendering it without the PDF/UA marker", cause);
    return typst.pdf(source);
  } finally {
    typst.evictCache(10);
  }
}
