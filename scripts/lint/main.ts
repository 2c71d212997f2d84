import { checkFrozenReports } from "./check-frozen-reports";
import { checkImports } from "./check-imports";
import { checkMessages } from "./check-messages";
import { checkStorage } from "./check-storage";
import { checkStyles } from "./check-styles";
import { checkTypstWords } from "./check-typst-words";
import { checkWords } from "./check-words";
import { readCatalogues, readSourceFiles, readStyleSheets, readTemplates } from "./source-file";

// `node scripts/lint.mjs [folder …]`: what Biome cannot check. With folders, only what is in them is shown.
const folders = process.argv.slice(2);
const files = readSourceFiles();
const findings = [
  ...checkImports(files),
  ...checkFrozenReports(files),
  ...checkWords(files),
  ...checkTypstWords(readTemplates()),
  ...checkStorage(files),
  ...checkStyles(readStyleSheets()),
  ...checkMessages(readCatalogues(), files),
].filter((finding) => folders.length === 0 || folders.some((folder) => finding.startsWith(folder)));
for (const finding of findings) console.error(finding);
if (findings.length > 0) console.error(`${findings.length} found`);
process.exit(findings.length === 0 ? 0 : 1);
