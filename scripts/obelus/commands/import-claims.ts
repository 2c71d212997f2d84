import type { Command } from "commander";
import { decodeClaimFile } from "../../../lib/claim-imports/decode-claim-file";
import { words } from "../../../lib/words/words";
import { CommandError } from "../command-error";
import { findImporter } from "../find-importer";
import { readArticleFile } from "../read-article-file";
import { slugArgument } from "../slug-argument";
import { withDatabase } from "../with-database";

interface Options {
  as?: string;
  rating?: string[];
  dryRun?: true;
  json?: true;
}

/** `import-claims` */
export function addImportClaims(program: Command): void {
  program
    .command("import-claims")
    .description("import claims into an article from a report, annotations, ClaimReviews or a table")
    .argument("<slug>", "the article", slugArgument)
    .argument(
      "<file>",
      "JSON or CSV report, Web Annotations, Hypothesis export, ClaimReviews, or CSV; - reads standard input",
    )
    .option(
      "--rating <foreign=key...>",
      "the rating of the scale for one of the file; nothing after = means no verdict",
    )
    .option("--as <email>", "the person to import them as; default: the only administrator")
    .option("--dry-run", "show what would be imported, without storing it")
    .option("--json", "print JSON")
    .action(async (slug: string, path: string, options: Options) => {
      const { bytes, name } = await readArticleFile(path);
      const content = decodeClaimFile(bytes);
      await withDatabase(() =>
        run(slug, { content, name: path === "-" ? null : (name.split(/[\\/]/).at(-1) ?? null) }, options),
      );
    });
}

async function run(
  slug: string,
  file: { content: string; name: string | null },
  options: Options,
): Promise<void> {
  const { findArticleBySlug } = await import("../../../lib/db/articles");
  const { importClaims } = await import("@/lib/workflows/claim-imports/import-claims");
  const { previewClaimImport } = await import("@/lib/workflows/claim-imports/preview-claim-import");
  const ratings = ratingsOf(options.rating ?? []);
  const article = await findArticleBySlug(slug);
  if (!article)
    throw new CommandError(`The desk has no article ${slug}. Check the last part of its address.`);
  const actor = await findImporter(options.as);
  const previewed = await previewClaimImport(actor, { articleId: article.id, content: file.content });
  if (!previewed.ok) throw new CommandError(previewed.error.message);
  const { claims, versionId } = previewed.value;
  const t = words("claimImports");
  const unplaced = claims.filter(({ known, place }) => known === null && place.kind !== "placed");
  for (const { row, statement, quote, place } of unplaced) {
    const why = t(`place.${place.kind === "choose" ? place.why : place.kind}` as "place.not-found");
    console.error(t("command.unplaced", { number: row + 1, why, words: quote ?? statement }));
  }
  if (options.dryRun)
    return print(
      options,
      previewed.value,
      claims.filter(({ known, place }) => known === null && place.kind === "placed").length,
    );
  const imported = await importClaims(actor, { articleId: article.id, versionId, ...file, ratings });
  if (!imported.ok) throw new CommandError(imported.error.message);
  print(
    options,
    { ...imported.value, unplaced: unplaced.map(({ row }) => row) },
    imported.value.imported.length,
  );
}

function print({ json }: Options, result: object, count: number): void {
  console.log(json ? JSON.stringify(result) : String(count));
}

/** "Pants on Fire=false" is one pair. */
function ratingsOf(pairs: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1)
        throw new CommandError(`${pair} has no =. Write the rating of the file, =, and the key of yours.`);
      return [pair.slice(0, at), pair.slice(at + 1) || null];
    }),
  );
}
