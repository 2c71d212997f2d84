import type { Command } from "commander";
import { CommandError } from "../command-error";
import { findImporter } from "../find-importer";
import { readArticleFile } from "../read-article-file";
import { slugArgument } from "../slug-argument";
import { withDatabase } from "../with-database";

interface Options {
  as?: string;
  dryRun?: true;
  json?: true;
}

/** `import-comments` */
export function addImportComments(program: Command): void {
  program
    .command("import-comments")
    .description("import the comments of a Word file into an article")
    .argument("<slug>", "the article", slugArgument)
    .argument(
      "<file>",
      "a report that was exported as DOCX, or any DOCX of the article; - reads standard input",
    )
    .option("--as <email>", "the person to import them as; default: the only administrator")
    .option("--dry-run", "show the comments, without storing them")
    .option("--json", "print JSON")
    .action(async (slug: string, path: string, options: Options) => {
      const { bytes } = await readArticleFile(path);
      await withDatabase(() => run(slug, Buffer.from(bytes).toString("base64"), options));
    });
}

async function run(slug: string, file: string, { as, dryRun, json }: Options): Promise<void> {
  const { findArticleBySlug } = await import("../../../lib/db/articles");
  const { importComments } = await import("@/lib/workflows/claim-imports/import-comments");
  const { previewComments } = await import("@/lib/workflows/claim-imports/preview-word-file");
  const article = await findArticleBySlug(slug);
  if (!article)
    throw new CommandError(`The desk has no article ${slug}. Check the last part of its address.`);
  const actor = await findImporter(as);
  const articleId = article.id;
  const previewed = await previewComments(actor, { articleId, file });
  if (!previewed.ok) throw new CommandError(previewed.error.message);
  const { versionId, comments } = previewed.value;
  const fresh = comments.filter(({ known }) => !known);
  if (dryRun) {
    if (json) return console.log(JSON.stringify(comments));
    for (const { author, text } of fresh) console.log(`${author}: ${text}`);
    return;
  }
  const imported = await importComments(actor, { articleId, versionId, file });
  if (!imported.ok) throw new CommandError(imported.error.message);
  console.log(json ? JSON.stringify(imported.value) : String(imported.value.imported));
}
